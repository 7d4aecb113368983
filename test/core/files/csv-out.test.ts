import { csvLine } from '#core/files/csv-out'
import { assert, property, string } from 'fast-check'
import papaparse from 'papaparse'
import { expect, test } from 'vitest'

test('plain text and numbers are written as they are', () => {
  expect(csvLine(['Kurti', 12, '488.0', ''])).toBe('Kurti,12,488.0,\r\n')
})

test('a cell with a comma, a quote or a line end stays one cell', () => {
  expect(csvLine(['a,b', 'say "hi"', 'two\nlines'])).toBe('"a,b","say ""hi""","two\nlines"\r\n')
})

test.each([
  ['=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"\r\n`],
  ['+1+cmd', "'+1+cmd\r\n"],
  ['-2+3', "'-2+3\r\n"],
  ['@SUM(A1)', "'@SUM(A1)\r\n"],
  ['\t=1', `'\t=1\r\n`],
  ['\r=1', `"'\r=1"\r\n`],
  ['\n=1', `"'\n=1"\r\n`],
  ['＝1+1', "'＝1+1\r\n"],
])('a cell that starts a formula is text: %j', (cell, line) => {
  expect(csvLine([cell])).toBe(line)
})

test('a negative amount is a number and stays one', () => {
  expect(csvLine(['-40.5', '+7', -12])).toBe('-40.5,+7,-12\r\n')
  expect(csvLine(['-40.5.1', '-', '--1'])).toBe("'-40.5.1,'-,'--1\r\n")
})

test('any text comes back as written, but for the guard', () => {
  assert(
    property(string({ unit: 'binary' }), string(), (one, two) => {
      // Told its delimiter, as a spreadsheet program is by the ending .csv: left to guess, it takes a `|`.
      const config = { newline: '\r\n', delimiter: ',' } as const
      const { data } = papaparse.parse<string[]>(`x,${csvLine([one, two])}`, config)
      const read = data[0]!.slice(1).map((cell) => cell.replace(/^'/, ''))
      expect(read).toEqual([one, two].map((cell) => cell.replace(/^'/, '')))
    }),
  )
})
