import css from './icon.module.css'

/** 24 × 24 outlines; each is one path so that an icon costs a line. */
const PATHS = {
  overview: 'M4 13h6V4H4zM14 20h6v-9h-6zM4 20h6v-3H4zM14 7h6V4h-6z',
  profit: 'M4 19V5M4 19h16M8 15v-4M12 15V8M16 15v-6M20 15v-9',
  settlements: 'M5 4h14v17l-3-2-2 2-2-2-2 2-2-2-3 2zM9 9h6M9 13h6',
  payouts: 'M4 10h16M6 10v8M10 10v8M14 10v8M18 10v8M3 21h18M12 3l9 5v2H3V8z',
  reconcile: 'M4 6l2 2 3-4M4 13l2 2 3-4M4 20l2 2 3-4M12 6h8M12 13h8M12 20h8',
  returns: 'M4 9h12a4 4 0 0 1 0 8H9M8 5 4 9l4 4M9 21h.01',
  claims: 'M4 5h16v12H10l-4 4v-4H4zM8 9h8M8 13h5',
  tax: 'M6 4h12M6 9h12M6 4h5a5 5 0 0 1 0 10H6l8 7',
  imports: 'M6 3h8l5 5v13H6zM14 3v5h5M12 18v-6M9.5 14.5 12 12l2.5 2.5',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  'eye-off':
    'M4 4l16 16M9.5 5.4A10 10 0 0 1 12 5c6 0 10 7 10 7a17 17 0 0 1-2.6 3.3M6 7.5A17 17 0 0 0 2 12s4 7 10 7a9.5 9.5 0 0 0 4-.9M10 10a3 3 0 0 0 4 4',
  calendar: 'M4 6h16v15H4zM4 11h16M8 3v5M16 3v5',
  down: 'M7 10l5 5 5-5',
  right: 'M10 7l5 5-5 5',
  left: 'M14 7l-5 5 5 5',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  alert:
    'M12 8v5M12 16.5v.5M10.3 4 2.5 18a2 2 0 0 0 1.7 3h15.6a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0z',
  offline:
    'M3 3l18 18M8.5 16a5 5 0 0 1 7 0M5 12.5a10 10 0 0 1 5-2.7M19 12.5a10 10 0 0 0-4-2.4M2 9a15 15 0 0 1 5-3M22 9a15 15 0 0 0-11-3.9M12 20h.01',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM20 20l-4-4',
  upload: 'M12 16V4M7 9l5-5 5 5M4 16v4h16v-4',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  download: 'M12 4v12M7 11l5 5 5-5M4 20h16',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
  bookmark: 'M6 4h12v17l-6-4-6 4z',
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8v.01',
  up: 'M12 19V5M6 11l6-6 6 6',
  fall: 'M12 5v14M6 13l6 6 6-6',
  table: 'M4 5h16v14H4zM4 10h16M10 10v9',
  costs: 'M4 4h8l8 8-8 8-8-8zM8.5 8.5h.01',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  ads: 'M4 10v4h3l8 4V6l-8 4zM18 9a4 4 0 0 1 0 6M8 14v5h3v-3.5',
  orders: 'M4 7l8-4 8 4v10l-8 4-8-4zM4 7l8 4 8-4M12 11v10',
} as const

export type IconName = keyof typeof PATHS

/** Always decoration: what it stands for is said in words beside it or in a label. */
export function Icon(props: { name: IconName; small?: boolean }) {
  return (
    <svg
      class={css['icon']}
      classList={{ [css['small'] ?? '']: props.small === true }}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={PATHS[props.name]} />
    </svg>
  )
}
