/** What the first bytes of a file say it is; its name is never asked. */
export type Format =
  | 'zip'
  | 'old-excel'
  | 'pdf'
  | 'image'
  | 'web-page'
  | 'empty'
  | 'unknown'
  | 'text'

/** As many bytes as formatOf() wants to see, or the whole file when it is shorter. */
export const HEAD_BYTES = 1024

const SIGNATURES: readonly (readonly [Format, readonly number[]])[] = [
  ['zip', [0x50, 0x4b]],
  ['old-excel', [0xd0, 0xcf, 0x11, 0xe0]],
  ['old-excel', [0x09, 0x08]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x52, 0x49, 0x46, 0x46]],
]

export function formatOf(head: Uint8Array): Format {
  if (head.byteLength === 0) return 'empty'
  const known = SIGNATURES.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))
  if (known) return known[0]
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (isWide) return 'text'
  // No text has a zero byte.
  if (head.includes(0)) return 'unknown'
  const start = new TextDecoder().decode(head).trimStart().toLowerCase()
  return /^<(!doctype|html|table|head|meta|\?xml)/.test(start) ? 'web-page' : 'text'
}

type Sentence = { readonly code: string; readonly sentence: string }

const SENTENCES: Readonly<Record<Exclude<Format, 'zip' | 'text'>, Sentence>> = {
  'old-excel': {
    code: 'old-excel',
    sentence:
      'This is an old Excel file (.xls) or one with a password. Save it as .xlsx without a password and upload that.',
  },
  pdf: { code: 'pdf', sentence: 'This is a PDF. We read reports in Excel, CSV and ZIP files.' },
  image: {
    code: 'image',
    sentence: 'This is a picture. We read reports in Excel, CSV and ZIP files.',
  },
  'web-page': {
    code: 'web-page',
    sentence: 'This is a web page, not a report. Download the report again from the panel.',
  },
  empty: { code: 'file-empty', sentence: 'This file is empty.' },
  unknown: {
    code: 'format-unknown',
    sentence: 'We do not know this kind of file. We read reports in Excel, CSV and ZIP files.',
  },
}

/** Why a file of this format is not read, in words for the seller. */
export function sentenceAbout(format: Exclude<Format, 'zip' | 'text'>): Sentence {
  return SENTENCES[format]
}
