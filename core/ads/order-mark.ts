/**
 * What Meesho's `Order source` says of a sub-order. It is Meesho's claim, not a link to a campaign; the
 * column stands in files from 2026 on, is often blank there, and blank is not the same as organic.
 */
export const ORDER_MARKS = ['ad', 'organic', 'unmarked', 'other'] as const

export type OrderMark = (typeof ORDER_MARKS)[number]

/** The words of the column, in any case. */
export const MARK_WORDS = { ad: 'ad order', organic: 'organic' } as const
