// How the window's pages are bundled. Nothing is fetched at run time: fonts and styles travel in the bundle.
// Relative base, because the same files are served by Tauri's own scheme and by the loopback host of the tests.
import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { defineConfig } from 'vite'
import { cutFaces } from './faces'

export default defineConfig(async ({ mode }) => ({
  base: './',
  plugins: [react()],
  // The tests of pure functions need no fonts.
  resolve: { alias: mode === 'test' ? [] : [{ find: '#faces.css', replacement: await cutFaces(join(import.meta.dirname, 'node_modules/.cache/lunshen')) }] },
  build: {
    target: 'safari16',
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
}))
