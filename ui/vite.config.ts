// How the window's pages are bundled. Nothing is fetched at run time: fonts and styles travel in the bundle.
// Relative base, because the same files are served by Tauri's own scheme and by the loopback host of the tests.
import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { cutFaces } from './faces'

/** The first page's code and the slices it is written in are asked for beside the program's, not after it. */
const ahead: Plugin = {
  name: 'ahead',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) => {
      const files = Object.values(bundle ?? {})
      const chunks = files.filter((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('pages/start/index.tsx'))
      const code = new Set(chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.fileName, ...chunk.imports] : [])))
      const faces = files.filter((file) => /NotoSansSC-\d+-words/.test(file.fileName)).map((file) => file.fileName)
      return [
        ...faces.map((file) => ({ tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/ttf', crossorigin: '', href: `./${file}` }, injectTo: 'head-prepend' as const })),
        ...[...code].filter((file) => !html.includes(file)).map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: '', href: `./${file}` }, injectTo: 'head' as const })),
      ]
    },
  },
}

export default defineConfig(async ({ mode }) => ({
  base: './',
  plugins: [react(), ahead],
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
