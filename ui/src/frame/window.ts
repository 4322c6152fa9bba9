//! The window itself: full screen and the way from pane to pane (F6).

/** Header, list, right pane, status bar: whatever carries `data-pane`, in the order of the page. */
export function movePane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('.page [data-pane], .places, .statusbar')].filter((pane) => pane.offsetParent !== null)
  if (panes.length === 0) return
  const now = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(now + direction + panes.length) % panes.length]!
  const target = next.querySelector<HTMLElement>('[tabindex="0"], button:not([tabindex="-1"]), input, textarea, a[href]')
  ;(target ?? next).focus()
}

export async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
    else await document.documentElement.requestFullscreen()
  } catch {
    // A window manager may refuse; the page is as it was.
  }
}
