import { type BusinessDate, businessDate } from '../dates'

export type DatedRate = {
  readonly from: BusinessDate
  readonly rateBps: number
  readonly source: string
}

/** TCS under section 52 of the CGST Act, on the net taxable value of supplies through the marketplace. */
export const TCS_RATES: readonly DatedRate[] = [
  { from: businessDate('2018-10-01'), rateBps: 100, source: 'Notification 52/2018 Central Tax' },
  { from: businessDate('2024-07-10'), rateBps: 50, source: 'Notification 15/2024 Central Tax' },
]

/** TDS under section 194-O of the Income-tax Act, on the gross amount of sales through the marketplace. */
export const TDS_RATES: readonly DatedRate[] = [
  { from: businessDate('2020-10-01'), rateBps: 100, source: 'Finance Act 2020, section 194-O' },
  {
    from: businessDate('2024-10-01'),
    rateBps: 10,
    source: 'Finance (No. 2) Act 2024, section 194-O',
  },
]

/** GST on the services a marketplace bills: commission, shipping, advertising (SAC 9985, 9983). */
export const SERVICE_GST_RATES: readonly DatedRate[] = [
  {
    from: businessDate('2017-07-01'),
    rateBps: 1800,
    source: 'Notification 11/2017 Central Tax (Rate)',
  },
]

/** The rate in force on a day; nothing before the first. */
export function rateOn(rates: readonly DatedRate[], day: BusinessDate): number | undefined {
  return rates.findLast((rate) => rate.from <= day)?.rateBps
}

/** Every rate in force on some day of a period, oldest first: two where it changed within. */
export function ratesWithin(
  rates: readonly DatedRate[],
  from: BusinessDate,
  to: BusinessDate,
): DatedRate[] {
  const first = Math.max(
    rates.findLastIndex((rate) => rate.from <= from),
    0,
  )
  return rates.slice(first).filter((rate) => rate.from <= to)
}
