// How the window's pages are bundled. Nothing is fetched at run time: fonts and styles travel in the bundle.
// Relative base, because the same files are served by Tauri's own scheme and by the loopback host of the tests.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  base: './',
  plugins: [react()],
  build: {
    target: 'safari16',
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
})
