import { csvTable } from '#core/files/csv'
import { readStatement } from '#core/bank/statement'
import { assert, asyncProperty, string, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'

function tableOf(bytes: Uint8Array) {
  return csvTable(async function* () {
    yield bytes
  })
}

const read = (text: string) => readStatement(tableOf(new TextEncoder().encode(text)))

const creditsOf = async (text: string) =>
  (await read(text))!.credits.map(({ on, amount }) => [on, amount])

const NEFT =
  'NEFT CR-UTIB0000100-MEESHO TECHNOLOGIES PRIVATE LIMITED-ASHA TEXTILES-AXISCN1000089205'

/** The same three days as each bank prints them: a payout, a purchase of 2,500.00, and 12.50 of interest. */
const LAYOUTS: Record<string, string> = {
  'HDFC, saved from its .xls': [
    'HDFC BANK Ltd.,,,,,,',
    'M/S. ASHA TEXTILES,,,Account Branch : RING ROAD SURAT,,,',
    'Statement From : 01/08/2026 To : 31/08/2026,,,,,,',
    'Date,Narration,Chq./Ref.No.,Value Dt,Withdrawal Amt.,Deposit Amt.,Closing Balance',
    '********,********,********,********,********,********,********',
    `03/08/26,${NEFT},AXISCN1000089205,03/08/26,,"4,310.36","14,310.36"`,
    '04/08/26,POS 416021XXXXXX1234 PACKWELL,0000421516021212,04/08/26,"2,500.00",,"11,810.36"',
    '31/08/26,INTEREST PAID TILL 31-AUG-2026,000000000000000,31/08/26,,12.50,"11,822.86"',
    '********,********,********,********,********,********,********',
    'STATEMENT SUMMARY :-,,,,,,',
    'Opening Balance,Dr Count,Cr Count,Debits,Credits,,Closing Bal',
    '"10,000.00",1,2,"2,500.00","4,322.86",,"11,822.86"',
  ].join('\r\n'),
  'HDFC, delimited': [
    'Date     ,Narration                                   ,Value Dat,Debit Amount       ,Credit Amount      ,Chq/Ref Number   ,Closing Balance',
    ` 03/08/26,${NEFT}   ,03/08/26 ,          0.00       ,       4310.36      ,AXISCN1000089205 ,      14310.36  `,
    ' 04/08/26,POS 416021XXXXXX1234 PACKWELL   ,04/08/26 ,       2500.00       ,          0.00      ,0000421516021212 ,      11810.36  ',
    ' 31/08/26,INTEREST PAID TILL 31-AUG-2026  ,31/08/26 ,          0.00       ,         12.50      ,000000000000000  ,      11822.86  ',
  ].join('\n'),
  ICICI: [
    'DETAILED STATEMENT,,,,,,,',
    ',Account Number,,000405001234 ( INR ) - ASHA TEXTILES,,,,',
    ',Transaction Period,,From 01/08/2026 To 31/08/2026,,,,',
    'S No.,Value Date,Transaction Date,Cheque Number,Transaction Remarks,Withdrawal Amount (INR ),Deposit Amount (INR ),Balance (INR )',
    `1,03/08/2026,03/08/2026,-,NEFT-AXISCN1000089205-MEESHO TECHNOLOGIES PRI,0.0,4310.36,14310.36`,
    '2,04/08/2026,04/08/2026,-,VPS/PACKWELL/202608041204,2500.0,0.0,11810.36',
    '3,31/08/2026,31/08/2026,-,000405001234:Int.Pd:01-08-2026 to 31-08-2026,0.0,12.5,11822.86',
    ',,,,,,,',
    'Legends Used in Account Statement,,,,,,,',
    'VPS/IPS - Debit card transaction,,,,,,,',
  ].join('\n'),
  'SBI, whose .xls is text with tabs': [
    'Account Name\t:\tM/S ASHA TEXTILES',
    'Address\t:\tRING ROAD',
    'Start Date\t:\t1 Aug 2026',
    '',
    'Txn Date\tValue Date\tDescription\tRef No./Cheque No.\tBranch Code\tDebit\tCredit\tBalance',
    '3 Aug 2026\t3 Aug 2026\tBY TRANSFER-NEFT*UTIB0000100*AXISCN1000089205*MEESHO TECHNO--\tTRANSFER FROM 3199678044308\t4430\t \t4,310.36\t14,310.36',
    '4 Aug 2026\t4 Aug 2026\tTO DEBIT-ATM PACKWELL--\t\t4430\t2,500.00\t \t11,810.36',
    '31 Aug 2026\t31 Aug 2026\tCREDIT INTEREST--\t\t4430\t \t12.50\t11,822.86',
    '**This is a computer generated statement and does not require a signature',
  ].join('\n'),
  Axis: [
    'Name :- ASHA TEXTILES',
    'Statement of Account No - 919020012345678 for the period (From : 01-08-2026 To : 31-08-2026)',
    '',
    'Tran Date,CHQNO,PARTICULARS,DR,CR,BAL,SOL',
    '03-08-2026,-,NEFT/AXISCN1000089205/MEESHO TECHNOLOGIES PRIVATE LIMITED/AXIS BANK, ,           4310.36,          14310.36,1234',
    '04-08-2026,-,POS/PACKWELL/SURAT/040826,           2500.00, ,          11810.36,1234',
    '31-08-2026,-,SB:919020012345678:Int.Pd:01-08-2026 to 31-08-2026, ,             12.50,          11822.86,1234',
    '',
    'Legends :-,,,,,,',
  ].join('\n'),
  'Kotak, one amount with its side beside it': [
    'Sl. No.,Date,Description,Chq / Ref number,Amount,Dr / Cr,Balance,Dr / Cr',
    `1,03-08-2026,${NEFT},NEFTINW-0123456789,"4,310.36",CR,"14,310.36",CR`,
    '2,04-08-2026,PCD/1234/PACKWELL,PCD-1234,"2,500.00",DR,"11,810.36",CR',
    '3,31-08-2026,Int.Pd:1234567890,,12.50,CR,"11,822.86",CR',
  ].join('\n'),
  'a bank with semicolons and Cr behind the amount': [
    'Transaction Date;Particulars;Amount (INR);Balance',
    `03-Aug-2026;${NEFT};4,310.36 Cr;14,310.36 Cr`,
    '04-Aug-2026;PACKWELL;2,500.00Dr;11,810.36 Cr',
    '31-Aug-2026;INTEREST;₹12.50(Cr);11,822.86 Cr',
  ].join('\n'),
  'a bank with a minus before what went out': [
    '"Date","Details","Amount"',
    `"2026-08-03","${NEFT}","4,310.36"`,
    '"2026-08-04","PACKWELL","-2,500.00"',
    '"2026-08-31","INTEREST","12.50"',
  ].join('\n'),
}

describe.each(Object.entries(LAYOUTS))('%s', (_, text) => {
  test('gives the two credits and their days, and nothing of what went out', async () => {
    const statement = (await read(text))!
    expect(statement.credits).toMatchObject([
      {
        on: '2026-08-03',
        amount: 4_310_36,
        narration: expect.stringContaining('AXISCN1000089205'),
      },
      { on: '2026-08-31', amount: 12_50 },
    ])
    expect(statement.period).toEqual({ from: '2026-08-03', to: '2026-08-31' })
    expect(statement.unreadable).toEqual([])
    expect(statement.rows).toBe(3)
  })
})

const HEAD = 'Date,Narration,Debit,Credit,Balance'

describe('rows', () => {
  test('a narration that goes on below its row is one narration', async () => {
    const statement = await read(
      [
        HEAD,
        '03-08-2026,NEFT AXISCN10000,,100.00,',
        ',89205 MEESHO,,,',
        '04-08-2026,X,,1.00,',
      ].join('\n'),
    )
    expect(statement!.credits[0]).toMatchObject({ narration: 'NEFT AXISCN10000 89205 MEESHO' })
    expect(statement!.credits).toHaveLength(2)
  })

  test('amounts have Indian or western commas, a rupee sign or none, and never more than paise', async () => {
    const rows = [
      '"1,23,456.78"',
      '"123,456.78"',
      'Rs. 5',
      '₹ 7.5',
      'INR 9.00',
      '12.345',
      '1.2.3',
      '#REF!',
    ]
    const statement = await read(
      [HEAD, ...rows.map((amount) => `03-08-2026,X,,${amount},`)].join('\n'),
    )
    expect(statement!.credits.map(({ amount }) => amount)).toEqual([
      1_23_456_78, 1_23_456_78, 5_00, 7_50, 9_00,
    ])
    expect(statement!.unreadable.map(({ row }) => row)).toEqual([7, 8, 9])
  })

  test('an amount that commas tore apart is not read as another amount', async () => {
    const statement = await read([HEAD, '03-08-2026,X,,1,23,456.78,5,000.00'].join('\n'))
    expect(statement!.credits).toEqual([])
    expect(statement!.unreadable).toMatchObject([{ row: 2 }])
  })

  test('an amount without a day is named; sums below the table are none', async () => {
    const statement = await read(
      [HEAD, 'soon,X,,5.00,', '03-08-2026,Y,,6.00,', ',Grand Total,,11.00,', 'Total,,,11.00,'].join(
        '\n',
      ),
    )
    expect(statement!.credits).toMatchObject([{ amount: 6_00 }])
    expect(statement!.unreadable).toMatchObject([{ row: 2, text: 'soon · X · 5.00' }])
  })

  test('a credit taken back is no credit', async () => {
    expect(await creditsOf(`${HEAD}\n03-08-2026,X,,-5.00,\n03-08-2026,X,,(5.00),`)).toEqual([])
  })

  test('without any word on its side an amount is not counted', async () => {
    const statement = await read('Date,Narration,Amount,Balance\n03-08-2026,X,5.00,10.00')
    expect(statement!.credits).toEqual([])
    expect(statement!.unreadable).toMatchObject([
      { reason: 'Nothing says whether this amount came in or went out.' },
    ])
  })

  test('a column that a spreadsheet program turned to month first is read so', async () => {
    const rows = ['08/03/2026,X,,5.00,', '08/31/2026,Y,,6.00,']
    expect(await creditsOf([HEAD, ...rows].join('\n'))).toEqual([
      ['2026-08-03', 5_00],
      ['2026-08-31', 6_00],
    ])
  })
})

const manyRows = (count: number) => `${HEAD}\n${'03-08-2026,X,,5.00,\n'.repeat(count)}`

const attempt = async (bytes: Uint8Array) => {
  try {
    await readStatement(tableOf(bytes))
  } catch (error) {
    expect(error).toMatchObject({ name: 'UnreadableFile' })
  }
}

describe('what is no statement', () => {
  test.each([
    '',
    'Sub Order No,Payment Date,Final Settlement Amount\n1_1,2026-08-01,5',
    'Date,Narration,Balance\n03-08-2026,X,5.00',
    'just a line of text',
    '03/08/26 NEFT MEESHO                4,310.36          14,310.36',
  ])('%j is told apart', async (text) => {
    expect(await read(text)).toBeUndefined()
  })

  test('any bytes are either no statement, a statement, or refused in words', async () => {
    await assert(asyncProperty(uint8Array({ maxLength: 300 }), attempt))
    await assert(
      asyncProperty(string({ unit: 'binary', maxLength: 300 }), async (tail) =>
        attempt(new TextEncoder().encode(`${HEAD}\n03-08-2026,${tail}`)),
      ),
    )
  }, 30_000)

  test('more than a hundred thousand rows are refused; so many are read', async () => {
    expect((await read(manyRows(100_000)))!.credits).toHaveLength(100_000)
    await expect(read(manyRows(100_001))).rejects.toMatchObject({ code: 'statement-too-long' })
  }, 30_000)
})
