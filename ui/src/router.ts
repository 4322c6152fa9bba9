//! Where the window stands: a page with its subject, and the way back. No address bar, so no addresses:
//! a stack of entries, each keeping its row, scroll position and filter, so that Esc returns to the very same view.

import { useCallback, useLayoutEffect, useRef } from 'react'
import { useWatched, watched } from './store'

export interface Route {
  page: string
  id?: string
  params?: Record<string, string>
}

interface Entry extends Route {
  kept: Map<string, unknown>
}

const HOME: Route = { page: 'today' }
const stack: Entry[] = [{ ...HOME, kept: new Map() }]
/** The last state of a page by its name and subject: going there again by Alt 2 finds the filter as it was left. */
const lastKept = new Map<string, Map<string, unknown>>()
const here = watched<Entry>(stack[0]!)
/** Bumped when a kept value changes, so that readers of it draw again. */
const keptTick = watched(0)

const nameOf = (route: Route): string => `${route.page}/${route.id ?? ''}`
const same = (a: Route, b: Route): boolean =>
  nameOf(a) === nameOf(b) && JSON.stringify(a.params ?? {}) === JSON.stringify(b.params ?? {})

function enter(route: Route): Entry {
  const kept = new Map(lastKept.get(nameOf(route)) ?? [])
  lastKept.set(nameOf(route), kept)
  return { ...route, kept }
}

/** Whoever must not be left yet (a file being written, a half-filled form) says so; answers true to stay. */
type Guard = () => boolean
const guards = new Set<Guard>()
export function guardLeaving(guard: Guard): () => void {
  guards.add(guard)
  return () => void guards.delete(guard)
}
const held = (): boolean => [...guards].some((guard) => guard())

export function go(page: string, id?: string, params?: Record<string, string>): void {
  const route: Route = { page, ...(id === undefined ? {} : { id }), ...(params === undefined ? {} : { params }) }
  if (same(route, here.get()) || held()) return
  stack.push(enter(route))
  // A day at the desk is some hundred steps; older ones nobody walks back.
  if (stack.length > 200) stack.shift()
  here.set(stack[stack.length - 1]!)
}

/** The same entry, another subject: previous and next case do not lengthen the way back. */
export function replace(page: string, id?: string, params?: Record<string, string>): void {
  if (held()) return
  stack[stack.length - 1] = enter({ page, ...(id === undefined ? {} : { id }), ...(params === undefined ? {} : { params }) })
  here.set(stack[stack.length - 1]!)
}

/** Returns whether there was anywhere to go back to. */
export function back(): boolean {
  if (stack.length < 2 || held()) return false
  stack.pop()
  here.set(stack[stack.length - 1]!)
  return true
}

export const canGoBack = (): boolean => stack.length > 1
export const routeNow = (): Route => here.get()
export const useRoute = (): Route => useWatched(here)

/** After lock or another committee: nothing of the old one may be walked back to. */
export function forget(to: Route = HOME): void {
  lastKept.clear()
  stack.length = 0
  stack.push(enter(to))
  here.set(stack[0]!)
}

/** State that belongs to this visit of the page: filter, selected row, chosen date. Restored by going back. */
export function useKept<T>(name: string, first: T): [T, (next: T | ((now: T) => T)) => void] {
  const entry = useRef(here.get()).current
  useWatched(keptTick)
  const value = (entry.kept.has(name) ? entry.kept.get(name) : first) as T
  const set = useCallback(
    (next: T | ((now: T) => T)) => {
      const now = (entry.kept.has(name) ? entry.kept.get(name) : first) as T
      const value = typeof next === 'function' ? (next as (now: T) => T)(now) : next
      if (Object.is(value, now) && entry.kept.has(name)) return
      entry.kept.set(name, value)
      keptTick.set(keptTick.get() + 1)
    },
    // `first` is a starting value only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [entry, name],
  )
  return [value, set]
}

/** Gives a scrolling element its place back, once its content is `there`. Put the result on the element as `ref`. */
export function useKeptScroll<E extends HTMLElement>(name = 'scroll', there = true): React.RefObject<E | null> {
  const entry = useRef(here.get()).current
  const ref = useRef<E | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element || !there) return
    element.scrollTop = (entry.kept.get(`#${name}`) as number | undefined) ?? 0
    const note = (): void => void entry.kept.set(`#${name}`, element.scrollTop)
    element.addEventListener('scroll', note, { passive: true })
    return () => element.removeEventListener('scroll', note)
  }, [entry, name, there])
  return ref
}
