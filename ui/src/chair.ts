//! Chair mode as the window knows it: whether it is shown, and how one comes in and goes out. A packet has nothing to do with a
//! committee's file: one that is open stays as it is behind it, and the page comes back to where it was.

import { openDocument, openPacket, onPacketNamed, onFilesDropped, reading } from './api'
import type { ReadingState } from './generated/types'
import { watched } from './store'

export const chair = watched(false)
/** What is open or waits for its passphrase; the page reads it and so does the start. */
export const packet = watched<ReadingState | null>(null)

export { openDocument, openPacket }

export async function enterChair(): Promise<void> {
  packet.set(await reading<ReadingState>({ reading: 'state' }))
  chair.set(true)
}

/** Closes the packet, so that nothing of it stays in memory, and goes back to what was there before. */
export async function leaveChair(): Promise<void> {
  packet.set(await reading<ReadingState>({ reading: 'close' }))
  chair.set(false)
}

/** The packet that waits is left alone: back to the one that is open, or out. */
export async function forgetWaiting(): Promise<void> {
  if (!packet.get()?.open) return leaveChair()
  packet.set(await reading<ReadingState>({ reading: 'forget' }))
}

/** A packet among what was dropped; others are for whoever else listens. */
export const packetAmong = (paths: readonly string[]): string | undefined => paths.find((path) => path.toLowerCase().endsWith('.lspkt'))

export async function awaitPacket(path: string): Promise<void> {
  packet.set(await reading<ReadingState>({ reading: 'await', path }))
  chair.set(true)
}

/** One that is kept on this machine is opened again without its file. */
export async function awaitKept(id: string): Promise<void> {
  packet.set(await reading<ReadingState>({ reading: 'await_kept', id }))
}

/** Removes a packet with what was filled in from this machine. */
export async function discard(id: string): Promise<void> {
  packet.set(await reading<ReadingState>({ reading: 'discard', id }))
}

/** Called once: a packet named when the program was started, one double-clicked later, and one dropped anywhere on the window. */
export function listenForPackets(): void {
  void reading<ReadingState>({ reading: 'state' }).then((state) => {
    packet.set(state)
    if (state.waiting || state.open) chair.set(true)
  }, () => undefined)
  void onPacketNamed(() => void enterChair().catch(() => undefined))
  void onFilesDropped((paths) => {
    const path = packetAmong(paths)
    if (path) void awaitPacket(path).catch(() => undefined)
  })
}
