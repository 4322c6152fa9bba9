//! What the help page lists: the jobs with the place where each is done, the keys, the words of the trade in both languages. Their texts are
//! in locales/*/help.ts.

export interface KeyRow { caps: string[]; words: string }

export const JOBS: { key: string; place: [page: string, id?: string, params?: Record<string, string>] }[] = [
  { key: 'receive', place: ['intake', 'new'] }, { key: 'supplement', place: ['cases'] }, { key: 'accept', place: ['cases'] }, { key: 'meeting', place: ['meetings'] }, { key: 'vote', place: ['meetings'] }, { key: 'after', place: ['meetings'] }, { key: 'letter', place: ['papers'] },
  { key: 'simple', place: ['cases'] }, { key: 'rereview', place: ['cases'] }, { key: 'appeal', place: ['appeals'] }, { key: 'tracking', place: ['tracking'] }, { key: 'emergency', place: ['cases'] }, { key: 'member', place: ['committee'] }, { key: 'report', place: ['report'] },
  { key: 'holiday', place: ['settings', undefined, { part: 'calendars' }] }, { key: 'inspect', place: ['law'] }, { key: 'backup', place: ['settings', undefined, { part: 'backup' }] },
]

export const KEYS: { everywhere: KeyRow[]; pages: KeyRow[] } = {
  everywhere: [
    { caps: ['Alt 1', '–', 'Alt 0'], words: 'k_place' }, { caps: ['Ctrl K'], words: 'k_search' }, { caps: ['Ctrl N'], words: 'k_new' }, { caps: ['Ctrl Enter'], words: 'k_main' }, { caps: ['↑', '↓'], words: 'k_move' }, { caps: ['Enter'], words: 'k_enter' }, { caps: ['→', 'Esc'], words: 'k_open' }, { caps: ['Space'], words: 'k_space' },
    { caps: ['/'], words: 'k_filter' }, { caps: ['[', ']'], words: 'k_view' }, { caps: ['F1'], words: 'k_help' }, { caps: ['F2'], words: 'k_why' }, { caps: ['F3'], words: 'k_article' }, { caps: ['F6'], words: 'k_pane' }, { caps: ['F8'], words: 'k_private' }, { caps: ['F11'], words: 'k_full' },
    { caps: ['Ctrl +', 'Ctrl −', 'Ctrl 0'], words: 'k_zoom' }, { caps: ['Ctrl C', 'Ctrl E', 'Ctrl P'], words: 'k_copy' }, { caps: ['Ctrl Z'], words: 'k_undo' }, { caps: ['Ctrl L'], words: 'k_lock' }, { caps: ['Shift ?'], words: 'k_keys' },
  ],
  pages: [
    { caps: ['Y', 'N', 'X'], words: 'k_intake' }, { caps: ['H'], words: 'k_history' }, { caps: ['1', '2', '3'], words: 'k_answers' }, { caps: ['1', '–', '4'], words: 'k_vote' }, { caps: ['9', '0'], words: 'k_recuse' }, { caps: ['Shift 1', '–', 'Shift 4'], words: 'k_rest' }, { caps: ['F4'], words: 'k_ballot' }, { caps: ['F9'], words: 'k_read' },
    { caps: ['Space'], words: 'k_paper' }, { caps: ['V'], words: 'k_void' }, { caps: ['←', '→'], words: 'k_band' }, { caps: ['T'], words: 'k_today' }, { caps: ['G'], words: 'k_gap' },
  ],
}

export const GLOSSARY: { key: string; zh: string; en: string }[] = [
  { key: 'accept', zh: '受理', en: 'accept, acceptance' }, { key: 'supplement', zh: '补正、一次性告知', en: 'supplement, one-time notice' }, { key: 'list', zh: '复核清单', en: 'the list' }, { key: 'rereview', zh: '专家复核', en: 'expert re-review' }, { key: 'preliminary', zh: '初步审查意见', en: 'preliminary opinion' },
  { key: 'attending', zh: '到会委员', en: 'attending' }, { key: 'recuse', zh: '回避', en: 'recuse, recusal' }, { key: 'twothirds', zh: '三分之二', en: 'two thirds' }, { key: 'nodecision', zh: '未形成决定', en: 'no decision' }, { key: 'revise', zh: '修改后再审', en: 'revise and resubmit' },
  { key: 'service', zh: '送达、送达回证', en: 'service, proof of service' }, { key: 'appeal', zh: '申诉', en: 'appeal' }, { key: 'tracking', zh: '跟踪审查', en: 'tracking review' }, { key: 'extension', zh: '延长', en: 'extension' }, { key: 'serial', zh: '发文字号', en: 'letter number' }, { key: 'journal', zh: '留痕、日志', en: 'journal' }, { key: 'sheet', zh: '恢复单', en: 'recovery sheet' },
]
