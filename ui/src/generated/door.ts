//! What the door itself answers, besides passing requests to the desk: errands on the person's own disk and printer.
//! Sent as `paper({ errand: … })`. Written beside src-tauri/src/errand.rs, whose test holds the two together.
//! Acts: perform({ do: …, reasons, rehearse, draft }). The file: perform({ file: … }). Views: look({ view: … }).

/** The words of a native dialog, in the person's language. Block the page until the answer is there. */
export interface Ask {
  title: string
  /** Folder to begin in; left out, the usual one (文档/伦审文书). */
  begin?: string
  kinds?: { name: string; endings: string[] }[]
}

/** `of` is whatever the desk answers with bytes (a paper, an attachment, an export). */
export type Errand =
  /** Without `ask` into the usual folder, never over another file. */
  | { errand: 'save'; of: unknown; ask?: Ask }
  /** Several files into one folder. */
  | { errand: 'save_many'; of: unknown[]; ask?: Ask }
  /** To the printer named, else the usual one, else the system's PDF viewer. */
  | { errand: 'print'; of: unknown; printer?: string; copies?: number }
  | { errand: 'open'; of: unknown }
  | { errand: 'printers' }
  | { errand: 'pick'; ask: Ask; many?: boolean }
  | { errand: 'pick_folder'; ask: Ask }
  | { errand: 'pick_place'; ask: Ask; name: string }
  /** Takes files into the archive: those named (dropped on the window), else those the person picks. Folders are walked. */
  | { errand: 'attach'; request: unknown; files?: string[]; ask?: Ask }
  /** Chair mode: names a packet to be opened. */
  | { errand: 'open_packet'; ask?: Ask }
  /** Chair mode: makes the return and saves it, as `save` does. */
  | { errand: 'make_return'; ask?: Ask }
  /** Chair mode: a document in the system's own viewer. */
  | { errand: 'open_document'; document: string }
  /** Shows the folder of a saved file. */
  | { errand: 'reveal'; path: string }

export interface SavedFile {
  path: string
  name: string
  folder: string
}

/** The person closed the dialog: nothing happened, nothing to say. */
export interface Cancelled {
  cancelled: true
}

export type Saved = { saved: SavedFile[] } | Cancelled
export type Picked = { picked: string[] } | Cancelled
export type Printed = { went_to: 'printer'; printer: string; said: string } | { went_to: 'viewer'; file: string }
export interface Printers {
  names: string[]
  usual: string | null
}

/**
 * The address of a page image. In the window `convertFileSrc('page', 'lunshen')` of @tauri-apps/api/core gives the base
 * (lunshen://localhost/page; http://lunshen.localhost/page on Windows), in the tests' host it is `/page`.
 * A refusal comes with status 422 and a Failure as JSON.
 */
export const pageAddress = (base: string, request: unknown): string => `${base}?q=${encodeURIComponent(JSON.stringify(request))}`
