// Cuts the two faces of Noto Sans SC at build time, by what is drawn first. The slice `words` has the thousand characters the screens
// themselves are written in: the first drawing waits for a quarter of a megabyte. The slice `common` has the rest of GB 2312, for what
// people type; the whole face stays beside them for every other character (rare names). Each is read only when a character of its range
// appears. Nothing is dropped and nothing is fetched: the source is the npm package.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subset from 'subset-font'

const require = createRequire(import.meta.url)
const FACES = [
  { weight: 400, file: '400Regular/NotoSansSC_400Regular.ttf', local: ['Noto Sans SC Regular', 'NotoSansSC-Regular', 'Noto Sans CJK SC', 'NotoSansCJKsc-Regular'] },
  { weight: 600, file: '600SemiBold/NotoSansSC_600SemiBold.ttf', local: ['Noto Sans SC SemiBold', 'NotoSansSC-SemiBold'] },
]
/** Where the words of the screens are, and the desk's own sentences that stand on the first of them. */
const WORDS = ['src/locales/zh-CN', '../src-tauri/crates/office/src/views/start.rs']
const SIGNS = '–—…·“”‘’←↑→↓−×÷≥≤≠≈①②③④⑤⑥⑦⑧⑨⑩〔〕'

const ordered = (found: Iterable<string>): string[] => [...found].filter((c) => [...c].length === 1 && c !== '\ufffd').sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!)

/** Every character the screens are written in. */
function words(): string[] {
  const found = new Set<string>(SIGNS)
  for (let code = 0x20; code < 0x7f; code++) found.add(String.fromCharCode(code))
  for (const place of WORDS) {
    const path = join(import.meta.dirname, place)
    const files = place.endsWith('.rs') ? [path] : readdirSync(path).map((name) => join(path, name))
    for (const file of files) for (const c of readFileSync(file, 'utf8')) if (c >= '\u3000' && c <= '\uffef') found.add(c)
  }
  return ordered(found)
}

/** GB 2312, rows 1–9 signs and 16–87 hanzi. */
function common(): string[] {
  const decode = new TextDecoder('gb18030')
  const found = new Set<string>()
  for (let row = 1; row <= 87; row++) {
    if (row > 9 && row < 16) continue
    for (let cell = 1; cell <= 94; cell++) found.add(decode.decode(new Uint8Array([0xa0 + row, 0xa0 + cell])))
  }
  return ordered(found)
}

function ranges(characters: readonly string[]): string {
  const out: string[] = []
  let from = -1
  let to = -1
  const close = (): void => { if (from >= 0) out.push(from === to ? `U+${from.toString(16)}` : `U+${from.toString(16)}-${to.toString(16)}`) }
  for (const code of characters.map((c) => c.codePointAt(0)!)) {
    if (code === to + 1) to = code
    else {
      close()
      from = to = code
    }
  }
  close()
  return out.join(',')
}

/** Writes the slices and the style sheet that names all files into `folder`; returns the style sheet's path. */
export async function cutFaces(folder: string): Promise<string> {
  const first = words()
  const taken = new Set(first)
  const slices = { common: common().filter((c) => !taken.has(c)), words: first }
  const cut = createHash('sha256').update(JSON.stringify(slices)).digest('hex').slice(0, 8)
  const sheet = join(folder, `faces-${cut}.css`)
  if (existsSync(sheet)) return sheet
  mkdirSync(folder, { recursive: true })
  const rules: string[] = []
  for (const face of FACES) {
    const source = require.resolve(`@expo-google-fonts/noto-sans-sc/${face.file}`)
    const head = `font-family:"Noto Sans SC";font-weight:${face.weight};font-style:normal;font-display:block;`
    const local = face.local.map((name) => `local("${name}")`).join(',')
    const url = (path: string): string => `url("${path}") format("truetype")`
    // Of several rules that have a character the last one is used. A copy installed in the system is the same drawing.
    rules.push(`@font-face{${head}src:${local},${url(source)}}`)
    for (const [name, characters] of Object.entries(slices)) {
      const slice = join(folder, `NotoSansSC-${face.weight}-${name}-${cut}.ttf`)
      writeFileSync(slice, await subset(readFileSync(source), characters.join(''), { targetFormat: 'truetype' }))
      rules.push(`@font-face{${head}src:${local},${url(slice)};unicode-range:${ranges(characters)}}`)
    }
  }
  writeFileSync(sheet, rules.join('\n'))
  return sheet
}
