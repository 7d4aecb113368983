import { bytesOf } from '#core/files/bytes'
import { LIMITS, type Limits } from '#core/files/limits'
import { openWorkbook } from '#core/files/xlsx'
import { openZip } from '#core/files/zip'
import { inPieces, sheetsOf, textsOf } from '#test/support/rows'
import {
  makeWorkbook,
  sharedStringsOf,
  sheetOf,
  stylesOf,
  type WorkbookParts,
} from '#test/support/workbook-writer'
import { makeZip } from '#test/support/zip-writer'
import { codeOf } from './code-of'
import { expect, test } from 'vitest'

type Extras = Omit<WorkbookParts, 'sheets'>

/** The texts of the rows of a sheet. */
async function read(rows: string, extras: Extras = {}): Promise<string[][]> {
  const sheets = await sheetsOf(await makeWorkbook({ ...extras, sheets: { Sheet: sheetOf(rows) } }))
  return sheets['Sheet']!.map(({ texts }) => texts)
}

/** The text of the one cell of a sheet. */
async function cell(xml: string, extras: Extras = {}): Promise<string | undefined> {
  return (await read(`<row r="1">${xml}</row>`, extras))[0]?.[0]
}

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`

test.each([
  ['an inline text', '<c r="A1" t="inlineStr"><is><t>Delivered</t></is></c>', 'Delivered'],
  [
    'an inline text with a style',
    '<c r="A1" s="3" t="inlineStr"><is><t>Delivered</t></is></c>',
    'Delivered',
  ],
  ['an empty inline text', '<c r="A1" t="inlineStr"><is><t></t></is></c>', ''],
  ['an inline text that closes itself', '<c r="A1" t="inlineStr"><is><t/></is></c>', ''],
  [
    'a text kept with its spaces',
    '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>',
    ' a ',
  ],
  ['a number', '<c r="A1"><v>499</v></c>', '499'],
  ['a number that says so', '<c r="A1" t="n"><v>-165.50</v></c>', '-165.5'],
  ['a number as floats print it', '<c r="A1"><v>110.88000000000001</v></c>', '110.88'],
  [
    'an id of 18 digits that became a number',
    '<c r="A1"><v>158000000000000001</v></c>',
    '1.58E+17',
  ],
  ['true', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
  ['false', '<c r="A1" t="b"><v>0</v></c>', 'FALSE'],
  ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
  ['the text a formula gives', '<c r="A1" t="str"><f>A2&amp;"x"</f><v>ax</v></c>', 'ax'],
  ['the number a formula gives', '<c r="A1"><f>SUM(A2:A9)</f><v>12</v></c>', '12'],
  ['a shared formula without its text', '<c r="A1"><f t="shared" si="0"/><v>12</v></c>', '12'],
  ['a formula without a value', '<c r="A1" t="str"><f>A2</f></c>', ''],
  ['a date of the strict dialect', '<c r="A1" t="d"><v>2026-08-21T00:00:00</v></c>', '2026-08-21'],
  [
    'single quotes and any order',
    "<c  t = 'inlineStr'  s='1'\n r='A1' ><is><t>x</t></is></c >",
    'x',
  ],
  [
    'a sign of more inside an attribute',
    '<c r="A1" x="a>b" t="inlineStr"><is><t>x</t></is></c>',
    'x',
  ],
  [
    'runs of rich text',
    '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>Sub </t></r><r><t>Order</t></r></is></c>',
    'Sub Order',
  ],
  [
    'a reading aid beside the text',
    '<c r="A1" t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c>',
    '東京',
  ],
  ['CDATA', '<c r="A1" t="inlineStr"><is><t>a<![CDATA[<b> & ]]>c</t></is></c>', 'a<b> & c'],
  ['a comment in a text', '<c r="A1" t="inlineStr"><is><t>a<!-- </t> -->b</t></is></c>', 'ab'],
  ['CDATA in a value', '<c r="A1" t="str"><v><![CDATA[a]]>b</v></c>', 'ab'],
  ['an instruction between tags', '<c r="A1" t="inlineStr"><?x <t>?><is><t>a</t></is></c>', 'a'],
  ['a link behind the value', '<c r="A1"><v>5</v><extLst><ext/></extLst></c>', '5'],
])('%s is read', async (_, xml, text) => {
  expect(await cell(xml)).toBe(text)
})

test.each([
  ['TCS &amp; TDS', 'TCS & TDS'],
  ['&lt;b&gt; &quot;x&quot; &apos;y&apos;', `<b> "x" 'y'`],
  ['&#8377;499 &#x20B9;499', '₹499 ₹499'],
  ['&#128512;', '😀'],
  ['&unknown; &', '&unknown; &'],
  ['&amp;lt;', '&lt;'],
  ['a\r\nb\rc', 'a\nb\nc'],
  ['a&#13;b', 'a\rb'],
  ['a_x000D_b', 'a\rb'],
  ['a_x005F_x000D_b', 'a_x000D_b'],
  ['a_x00b_1', 'a_x00b_1'],
  ['158000000000000001_1', '158000000000000001_1'],
  ['Designer Hair Clip “Pearl” – बाल', 'Designer Hair Clip “Pearl” – बाल'],
])('%s means %s, inline, shared and as a result', async (written, text) => {
  expect(await cell(inline(written))).toBe(text)
  expect(await cell(`<c t="str"><v>${written}</v></c>`)).toBe(text)
  const sharedStrings = sharedStringsOf(
    `<si><t>${written}</t></si><si><r><t>${written}</t></r></si>`,
  )
  expect(
    await read('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', { sharedStrings }),
  ).toEqual([[text, text]])
})

test('shared texts: plain, rich, empty, with reading aids, and used by many cells', async () => {
  const sharedStrings = sharedStringsOf(
    '<si><t>RTO</t></si><si/><si><t/></si><si><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></si><si><t>x</t><rPh><t>y</t></rPh><phoneticPr/></si>',
  )
  const cells = [0, 1, 2, 3, 4, 0].map((index) => `<c t="s"><v>${index}</v></c>`).join('')
  expect(await read(`<row>${cells}</row>`, { sharedStrings })).toEqual([
    ['RTO', '', '', 'a b', 'x', 'RTO'],
  ])
})

test('a shared text that the workbook does not have is damage, not a blank', async () => {
  const sharedStrings = sharedStringsOf('<si><t>RTO</t></si>')
  expect(await codeOf(cell('<c t="s"><v>1</v></c>', { sharedStrings }))).toBe('workbook-damaged')
  expect(await codeOf(cell('<c t="s"><v>0</v></c>'))).toBe('workbook-damaged')
  expect(await codeOf(cell('<c t="s"><v>-1</v></c>', { sharedStrings }))).toBe('workbook-damaged')
})

test('dates are known by their style: built in, or by a code of its own', async () => {
  const styles = stylesOf([0, 14, 22, 'dd-mm-yyyy', '0.00', '[h]:mm', 49])
  const cells = [0, 1, 2, 3, 4, 5, 6].map((style) => `<c s="${style}"><v>45901.5</v></c>`).join('')
  const date = '2025-09-01 12:00:00'
  expect(await read(`<row>${cells}</row>`, { styles })).toEqual([
    ['45901.5', date, date, date, '45901.5', '45901.5', '45901.5'],
  ])
  expect(await cell('<c s="1"><v>44439</v></c>', { styles, is1904: true })).toBe('2025-09-01')
})

test('a style beyond the list, or no styles at all, leaves a number a number', async () => {
  expect(await cell('<c s="9"><v>45901</v></c>', { styles: stylesOf([0, 14]) })).toBe('45901')
  expect(await cell('<c s="1"><v>45901</v></c>')).toBe('45901')
})

test('missing cells and rows leave gaps, and rows keep their own numbers', async () => {
  const rows =
    '<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="5" spans="1:4"/><row r="7"><c r="AA7"><v>3</v></c></row>'
  const { Sheet } = await sheetsOf(await makeWorkbook({ sheets: { Sheet: sheetOf(rows) } }))
  expect(Sheet).toEqual([
    { number: 2, texts: ['', '1', '', '2'] },
    { number: 5, texts: [] },
    { number: 7, texts: [...Array.from({ length: 26 }, () => ''), '3'] },
  ])
})

test('cells and rows without a reference follow the one before', async () => {
  const rows =
    '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>'
  const { Sheet } = await sheetsOf(await makeWorkbook({ sheets: { Sheet: sheetOf(rows) } }))
  expect(Sheet).toEqual([
    { number: 1, texts: ['1', '', '2'] },
    { number: 4, texts: ['', '3', '4'] },
    { number: 5, texts: ['5'] },
  ])
})

test('a row without a number takes that of its cells', async () => {
  const { Sheet } = await sheetsOf(
    await makeWorkbook({ sheets: { Sheet: sheetOf('<row><c r="A9"><v>1</v></c></row>') } }),
  )
  expect(Sheet![0]!.number).toBe(9)
})

test('a column asked for beyond the row, or between its cells, is empty text', async () => {
  const zip = await openZip(
    bytesOf(
      await makeWorkbook({ sheets: { Sheet: sheetOf('<row><c r="C1"><v>1</v></c></row>') } }),
    ),
  )
  const { tables } = await openWorkbook(zip)
  for await (const [row] of tables[0]!.rows()) {
    expect([0, 1, 2, 3, 400].map((column) => row!.text(column))).toEqual(['', '', '1', '', ''])
  }
})

test.each([
  ['rows that run backwards', '<row r="2"/><row r="1"/>'],
  ['two rows of one number', '<row r="2"/><row r="2"/>'],
  ['cells that run backwards', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
  [
    'two cells of one place',
    `<row r="1"><c r="A1" t="inlineStr"><is><t>1</t></is></c><c r="A1" t="inlineStr"><is><t>2</t></is></c></row>`,
  ],
  ['a cell that belongs to another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
  ['a reference that is none', '<row r="1"><c r="11"><v>1</v></c></row>'],
  ['a row number that is none', '<row r="x"/>'],
  ['an unknown kind of cell', '<row><c t="x"><v>1</v></c></row>'],
])('%s are damage', async (_, rows) => {
  expect(await codeOf(read(rows))).toBe('workbook-damaged')
})

test('prefixed names are the same names', async () => {
  const sheet =
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c r="B1"><x:v>5</x:v></x:c><x:c r="C1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  const sharedStrings = '<x:sst xmlns:x="m"><x:si><x:r><x:t>shared</x:t></x:r></x:si></x:sst>'
  const { Sheet } = await sheetsOf(await makeWorkbook({ sheets: { Sheet: sheet }, sharedStrings }))
  expect(Sheet).toEqual([{ number: 1, texts: ['a', '5', 'shared'] }])
})

test('a sheet with no rows has none, however it is written', async () => {
  expect(await read('')).toEqual([])
  const { Sheet } = await sheetsOf(
    await makeWorkbook({ sheets: { Sheet: '<worksheet><sheetData/></worksheet>' } }),
  )
  expect(Sheet).toEqual([])
})

test('a byte order mark, comments and instructions before the sheet are passed over', async () => {
  const sheet = `\uFEFF<?xml version='1.0'?><!-- <sheetData> --><?x y?>${sheetOf('<row><c><v>1</v></c></row>').slice(55)}`
  const { Sheet } = await sheetsOf(await makeWorkbook({ sheets: { Sheet: sheet } }))
  expect(Sheet).toEqual([{ number: 1, texts: ['1'] }])
})

test.each([
  ['UTF-16', new Uint8Array(Buffer.from('\uFEFF<worksheet><sheetData/></worksheet>', 'utf16le'))],
  [
    'another declared encoding',
    '<?xml version="1.0" encoding="ISO-8859-1"?><worksheet><sheetData/></worksheet>',
  ],
])('a sheet in %s is refused', async (_, sheet) => {
  const files = await makeWorkbook({ sheets: { Sheet: sheet as string } })
  expect(await codeOf(sheetsOf(files))).toBe('workbook-encoding')
})

test.each([
  '<!DOCTYPE worksheet><worksheet><sheetData/></worksheet>',
  '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
  '<worksheet><sheetData><!ENTITY a "b"></sheetData></worksheet>',
])('definitions in a sheet are refused: %s', async (Sheet) => {
  expect(await codeOf(sheetsOf(await makeWorkbook({ sheets: { Sheet } })))).toBe('workbook-unsafe')
})

test('definitions in any other part are refused', async () => {
  const doctype = '<!DOCTYPE x [<!ENTITY a "b">]>'
  const sheets = { Sheet: sheetOf('<row><c t="s"><v>0</v></c></row>') }
  expect(
    await codeOf(sheetsOf(await makeWorkbook({ sheets, sharedStrings: `${doctype}<sst/>` }))),
  ).toBe('workbook-unsafe')
  expect(
    await codeOf(sheetsOf(await makeWorkbook({ sheets, styles: `${doctype}<styleSheet/>` }))),
  ).toBe('workbook-unsafe')
})

test.each([
  '<worksheet><sheetData><row r="1"><c><v>1</v></c></row>',
  '<worksheet><sheetData><row r="1"><c><v>1</v></c></row><row r="2"><c><v>2',
  '<worksheet><sheetData><row r="1"><c><v>1</v></c></row></sheetDat',
  '<worksheet>',
  '',
])(
  'a sheet whose writer died in the middle is refused, though the ZIP is whole: %s',
  async (Sheet) => {
    const zipped = await makeZip(
      [
        ['xl/workbook.xml', '<workbook><sheets><sheet name="Sheet" r:id="1"/></sheets></workbook>'],
        [
          'xl/_rels/workbook.xml.rels',
          '<R><Relationship Id="1" Type="x/worksheet" Target="s.xml"/></R>',
        ],
        ['xl/s.xml', Sheet],
      ].map(([name, content]) => ({ name: name!, content: content! })),
    )
    expect(await codeOf(sheetsOf(zipped))).toBe('sheet-cut-off')
  },
)

test('shared texts that end in the middle are refused', async () => {
  const sharedStrings = '<sst><si><t>RTO</t></si>'
  expect(await codeOf(cell('<c t="s"><v>0</v></c>', { sharedStrings }))).toBe('workbook-damaged')
})

test('sheets come in the order of their tabs, by absolute links as well', async () => {
  const sheets = {
    Disclaimer: sheetOf(inline('x')),
    'Order Payments & more': sheetOf('<row><c><v>1</v></c></row>'),
  }
  for (const hasAbsoluteTargets of [true, false]) {
    const read = await sheetsOf(await makeWorkbook({ sheets, hasAbsoluteTargets }))
    expect(Object.keys(read)).toEqual(['Disclaimer', 'Order Payments & more'])
    expect(read['Order Payments & more']).toHaveLength(1)
  }
})

async function createdOn(created?: string) {
  const sheets = { Sheet: sheetOf('') }
  const parts = created === undefined ? { sheets } : { sheets, created }
  return (await openWorkbook(await openZip(bytesOf(await makeWorkbook(parts))))).createdOn
}

test('the day a workbook was made is the day it was in India', async () => {
  expect(await createdOn('2026-09-03T18:29:59Z')).toBe('2026-09-03')
  expect(await createdOn('2026-09-03T18:30:00Z')).toBe('2026-09-04')
  expect(await createdOn('yesterday')).toBeUndefined()
  expect(await createdOn()).toBeUndefined()
})

async function readWithin(rows: string, limits: Partial<Limits>, extras: Extras = {}) {
  const bytes = await makeWorkbook({ ...extras, sheets: { Sheet: sheetOf(rows) } })
  const zip = await openZip(bytesOf(bytes), { limits: { ...LIMITS, ...limits } })
  return textsOf((await openWorkbook(zip)).tables[0]!)
}

test('as many rows as the limit are read, and one more is refused', async () => {
  const rows = '<row><c><v>1</v></c></row>'.repeat(3)
  expect(await readWithin(rows, { rows: 3 })).toHaveLength(3)
  expect(await codeOf(readWithin(rows, { rows: 2 }))).toBe('too-many-rows')
  expect(await codeOf(readWithin('<row r="2000001"/>', {}))).toBe('too-many-rows')
})

test.each([
  [
    'inline',
    '<c r="A1" t="inlineStr"><is><t>1</t></is></c><c r="B1" t="inlineStr"><is><t>2</t></is></c>',
  ],
  ['numbers', '<c><v>1</v></c><c><v>2</v></c>'],
])('as many columns as the limit are read, and one more is refused: %s', async (_, cells) => {
  const rows = `<row r="1">${cells}</row>`
  expect(await readWithin(rows, { columns: 2 })).toEqual([{ number: 1, texts: ['1', '2'] }])
  expect(await codeOf(readWithin(rows, { columns: 1 }))).toBe('too-many-columns')
})

test('cells that are only formatted, beyond the last column that counts, refuse nothing', async () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>'
  expect(await readWithin(rows, { columns: 1 })).toEqual([{ number: 1, texts: ['1'] }])
})

test.each([
  ['inline', '<c r="A1" t="inlineStr"><is><t>12345</t></is></c>'],
  ['rich', '<c r="A1" t="inlineStr"><is><r><t>123</t></r><r><t>45</t></r></is></c>'],
  ['a number', '<c r="A1"><v>12345</v></c>'],
  ['a result', '<c r="A1" t="str"><v>12345</v></c>'],
  ['shared', '<c r="A1" t="s"><v>0</v></c>'],
])('a cell of exactly the limit is read, and a byte more is refused: %s', async (_, xml) => {
  const sharedStrings = sharedStringsOf('<si><t>12345</t></si>')
  const row = `<row r="1">${xml}</row>`
  expect(await readWithin(row, { cellBytes: 5 }, { sharedStrings })).toEqual([
    { number: 1, texts: ['12345'] },
  ])
  expect(await codeOf(readWithin(row, { cellBytes: 4 }, { sharedStrings }))).toBe('cell-too-long')
})

test('shared texts may fill their limit, and no byte more', async () => {
  const sharedStrings = sharedStringsOf('<si><t>123</t></si><si><t>45</t></si>')
  const row = '<row><c t="s"><v>1</v></c></row>'
  expect(await readWithin(row, { sharedTextBytes: 5 }, { sharedStrings })).toHaveLength(1)
  expect(await codeOf(readWithin(row, { sharedTextBytes: 4 }, { sharedStrings }))).toBe(
    'workbook-too-much-text',
  )
})

test('a row of the longest cells allowed is read, though it is larger than any window', async () => {
  const text = 'x'.repeat(LIMITS.cellBytes)
  const [texts] = await read(`<row>${inline(text).repeat(20)}</row>`)
  expect(texts).toEqual(Array.from({ length: 20 }, () => text))
})

test('a row that never ends is refused before it fills the memory', async () => {
  const row = `<row>${'<c/>'.repeat(200_000)}</row>`
  expect(await readWithin(row, {})).toHaveLength(1)
  expect(await codeOf(readWithin(row, { columns: 10, cellBytes: 1000 }))).toBe('row-too-long')
})

test.each([1, 2, 3, 7, 61, 1000])('pieces of %i bytes change nothing', async (size) => {
  const parts: WorkbookParts = {
    isStored: true,
    sheets: {
      Sheet: sheetOf(
        `\n<row r="1">\n<c r="A1" t="inlineStr"><is><t>TCS &amp; TDS</t></is></c><c r="B1"/><c r="C1" s="1"><v>45901</v></c></row><!-- c --><row r="3"><c r="A3" t="s"><v>1</v></c><c t="str"><f>a</f><v><![CDATA[x]]></v></c>${inline('₹ “é” 😀')}</row>`,
      ),
    },
    styles: stylesOf([0, 14]),
    sharedStrings: sharedStringsOf('<si><t>a</t></si><si><r><t>b</t></r><r><t>₹</t></r></si>'),
  }
  expect((await sheetsOf(inPieces(await makeWorkbook(parts), size)))['Sheet']).toEqual([
    { number: 1, texts: ['TCS & TDS', '', '2025-09-01'] },
    { number: 3, texts: ['b₹', 'x', '₹ “é” 😀'] },
  ])
})

test('rows can be read again from the start, also after leaving early', async () => {
  const zip = await openZip(
    bytesOf(
      await makeWorkbook({ sheets: { Sheet: sheetOf('<row><c><v>1</v></c></row>'.repeat(9)) } }),
    ),
  )
  const { tables } = await openWorkbook(zip)
  for await (const rows of tables[0]!.rows()) {
    expect(rows[0]!.text(0)).toBe('1')
    break
  }
  expect(await textsOf(tables[0]!)).toHaveLength(9)
})

test('a ZIP that is no workbook, and a workbook whose sheet is missing, are refused', async () => {
  expect(await codeOf(sheetsOf(await makeZip([{ name: 'a.csv', content: 'x' }])))).toBe(
    'workbook-damaged',
  )
  const noSheet = await makeZip([
    {
      name: 'xl/workbook.xml',
      content: '<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>',
    },
  ])
  expect(await codeOf(sheetsOf(noSheet))).toBe('workbook-damaged')
  expect(await codeOf(sheetsOf(await makeZip([{ name: 'xl/workbook.bin', content: 'x' }])))).toBe(
    'workbook-binary',
  )
})
