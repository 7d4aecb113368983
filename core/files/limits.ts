import { UnreadableFile } from './bytes'

/** What an upload may cost us to read. One above a limit is refused in words; the limit itself is allowed. */
export type Limits = {
  /** Bytes of the upload itself. */
  readonly uploadBytes: number
  /** Compressed bytes of one file inside a ZIP. */
  readonly entryBytes: number
  /** Bytes that all files of one upload may inflate to, together. */
  readonly inflatedBytes: number
  /** Bytes of inner files that must be inflated into memory, because a ZIP is read from its end. */
  readonly heldBytes: number
  /** Bytes of the distinct texts of one workbook, which stay in memory while it is read. */
  readonly sharedTextBytes: number
  /** Bytes of one small part of a workbook: its list of sheets, its styles. */
  readonly partBytes: number
  /** ZIPs inside each other; a workbook is a ZIP too, but is not counted. */
  readonly zipDepth: number
  /** Files in one ZIP, and in all ZIPs of one upload together. */
  readonly entries: number
  readonly columns: number
  readonly rows: number
  readonly cellBytes: number
}

const KB = 1024
const MB = 1024 * KB

/** Every honest report we have seen stays far below these; an isolate has 128 MB and a request 100 MB. */
export const LIMITS: Limits = {
  // Cloudflare refuses larger request bodies before they reach us.
  uploadBytes: 100 * MB,
  entryBytes: 64 * MB,
  // An honest sheet of 100,000 payments is 225 MB of XML from 15 MB: size is bounded, ratio is no crime.
  inflatedBytes: 1024 * MB,
  // Half of an isolate's 128 MB.
  heldBytes: 64 * MB,
  sharedTextBytes: 32 * MB,
  partBytes: 8 * MB,
  zipDepth: 2,
  entries: 1000,
  // The widest report known has 50 columns.
  columns: 400,
  // Excel stops at 1,048,576 rows; a CSV may be longer.
  rows: 2_000_000,
  // Excel's own limit is 32,767 characters.
  cellBytes: 32 * KB,
}

export function tooManyRows(limit: number): UnreadableFile {
  return new UnreadableFile(
    'too-many-rows',
    `This file has more than ${limit} rows. Download a shorter period and upload that.`,
  )
}

export function tooManyColumns(limit: number): UnreadableFile {
  return new UnreadableFile(
    'too-many-columns',
    `This file has more than ${limit} columns, so it is no report that we know.`,
  )
}

export function cellTooLong(): UnreadableFile {
  return new UnreadableFile(
    'cell-too-long',
    'A cell of this file holds far more text than any report does.',
  )
}
