import { readdirSync, readFileSync } from 'node:fs'
import { type ByteSource, bytesOf } from '#core/files/bytes'
import { csvTable, wholeOf } from '#core/files/csv'
import { LIMITS, type Limits } from '#core/files/limits'
import { inPieces, textsOf } from '#test/support/rows'
import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check'
import papaparse from 'papaparse'
import { codeOf } from './code-of'
import { expect, test } from 'vitest'

const openCsv = (source: ByteSource, limits = LIMITS) => csvTable(() => wholeOf(source), limits)

async function read(content: string | Uint8Array, limits: Partial<Limits> = {}, pieceBytes = 1000) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return textsOf(openCsv(inPieces(bytes, pieceBytes), { ...LIMITS, ...limits }))
}

async function textsIn(content: string | Uint8Array): Promise<string[][]> {
  return (await read(content)).map(({ texts }) => texts)
}

test.each([
  [
    'plain fields',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'no line end at the end',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'Windows line ends',
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'old Mac line ends',
    'a,b\r1,2\r',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'line ends of several kinds',
    'a,b\r\n1,2\n3,4\r5,6',
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ],
  ],
  [
    'quoted fields',
    '"a","b"\n"1","2"',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a delimiter in quotes',
    'a,b\n"Saree, red",2',
    [
      ['a', 'b'],
      ['Saree, red', '2'],
    ],
  ],
  [
    'a doubled quote',
    'a,b\n"5"" pipe",2',
    [
      ['a', 'b'],
      ['5" pipe', '2'],
    ],
  ],
  [
    'only doubled quotes',
    'a,b\n"""",""',
    [
      ['a', 'b'],
      ['"', ''],
    ],
  ],
  [
    'a quote inside a bare field',
    'a,b\n5" pipe,2',
    [
      ['a', 'b'],
      ['5" pipe', '2'],
    ],
  ],
  [
    'text behind a closing quote',
    'a,b\n"x"y ,2',
    [
      ['a', 'b'],
      ['xy ', '2'],
    ],
  ],
  [
    'an empty last field',
    'a,b\n1,',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  [
    'an empty last field before a line end',
    'a,b\n1,\n',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  [
    'only delimiters',
    'a,b\n,\n',
    [
      ['a', 'b'],
      ['', ''],
    ],
  ],
  ['one empty quoted field', 'a,b\n""\n', [['a', 'b'], ['']]],
  ['spaces, kept', ' a , b \n', [[' a ', ' b ']]],
  ['one column', 'Sub Order No\n1_1\n', [['Sub Order No'], ['1_1']]],
  ['nothing', '', []],
  ['a byte order mark and nothing', '\uFEFF', []],
])('%s', async (_, content, rows) => {
  expect(await textsIn(content)).toEqual(rows)
})

test('a row is numbered by the line on which it begins, quoted line ends and blank lines counted', async () => {
  const rows = await read('a,b\n"x\ny\r\nz",1\n\n\nc,d\r"p\rq",2\re,f')
  expect(rows).toEqual([
    { number: 1, texts: ['a', 'b'] },
    { number: 2, texts: ['x\ny\r\nz', '1'] },
    { number: 7, texts: ['c', 'd'] },
    { number: 8, texts: ['p\rq', '2'] },
    { number: 10, texts: ['e', 'f'] },
  ])
})

test.each([
  [';', 'Sub Order No;Amount\n1_1;1,50\n2_1;2,75'],
  ['\t', 'Sub Order No\tAmount\n1_1\t1,50\n2_1\t2,75'],
  ['|', 'Sub Order No|Amount\n1_1|1,50\n2_1|2,75'],
])(
  'the delimiter %j is known by the file’s own rows, though amounts hold commas',
  async (_, content) => {
    expect(await textsIn(content)).toEqual([
      ['Sub Order No', 'Amount'],
      ['1_1', '1,50'],
      ['2_1', '2,75'],
    ])
  },
)

test('a comma stays the delimiter of a file whose texts hold other signs', async () => {
  expect(await textsIn('a,b,c\nx;y,1|2,3\np;q,1|2,4')).toEqual([
    ['a', 'b', 'c'],
    ['x;y', '1|2', '3'],
    ['p;q', '1|2', '4'],
  ])
})

test('a preamble of another width does not decide the delimiter', async () => {
  const preamble = 'Report; made, for; you\n\nSupplier|1148774\n'
  const rows = await read(`${preamble}a\tb\tc\n1\t2\t3\n4\t5\t6\n7\t8\t9\n`)
  expect(rows.slice(2)).toEqual([
    { number: 4, texts: ['a', 'b', 'c'] },
    { number: 5, texts: ['1', '2', '3'] },
    { number: 6, texts: ['4', '5', '6'] },
    { number: 7, texts: ['7', '8', '9'] },
  ])
})

const HINDI = 'नाम,राशि\nसाड़ी “लाल” – ₹,😀\n'
const HINDI_ROWS = [
  ['नाम', 'राशि'],
  ['साड़ी “लाल” – ₹', '😀'],
]

test('UTF-8 and UTF-16 of both byte orders are the same text', async () => {
  const little = new Uint8Array(Buffer.from(`\uFEFF${HINDI}`, 'utf16le'))
  const big = new Uint8Array(Buffer.from(little).swap16())
  for (const bytes of [HINDI, `\uFEFF${HINDI}`, little, big])
    expect(await textsIn(bytes)).toEqual(HINDI_ROWS)
  for (const size of [1, 2, 3, 5]) {
    expect((await read(little, {}, size)).map(({ texts }) => texts)).toEqual(HINDI_ROWS)
  }
})

test('UTF-16 that ends in half a letter is cut off', async () => {
  const bytes = new Uint8Array(Buffer.from('\uFEFFa,b', 'utf16le'))
  expect(await codeOf(read(bytes.slice(0, -1)))).toBe('csv-cut-off')
})

test('a field that is no UTF-8 is read as Windows writes it', async () => {
  const bytes = Uint8Array.from(
    [...'Caf', '\u00e9', ' ', '\u0096', ' x,1\n']
      .join('')
      .split('')
      .map((sign) => sign.charCodeAt(0)),
  )
  expect(await textsIn(bytes)).toEqual([['Café – x', '1']])
})

test('a quote that is never closed is a file cut off', async () => {
  expect(await codeOf(read('a,b\n"1,2\n3,4\n'))).toBe('csv-cut-off')
  expect(await codeOf(read('a,b\n1,"'))).toBe('csv-cut-off')
})

test.each([1, 2, 3, 7, 64])('pieces of %i bytes change nothing', async (size) => {
  const content = '\uFEFF"a","b""c"\r\n"x\r\ny",₹\r1,\n\n"z"t,"'.concat('"",last"')
  expect(await read(content, {}, size)).toEqual([
    { number: 1, texts: ['a', 'b"c'] },
    { number: 2, texts: ['x\r\ny', '₹'] },
    { number: 4, texts: ['1', ''] },
    { number: 6, texts: ['zt', '",last'] },
  ])
})

test('a file far larger than any window is read row by row', async () => {
  const lines = Array.from(
    { length: 60_000 },
    (_, index) => `${index},"Saree, ""red"" ${index}",₹\r\n`,
  )
  const table = openCsv(bytesOf(new TextEncoder().encode(lines.join(''))))
  let count = 0
  for await (const rows of table.rows()) {
    for (const row of rows) {
      if (row.text(1) !== `Saree, "red" ${count}` || row.number !== count + 1)
        expect.fail(`row ${count}`)
      count++
    }
  }
  expect(count).toBe(60_000)
})

test('as many rows, columns and bytes a cell as the limit are read, and one more is refused', async () => {
  expect(await read('a,b\n1,2', { rows: 2, columns: 2, cellBytes: 1 })).toHaveLength(2)
  expect(await codeOf(read('a,b\n1,2', { rows: 1 }))).toBe('too-many-rows')
  expect(await codeOf(read('a,b\n1,2', { columns: 1 }))).toBe('too-many-columns')
  expect(await codeOf(read('a,b\n1,22', { cellBytes: 1 }))).toBe('cell-too-long')
  expect(await codeOf(read('a,b\n1,"22"', { cellBytes: 1 }))).toBe('cell-too-long')
  expect(await codeOf(read('a,b\n1,"22', { cellBytes: 1 }))).toBe('cell-too-long')
})

test('a line without end is refused before it fills the memory', async () => {
  const bytes = new Uint8Array(3_000_000).fill(0x61)
  expect(await codeOf(textsOf(openCsv(bytesOf(bytes))))).toMatch(/cell-too-long|row-too-long/)
})

const FIXTURES = ['seller-2025', 'seller-2026'].flatMap((seller) =>
  readdirSync(`test/fixtures/${seller}`)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => `test/fixtures/${seller}/${name}`),
)

test.each(FIXTURES)('%s: every cell is what another reader sees', async (file) => {
  const bytes = new Uint8Array(readFileSync(file))
  const peer = papaparse.parse<string[]>(new TextDecoder().decode(bytes), {
    delimiter: ',',
    skipEmptyLines: true,
  })
  expect((await textsOf(openCsv(bytesOf(bytes)))).map(({ texts }) => texts)).toEqual(peer.data)
})

test('whatever another program writes is read as it was', async () => {
  const field = oneof(
    string({ unit: 'grapheme', maxLength: 8 }),
    constantFrom('"', ',', '\n', '\r\n', ';', '0.0', "'", 'a""b'),
  )
  // A line of one empty field cannot be told from a blank line.
  const rows = array(array(field, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 8 })
  await assert(
    asyncProperty(rows, constantFrom(',', ';', '\t', '|'), async (written, delimiter) => {
      // A header row shows the delimiter even where the other rows are all signs.
      const header = Array.from({ length: 20 }, () => ['Sub Order No', 'SKU', 'Quantity'])
      const content = papaparse.unparse([...header, ...written], { delimiter, newline: '\n' })
      expect((await textsIn(content)).slice(20)).toEqual(written)
    }),
    { numRuns: 200 },
  )
})
