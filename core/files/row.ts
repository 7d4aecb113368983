/** One row of a sheet or a CSV, valid only until the next row is asked for. */
export type Row = {
  /** As the file numbers it: the sheet's own row number, or the line of the CSV record, from 1. */
  readonly number: number
  /** One more than the last column that has a cell. */
  readonly width: number
  /** The cell's text as the file means it, untrimmed; '' where there is no cell or no value. */
  text(column: number): string
  /**
   * A shortcut past the text for cells of plain digits with at most two decimals: their value in
   * hundredths, exactly. Nothing where only the text can tell.
   */
  hundredths?(column: number): number | undefined
}

/** Rows that can be read again from the start, as the search for a date order needs. */
export type Table = {
  /** The sheet's name, or '' for a CSV. */
  readonly name: string
  rows(): AsyncIterable<readonly Row[]>
}
