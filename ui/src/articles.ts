//! How an article is named on screen: `M14` 第十四条, `E16` 伦理办法第十六条. Only its name; its text comes from the desk.

import type { Cite } from './shape'
import { isEnglish } from './words'

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

export function chineseNumber(n: number): string {
  if (n < 10) return DIGITS[n]!
  if (n < 20) return `十${n % 10 ? DIGITS[n % 10]! : ''}`
  if (n < 100) return `${DIGITS[Math.floor(n / 10)]!}十${n % 10 ? DIGITS[n % 10]! : ''}`
  const unit = n < 1000 ? 100 : 1000
  const rest = n % unit
  const spoken = rest > 9 && rest < 20 ? `一${chineseNumber(rest)}` : chineseNumber(rest)
  const tail = rest === 0 ? '' : rest < unit / 10 ? `零${spoken}` : spoken
  return `${DIGITS[Math.floor(n / unit)]!}${unit === 100 ? '百' : '千'}${tail}`
}

interface Parts {
  law: string
  number: number
  item: number | null
}

function partsOf(cite: Cite): Parts | null {
  const found = /^([MEC])(\d+)(?:\((\d+)\))?$/.exec(cite)
  return found ? { law: found[1]!, number: Number(found[2]), item: found[3] === undefined ? null : Number(found[3]) } : null
}

/** Own limits (`R`) have no article to open. */
export const hasText = (cite: Cite): boolean => partsOf(cite) !== null
export const isMeasures = (cite: Cite): boolean => cite.startsWith('M')

function nameZh({ law, number, item }: Parts): string {
  const tail = item === null ? '' : `（${chineseNumber(item)}）`
  const head = law === 'E' ? '伦理办法' : law === 'C' ? '民法典' : ''
  return `${head}第${chineseNumber(number)}条${tail}`
}

export function citeName(cite: Cite): string {
  const parts = partsOf(cite)
  if (!parts) return isEnglish() ? 'own limit' : '内部时限'
  if (!isEnglish()) return nameZh(parts)
  const head = parts.law === 'E' ? 'Ethics Measures ' : parts.law === 'C' ? 'Civil Code ' : ''
  return `${head}Art. ${parts.number}${parts.item === null ? '' : `(${parts.item})`}`
}

/** Neighbours of one instrument are read together: 第十、十四条; Arts. 10, 14. Each is still a link of its own. */
export function citeNames(cites: readonly Cite[]): { cite: Cite; words: string }[] {
  return cites.map((cite, i) => {
    const parts = partsOf(cite)
    const before = i > 0 ? partsOf(cites[i - 1]!) : null
    const after = i < cites.length - 1 ? partsOf(cites[i + 1]!) : null
    if (!parts) return { cite, words: citeName(cite) }
    const joinsBefore = before !== null && before.law === parts.law && before.item === null && parts.item === null
    const joinsAfter = after !== null && after.law === parts.law && after.item === null && parts.item === null
    if (isEnglish()) {
      if (joinsBefore) return { cite, words: String(parts.number) }
      return { cite, words: joinsAfter ? citeName(cite).replace('Art.', 'Arts.') : citeName(cite) }
    }
    let words = nameZh(parts)
    if (joinsBefore) words = words.replace(/^(伦理办法|民法典)?第/, '')
    if (joinsAfter) words = words.replace(/条$/, '')
    return { cite, words }
  })
}
