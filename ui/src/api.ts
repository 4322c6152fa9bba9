//! The door as the screens see it: perform an act, look at a view, ask for a paper. In the product the calls go through
//! Tauri's own bridge; in a browser (the host of the tests) the same three go over loopback. No rule lives here.

import { invoke } from '@tauri-apps/api/core'
import { pageAddress, type Ask, type Cancelled, type Errand, type Picked, type Printed, type Printers, type Saved, type SavedFile } from './generated/door'
import type { ReadingRequest, ReadingState } from './generated/types'
import type { Failure, Finding } from './shape'
import { watched } from './store'

/** An act is a value with its verb: `{act: 'record_vote', …}`. */
export interface Act {
  act: string
  [field: string]: unknown
}

export interface View {
  view: string
  [field: string]: unknown
}

/** A refusal or a mishap, with what a person is told about it. Pages branch on `kind`, never on words. */
export class Refused extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(`${failure.zh}${failure.code}`)
    this.name = 'Refused'
    this.failure = failure
  }
}

const inTauri = '__TAURI_INTERNALS__' in window

function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Refused) return thrown.failure
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'zh' in thrown) {
    const given = thrown as Partial<Failure>
    return {
      code: given.code ?? 'LS-U01', kind: given.kind ?? 'bug', zh: given.zh ?? '', en: given.en ?? '',
      way_zh: given.way_zh ?? '', way_en: given.way_en ?? '', findings: given.findings ?? [], field: given.field ?? '',
    }
  }
  return {
    code: 'LS-U01', kind: 'bug',
    zh: '窗口没有收到回答。', en: 'The window received no answer.',
    way_zh: '刚才的一步是否办成，以日志为准；关闭后重新打开本软件，再看一眼。',
    way_en: 'The journal tells whether the last step was recorded; close the program, open it again and look.',
    findings: [], field: '',
  }
}
export const failureOf = asFailure

async function call<T>(name: string, request: unknown): Promise<T> {
  try {
    if (inTauri) {
      return await invoke<T>(name, { request })
    }
    const answer = await fetch(`/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    })
    const body: unknown = await answer.json()
    if (!answer.ok) throw body
    return body as T
  } catch (thrown) {
    throw new Refused(asFailure(thrown))
  }
}

/** Bumped after each act that was recorded; views look again. */
export const changes = watched(0)
export const changed = (): void => changes.set(changes.get() + 1)

/** Acts under way. While one is being written the main act ignores further presses. */
export const underWay = watched(0)

export interface PerformOptions {
  /** The typed reason for each finding that asks for one, by its rule. */
  reasons?: Record<string, string>
  /** The draft the act came from; it is dropped once the act is recorded. */
  draft?: string
}

/** Told the key of a draft whose act has been recorded: it must not be kept again. */
export const draftListeners = new Set<(key: string) => void>()

export interface Ref {
  kind: string
  id: string
  name: string
}

export interface Done {
  /** The journal line; 0 after a rehearsal. */
  seq: number
  findings: Finding[]
  /** `zh` and `en` are the line shown at the foot. */
  made: { refs: Ref[]; zh: string; en: string }
}

/** Records an act, or throws `Refused` with what the law says. */
export async function perform(act: Act, options: PerformOptions = {}): Promise<Done> {
  underWay.set(underWay.get() + 1)
  try {
    const reasons = Object.entries(options.reasons ?? {}).map(([rule, reason]) => ({ rule, reason }))
    const done = await call<Done>('perform', { do: act, reasons, rehearse: false, draft: options.draft ?? '' })
    if (options.draft) for (const tell of draftListeners) tell(options.draft)
    changed()
    return done
  } finally {
    underWay.set(underWay.get() - 1)
  }
}

/** What the law would say to an act. Nothing is written. Failures that are not the law's (a field, a full disk) are thrown. */
export async function rehearse(act: Act): Promise<Finding[]> {
  try {
    return (await call<Done>('perform', { do: act, reasons: [], rehearse: true, draft: '' })).findings
  } catch (thrown) {
    const failure = asFailure(thrown)
    if (failure.kind === 'blocked' || failure.kind === 'needs_reason') return failure.findings
    throw thrown
  }
}

/** What an act would bring about, the line it would leave included. Nothing is written; refusals are thrown. */
export const foresee = (act: Act): Promise<Done> => call<Done>('perform', { do: act, reasons: [], rehearse: true, draft: '' })

/** The committee's file itself: open, lock, copy, restore, prove. `{file: 'lock'}` */
export async function file<T>(request: { file: string; [field: string]: unknown }): Promise<T> {
  const answer = await call<T>('perform', request)
  if (!request.file.endsWith('_draft')) changed()
  return answer
}

/** Asks the long work under way (an export, a copy, a proof, the demo) to stop at its next step. What it fails with is of kind `stopped`. */
export const stopWork = (): Promise<null> => call<null>('perform', { file: 'stop' })

export const look = <T>(view: View): Promise<T> => call<T>('look', view)
/** What can be set: a filed paper, one not on file yet, or something printed at once. */
export type PaperRequest =
  | { paper: 'preview'; id: string }
  | { paper: 'draft_preview'; kind: string; about?: Record<string, unknown>; with?: unknown; wording?: string }
  | { paper: 'print'; kind: string; [what: string]: unknown }

export interface PaperOut {
  /** Asks for its pages and bytes: `pageUrl({token, page})`, `save({bytes: 'token', token})`. */
  token: string
  pages: number
  sha256: string
  name: string
  /** Why there is no page. */
  failure: Failure | null
}

export const setPaper = (request: PaperRequest): Promise<PaperOut> => call<PaperOut>('paper', request)
/** Something done with the person's own disk or printer. While a native dialog is open the page is blocked by it. */
const errand = <T>(request: Errand): Promise<T> => call<T>('paper', request)

/** Chair mode: a packet opened beside, or without, any committee's file. Nothing of it reaches the committee's file or its journal. */
export const reading = <T>(request: ReadingRequest): Promise<T> => call<T>('perform', request)
/** Chooses a packet in the system's dialog; it then waits for its passphrase. Null when the dialog was closed. */
export async function openPacket(ask: Ask): Promise<ReadingState | null> {
  const answer = await errand<ReadingState | Cancelled>({ errand: 'open_packet', ask })
  return 'cancelled' in answer ? null : answer
}
/** Makes the return and saves it: through the dialog, or without `ask` into the usual folder. Null when the dialog was closed. */
export async function makeReturn(ask?: Ask): Promise<SavedFile | null> {
  const answer = await errand<Saved>({ errand: 'make_return', ...(ask ? { ask } : {}) })
  return 'saved' in answer ? (answer.saved[0] ?? null) : null
}
/** A document of the packet in the system's own viewer. */
export const openDocument = (document: string): Promise<unknown> => errand({ errand: 'open_document', document })
/** A packet named from outside while the window is open: a double click on its file. Returns how to stop listening. */
export async function onPacketNamed(take: () => void): Promise<() => void> {
  if (!inTauri) return () => undefined
  const { listen } = await import('@tauri-apps/api/event')
  return listen('packet', take)
}

/** The address of one page as a picture: `{token, page, scale}`, or `{paper: id, page, scale}` of a filed one. */
export function pageUrl(request: Record<string, unknown>): string {
  if (!inTauri) return pageAddress('/page', request)
  // Windows reaches a custom scheme through http, as Tauri's own convertFileSrc does.
  return pageAddress(navigator.userAgent.includes('Windows') ? 'http://lunshen.localhost/page' : 'lunshen://localhost/page', request)
}

/** Saves what the desk makes of `of`: `{bytes: 'paper', id}`, `{bytes: 'token', token}`, `{bytes: 'material', id}`. Null when the person closed the dialog. */
export async function save(of: unknown, ask?: Ask): Promise<SavedFile[] | null> {
  const answer = await errand<Saved>({ errand: 'save', of, ...(ask ? { ask } : {}) })
  return 'saved' in answer ? answer.saved : null
}

export async function saveMany(of: unknown[], ask?: Ask): Promise<SavedFile[] | null> {
  const answer = await errand<Saved>({ errand: 'save_many', of, ...(ask ? { ask } : {}) })
  return 'saved' in answer ? answer.saved : null
}

/** Takes files into the archive: those dropped on the window, else those the person picks. Null when nothing was picked. */
export async function attach<T>(request: unknown, files?: string[], ask?: Ask): Promise<T | null> {
  const answer = await errand<T | Cancelled>({ errand: 'attach', request, ...(files ? { files } : {}), ...(ask ? { ask } : {}) })
  if (typeof answer === 'object' && answer !== null && 'cancelled' in answer) return null
  changed()
  return answer as T
}

/** Paths chosen in the system's dialog; null when it was closed. */
export async function openFiles(ask: Ask, many = false): Promise<string[] | null> {
  const answer = await errand<Picked>({ errand: 'pick', ask, many })
  return 'picked' in answer ? answer.picked : null
}
export async function openFolder(ask: Ask): Promise<string | null> {
  const answer = await errand<Picked>({ errand: 'pick_folder', ask })
  return 'picked' in answer ? (answer.picked[0] ?? null) : null
}
export async function pickPlace(ask: Ask, name: string): Promise<string | null> {
  const answer = await errand<Picked>({ errand: 'pick_place', ask, name })
  return 'picked' in answer ? (answer.picked[0] ?? null) : null
}

/** Hands a paper to the printer, or to the system's viewer where there is none. Never through the web view. */
export const print = (of: unknown, printer?: string, copies?: number): Promise<Printed> =>
  errand<Printed>({ errand: 'print', of, ...(printer ? { printer } : {}), ...(copies ? { copies } : {}) })
/** Opens it in the system's own viewer. */
export const openOutside = (of: unknown): Promise<unknown> => errand({ errand: 'open', of })
export const reveal = (path: string): Promise<unknown> => errand({ errand: 'reveal', path })
export const printers = (): Promise<Printers> => errand<Printers>({ errand: 'printers' })

/** An unsent form kept in the committee's own file (encrypted), so that a power cut loses no typing. */
export const keepDraft = (key: string, value: unknown): Promise<unknown> => file({ file: 'put_draft', key, value })
export const dropDraft = (key: string): Promise<unknown> => file({ file: 'drop_draft', key })
export const readDraft = <T>(key: string): Promise<T | null> => look<T | null>({ view: 'draft', key })

/** Files dropped on the window, with their paths, where the web view tells them. Returns how to stop listening. */
export async function onFilesDropped(take: (paths: string[]) => void, over?: (inside: boolean) => void): Promise<() => void> {
  if (!inTauri) return () => undefined
  const { listen } = await import('@tauri-apps/api/event')
  const stops = await Promise.all([
    listen<{ paths: string[] }>('tauri://drag-drop', (event) => { over?.(false); take(event.payload.paths) }),
    listen('tauri://drag-enter', () => over?.(true)),
    listen('tauri://drag-leave', () => over?.(false)),
  ])
  return () => stops.forEach((stop) => stop())
}

/** Page zoom: the web view's own in the product, so that every measure follows. False where there is none. */
export async function zoomWebView(factor: number): Promise<boolean> {
  if (!inTauri) return false
  try {
    await invoke('plugin:webview|set_webview_zoom', { label: 'main', value: factor })
    return true
  } catch {
    return false
  }
}
