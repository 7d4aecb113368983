import { formatCount, formatDay, formatMonth, formatRate } from '../format'

/** How far a month has come. */
export const money = {
  maturity: {
    label: (month: string) => `How far ${formatMonth(month)} has come`,
    settled: (bps: number) => `${formatRate(bps)} settled`,
    final: (bps: number) => `${formatRate(bps)} of sub-orders decided`,
    unknown: 'Settled share not known yet',
    safe: (day: string) => `safe to read since ${formatDay(day)}`,
    safeFrom: (day: string) => `safe to read from ${formatDay(day)}`,
    noSafe: 'no earlier month can tell yet when it is safe to read',
    range: 'its settlement may end between',
    and: 'and',
    learned: (months: number, within: number, tested: number) =>
      `learned from ${formatCount(months)} months, ${formatCount(within)} of ${formatCount(tested)} back-tests inside`,
    learnedOnly: (months: number) => `learned from ${formatCount(months)} months, too few to test`,
    noRange: 'too few earlier months for a range',
    profitRange: 'its net profit may end between',
    running: 'how it may end is told once the month is over',
    noProfit: {
      counting: 'its net profit is still being counted',
      costs_unknown:
        'no range of its net profit while a cost of its products or packaging is missing',
      gst_unknown: 'no range of its net profit while a GST rate is missing',
      earlier_unknown:
        'no range of its net profit, because costs or GST rates of earlier months are missing',
    },
    notUpToDate: 'files just added are still being judged',
    end: '.',
  },
} as const
