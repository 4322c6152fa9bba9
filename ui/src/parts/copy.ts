//! Copying text for WPS and web forms: plain text, tab-separated where there are columns.

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // A web view without the clipboard interface still copies a selection.
    const area = document.createElement('textarea')
    area.value = text
    area.style.position = 'fixed'
    area.style.opacity = '0'
    document.body.append(area)
    area.select()
    document.execCommand('copy')
    area.remove()
  }
}

/** One row of a table with its heads. Tabs and line breaks inside a cell become spaces. */
export function tsv(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const clean = (cell: string): string => cell.replace(/[\t\r\n]+/g, ' ').trim()
  return [heads, ...rows].map((row) => row.map(clean).join('\t')).join('\n')
}
