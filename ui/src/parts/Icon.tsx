//! The line icons, drawn here on a 16 grid: no icon font, no package of two thousand. Decoration only: the word stands beside.

const PATHS = {
  search: 'M7 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6zM10.6 10.6 14 14',
  user: 'M8 2a2.8 2.8 0 1 0 0 5.6A2.8 2.8 0 0 0 8 2zM2.6 14c.4-3 2.6-4.6 5.4-4.6s5 1.6 5.4 4.6',
  lock: 'M3.2 7.2h9.6v6.6H3.2zM5.4 7V4.9a2.6 2.6 0 0 1 5.2 0V7',
  down: 'M3.5 6 8 10.5 12.5 6',
  right: 'M6 3.5 10.5 8 6 12.5',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  check: 'M3 8.5l3.4 3.4L13 4.8',
  printer: 'M4.5 6V2.2h7V6M4.5 11.5H2.4V6h11.2v5.5h-2.1M4.5 9.4h7v4.4h-7z',
  calendar: 'M2.4 3.6h11.2v10H2.4zM2.4 6.6h11.2M5.2 2v3M10.8 2v3',
  folder: 'M1.8 3.4h4.4l1.4 1.8h6.6v7.8H1.8z',
  file: 'M3.6 1.8h5.6l3.2 3.2v9.2H3.6zM9 1.8V5.2h3.4',
  copy: 'M5.4 5.4h8v8h-8zM10.6 5.2V2.6h-8v8h2.6',
  video: 'M1.8 4.2h8.4v7.6H1.8zM10.2 7l4-2.2v6.4l-4-2.2',
  swap: 'M2.4 5.4h10.4M10.2 2.8l2.6 2.6-2.6 2.6M13.6 10.6H3.2M5.8 8l-2.6 2.6 2.6 2.6',
  exit: 'M9.4 2.4H3v11.2h6.4M6.6 8h7M11 5.4 13.6 8 11 10.6',
  star: 'M8 1.9l1.9 3.9 4.2.6-3 3 .7 4.2L8 11.6l-3.8 2 .7-4.2-3-3 4.2-.6z',
  hide: 'M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6zM2.6 13.4 13.4 2.6',
  more: 'M3.4 8h.01M8 8h.01M12.6 8h.01',
  download: 'M8 2v8.2M4.6 7 8 10.4 11.4 7M2.6 13.6h10.8',
  warn: 'M8 1.8 15 14H1zM8 6v4M8 12h.01',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth={1.3} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
