import type { ByteSource } from '#core/files/bytes'
import { openFile } from '#core/files/open-file'
import type { Row, Table } from '#core/files/row'

/** A row as it stands in the file, cell by cell, each under its column's letter and title. */
export type FileRow = {
  readonly row: number
  readonly cells: readonly {
    readonly column: string
    readonly title: string
    readonly text: string
  }[]
}

// Titles stand in the first rows of every report; the one with the most texts names the columns.
const TITLE_ROWS = 20

/** Finds a row of the upload's n-th sheet or CSV, counted as an import counts them; nothing past its end. */
export async function readFileRow(
  source: ByteSource,
  ordinal: number,
  rowNo: number,
): Promise<FileRow | undefined> {
  const table = await findTable(source, ordinal)
  if (table === undefined) return undefined
  let titles: readonly string[] = []
  for await (const rows of table.rows()) {
    for (const row of rows) {
      if (row.number === rowNo) return toFileRow(row, titles)
      if (row.number > rowNo) return undefined
      if (row.number <= TITLE_ROWS) titles = moreOf(titles, textsOf(row))
    }
  }
  return undefined
}

async function findTable(source: ByteSource, ordinal: number): Promise<Table | undefined> {
  let before = 0
  for await (const leaf of openFile(source)) {
    if (leaf.kind === 'other' || leaf.error) continue
    const table = leaf.tables[ordinal - before]
    if (table !== undefined) return table
    before += leaf.tables.length
  }
  return undefined
}

function textsOf(row: Row): string[] {
  return Array.from({ length: row.width }, (_, column) => row.text(column))
}

function moreOf(best: readonly string[], candidate: readonly string[]): readonly string[] {
  // A row of data is never fuller than its titles, so only a fuller row takes their place.
  return countTexts(candidate) > countTexts(best) ? candidate : best
}

function countTexts(texts: readonly string[]): number {
  return texts.filter((text) => text.trim() !== '').length
}

function toFileRow(row: Row, titles: readonly string[]): FileRow {
  const width = Math.max(row.width, titles.length)
  const cells = Array.from({ length: width }, (_, column) => ({
    column: letterOf(column),
    title: titles[column] ?? '',
    text: column < row.width ? row.text(column) : '',
  }))
  return { row: row.number, cells }
}

/** 0 is A, 25 is Z, 26 is AA: as spreadsheet programs name columns. */
function letterOf(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last
}
