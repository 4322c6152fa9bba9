//! What this window remembers between starts: widths, zoom, theme, columns. Never anything of a case: such things are
//! in the committee's file, under its key. A storage that refuses (full, switched off) costs only the memory.

const PREFIX = 'lunshen.'

export function recall<T>(key: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(PREFIX + key)
    return text === null ? otherwise : (JSON.parse(text) as T)
  } catch {
    return otherwise
  }
}

export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value))
  } catch {
    // Nothing is lost but the habit.
  }
}
