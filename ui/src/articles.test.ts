// @vitest-environment node
import { beforeAll, describe, expect, it } from 'vitest'

let articles: typeof import('./articles')
let words: typeof import('./words')
beforeAll(async () => {
  ;(globalThis as Record<string, unknown>).localStorage = { getItem: () => null, setItem: () => undefined }
  ;(globalThis as Record<string, unknown>).document = { documentElement: {} }
  articles = await import('./articles')
  words = await import('./words')
})

const joined = (cites: string[]): string => articles.citeNames(cites).map((c) => c.words).join('、')

describe('articles as they are named', () => {
  it.each([
    [['M14'], '第十四条'], [['M10', 'M14'], '第十、十四条'], [['M10', 'E7'], '第十条、伦理办法第七条'], [['E6', 'E8'], '伦理办法第六、八条'], [['M12(1)'], '第十二条（一）'],
    [['C201'], '民法典第二百零一条'], [['R'], '内部时限'], [['M20'], '第二十条'], [['M31'], '第三十一条'],
  ])('%o', (cites, name) => expect(joined(cites)).toBe(name))
  it('in English', async () => {
    await words.speak('en')
    expect(articles.citeNames(['M10', 'M14']).map((c) => c.words).join(', ')).toBe('Arts. 10, 14')
    expect(articles.citeName('E16')).toBe('Ethics Measures Art. 16')
    await words.speak('zh-CN')
  })
  it('an own limit has no text to open', () => expect(articles.hasText('R')).toBe(false))
})

it('articles of the Civil Code are read in thousands', () => {
  expect([1259, 1001, 1010, 203, 115, 1100, 2000].map((n) => articles.chineseNumber(n))).toEqual(['一千二百五十九', '一千零一', '一千零一十', '二百零三', '一百一十五', '一千一百', '二千'])
})
