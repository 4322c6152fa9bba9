//! A value that several parts of the window watch. Twenty lines instead of a state library.

import { useSyncExternalStore } from 'react'

export interface Watched<T> {
  get(): T
  set(next: T): void
  watch(listener: () => void): () => void
}

export function watched<T>(first: T): Watched<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    watch(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export function useWatched<T>(store: Watched<T>): T {
  return useSyncExternalStore(store.watch, store.get)
}
