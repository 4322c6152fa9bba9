//! The pages by name: each a folder under pages/, read when it is first opened. Which place of the navigation a page
//! belongs to, and which pages fill the whole window.

import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

/** The ten places in the order of their digits: Alt 1 … Alt 9, Alt 0. */
export const PLACES = ['today', 'cases', 'meetings', 'papers', 'tracking', 'appeals', 'committee', 'report', 'law', 'settings'] as const
export type Place = (typeof PLACES)[number]

/** Pages that are not places, with the place under which they are found. */
const BELONGS: Record<string, Place> = {
  case: 'cases', intake: 'cases', meeting: 'meetings', room: 'meetings', aftermath: 'meetings', packets: 'meetings', paper: 'papers', wording: 'settings', journal: 'settings', member: 'committee', outward: 'report', why: 'cases', help: 'settings',
}

/** Without navigation and bars: the meeting on the projector, first start and its wizard, the chair's packet. */
const BARE = new Set(['room', 'start', 'wizard', 'reading', 'gallery'])

export const placeOf = (page: string): Place | null =>
  BELONGS[page] ?? ((PLACES as readonly string[]).includes(page) ? (page as Place) : null)
export const isBare = (page: string): boolean => BARE.has(page)
export const digitOf = (place: Place): number => (PLACES.indexOf(place) + 1) % 10

export interface PageProps {
  id: string
  params: Record<string, string>
}

type Page = ComponentType<PageProps>
type Module = { default: Page }
const found = import.meta.glob<Module>('./pages/*/index.tsx')
const here = new Map<string, Page>()
const drawn = new Map<string, Page | LazyExoticComponent<Page>>()

const fetched = async (name: string): Promise<Module> => {
  const module = await found[name]!()
  here.set(name, module.default)
  return module
}

export const hasPage = (page: string): boolean => `./pages/${page}/index.tsx` in found

/** A page whose code is there is drawn at once. A lazy one is not, even when its code came meanwhile: React shows what stands in for it and
    then keeps that for three tenths of a second. What was drawn once stays the same, or the page would lose what is typed in it. */
export function pageNamed(page: string): Page | LazyExoticComponent<Page> | null {
  const name = `./pages/${page}/index.tsx`
  if (!(name in found)) return null
  const known = drawn.get(page) ?? here.get(name) ?? lazy(() => fetched(name))
  drawn.set(page, known)
  return known
}

/** Begins to read a page's code before it is known to be wanted. A page that cannot be read says so when it is opened. */
export const warm = (page: string): Promise<unknown> => fetched(`./pages/${page}/index.tsx`).catch(() => undefined)

/** Reads the code of the pages ahead while nothing else is to do, so that Alt 2 opens at once. */
export function readAhead(): void {
  const names = Object.keys(found)
  const next = (): void => {
    const name = names.shift()
    if (!name) return
    void fetched(name).catch(() => undefined).finally(() => window.setTimeout(next, 50))
  }
  window.setTimeout(next, 800)
}
