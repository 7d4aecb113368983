import type { ColumnSpec } from './headers'

/** The columns of a layout, each as its header and what it means when a file lacks it. */
export function key(header: string): ColumnSpec {
  return { header, need: 'key' }
}

export function text(header: string): ColumnSpec {
  return { header, need: 'text' }
}

export function money(header: string): ColumnSpec {
  return { header, need: 'money' }
}

export function added(header: string): ColumnSpec {
  return { header, need: 'added' }
}
