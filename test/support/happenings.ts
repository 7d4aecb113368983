import { type Beside, BESIDE, type Term, TERMS } from '#core/settlements/terms'
import {
  type Arbitrary,
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  nat,
  oneof,
  option,
  record,
} from 'fast-check'

// A SKU that looks like a number, one that a CSV must quote, and one whose cost list spells it otherwise.
export const SKUS = ['00815', 'ब्लू-07', 'B7,"odd"-03', 'K12 Red', 'K12-blue'] as const
const STATUSES = [
  'DELIVERED',
  'DELIVERED',
  'DELIVERED',
  'RTO_COMPLETE',
  'CANCELLED',
  'LOST',
] as const
const MORE_STATUSES = [...STATUSES, 'SHIPPED', 'RETURN_REQUESTED', 'EXCHANGE', 'BEAMED_UP'] as const
const OUTCOMES = [
  'Delivered',
  'Delivered',
  'Delivered',
  'RTO',
  'Return',
  'Exchange',
  'Lost',
] as const
const MORE_OUTCOMES = [...OUTCOMES, 'Cancelled', 'Shipped', 'Teleported', '', ''] as const

const signed = (most: number) =>
  oneof(
    { weight: 3, arbitrary: constant(0) },
    { weight: 1, arbitrary: integer({ min: -most, max: most }) },
  )

// Safe because every term and every column beside is given an amount.
export const NO_FEES = Object.fromEntries([...TERMS, ...BESIDE].map((name) => [name, 0])) as Record<
  Term | Beside,
  number
>

const fees = record(
  // Safe because every term and every column beside is given an amount.
  Object.fromEntries([...TERMS, ...BESIDE].map((name) => [name, signed(30_000)])) as Record<
    Term | Beside,
    Arbitrary<number>
  >,
)

const line = record({
  status: constantFrom(...MORE_OUTCOMES),
  daysLater: nat(7),
  sale: oneof(constant(0), integer({ min: 5_000, max: 90_000 })),
  isSentBack: boolean(),
  fees,
  gap: oneof(
    { weight: 6, arbitrary: constant(0) },
    { weight: 1, arbitrary: integer({ min: -900, max: 900 }) },
  ),
  includes: constantFrom(undefined, undefined, undefined, 'supportGst', 'fixedFeeDeduction'),
  gstRate: constantFrom('5', '5', '12', '18'),
  orderDay: constantFrom('same', 'same', 'same', 'missing', 'next'),
  hasReason: boolean(),
  copies: constantFrom(1, 1, 1, 1, 2),
  hasUnlikeTwin: constantFrom(false, false, false, true),
})
export type Line = typeof line extends Arbitrary<infer Value> ? Value : never

const subOrder = record({
  day: nat(60),
  sku: nat(SKUS.length - 1),
  quantity: constantFrom(1, 1, 1, 2),
  status: constantFrom(...MORE_STATUSES),
  isListed: constantFrom(true, true, true, true, false),
  wasListed: constantFrom('no', 'same', 'shipped'),
  price: integer({ min: 5_000, max: 90_000 }),
  firstPaidAfter: integer({ min: 5, max: 30 }),
  lines: array(line, { maxLength: 3 }),
  promise: option(line, { freq: 5 }),
  parcel: option(
    record({
      export: constantFrom('intransit', 'completed_delivered', 'completed_lost'),
      type: constantFrom('Customer Return', 'Courier Return (RTO)'),
      after: integer({ min: 3, max: 25 }),
    }),
    { freq: 4 },
  ),
  claim: option(
    record({
      status: constantFrom('Open', 'Approved', 'Rejected'),
      after: integer({ min: 10, max: 40 }),
      amount: integer({ min: 1_000, max: 50_000 }),
    }),
    { freq: 6 },
  ),
})
export type SubOrderHappenings = typeof subOrder extends Arbitrary<infer Value> ? Value : never

const extra = record({
  day: nat(90),
  ranBefore: nat(5),
  amount: integer({ min: -40_000, max: 40_000 }),
})
export type Extra = typeof extra extends Arbitrary<infer Value> ? Value : never

/** What may happen to a small seller, before any report tells of it. */
export const happenings = record({
  layout: constantFrom('P2' as const, 'P3' as const),
  subOrders: array(subOrder, { minLength: 8, maxLength: 40 }),
  ads: array(extra, { maxLength: 6 }),
  referral: array(extra, { maxLength: 3 }),
  adjustments: array(extra, { maxLength: 3 }),
  costs: array(record({ sku: nat(SKUS.length - 1), cost: nat(40_000), day: nat(60) }), {
    maxLength: 6,
  }),
})
export type Happenings = typeof happenings extends Arbitrary<infer Value> ? Value : never
