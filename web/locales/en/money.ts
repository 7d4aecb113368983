import { formatCount } from '../format'

const payouts = (count: number) => `${formatCount(count)} ${count === 1 ? 'payout' : 'payouts'}`

/** Money to come, the bank, how far a month has come, and SKUs. */
export const money = {
  calendar: {
    title: 'Money in, and to come',
    period: (days: string) => `Two weeks back and four ahead: ${days}`,
    kinds: { actual: 'Paid', promised: 'Promised', expected: 'Expected' },
    meaning: {
      actual: 'Paid is what the payments files say reached the bank.',
      promised: 'Promised is Meesho’s own estimate, from the newest outstanding file.',
      expected:
        'Expected is our estimate for delivered orders that are neither paid nor promised, on the days your earlier payments would have come.',
    },
    estimates: 'Promised and expected are estimates, and are in no other figure.',
    day: 'Day',
    unscheduled: 'Without a day yet',
    late: 'Late',
    later: 'On other days',
    snapshot: (day: string) => `Promises of ${day}`,
    noSnapshot: 'No outstanding file yet: nothing is promised.',
    learned: (count: number, days: number) =>
      `Days learned from ${formatCount(count)} first payments; late after ${formatCount(days)} days.`,
    notLearned: (days: number) =>
      `Too few payments yet to learn your days: expected ${formatCount(days)} days after the order.`,
    withoutEstimate: (count: number) =>
      `${formatCount(count)} delivered ${count === 1 ? 'sub-order has' : 'sub-orders have'} no price to estimate by and ${count === 1 ? 'is' : 'are'} left out.`,
    notUpToDate: 'Files just added are still being judged: these figures will change.',
    empty: 'Nothing paid, promised or expected in these weeks',
  },
  bank: {
    title: 'Compare with your bank',
    lead: 'Drop your bank’s statement (CSV or Excel, up to 5 MB). It is compared here and now and never stored.',
    choose: 'Choose a statement',
    accepts: 'HDFC, ICICI, SBI, Axis, Kotak and others, as the bank gives it',
    reading: 'Comparing…',
    another: 'Compare another statement',
    notStored: 'Nothing of this statement was stored. Leave the page, and the result is gone.',
    period: (period: string) => `Statement of ${period}`,
    allFine: 'Every payout of these days is in your bank, to the paisa.',
    lists: {
      different: 'Another amount came',
      missing: 'Not in your bank',
      unknownCredits: 'In your bank, but no payout that we know',
      amountOnly: 'Same amount, without its transaction id',
      unreadableRows: 'Rows we could not read',
      matched: 'In your bank, to the paisa',
      notCovered: 'Outside the days of this statement',
    },
    why: {
      different: 'The credit names the transaction, and its amount differs from the payout.',
      missing: 'Due within these days, and neither its transaction id nor its amount is there.',
      unknownCredits: 'Looks like Meesho’s. Perhaps the payments file of that day is missing.',
      amountOnly: 'Likely the payout. Check the narration.',
      unreadableRows: 'They are in no list. Check them in the statement.',
      matched: 'Found by the transaction id in the narration.',
      notCovered: 'They may have come before or after it.',
    },
    payout: payouts,
    rows: (count: number) => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`,
    row: (row: number) => `Row ${formatCount(row)}`,
    expected: 'Expected',
    came: 'Came',
    difference: 'Difference',
    unknownAmount: 'Amount not told',
    stranger: 'Does not look like Meesho',
    cut: (count: number) => `and ${formatCount(count)} more`,
  },
} as const
