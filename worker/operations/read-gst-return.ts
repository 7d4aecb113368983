import type { BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { GstNet } from '#core/tax/gst'
import { type OperatorRows, stateCodeOf } from '#core/tax/gstr1'
import type { KnownAt } from '#db/ledger/knowledge'
import type { GstRowSum } from '#db/ledger/queries/gst-sums'
import { type GstCounts, gstinsOf, operatorsOf, readGstRows, sumGstMonth } from '#engine/read-gst'
import type { Caller } from '../env'
import { AppError } from '../problem'
import { storesInQuestion } from './stores-in-question'

export type GstQuestion = {
  readonly month: BusinessMonth
  readonly store: string | undefined
  readonly knownAt: KnownAt
}

/** A month's rows of one registered seller: a return is filed for each GSTIN on its own. */
export type GstReturn = {
  readonly storeIds: readonly StoreId[]
  /** Nothing for a month without rows. */
  readonly gstin: string | undefined
  /** The first two digits of the GSTIN: where the goods are supplied from. */
  readonly sellerState: string
  readonly rows: readonly GstNet[]
  /** The same rows by the marketplace that they name. */
  readonly operators: readonly OperatorRows[]
  readonly counts: GstCounts
  /** Rows of layouts that do not name the seller: whose they are is not guessed, so they are in no table. */
  readonly withoutGstin: number
}

export async function readGstSums(
  caller: Caller,
  { month, store, knownAt }: GstQuestion,
): Promise<{ storeIds: readonly StoreId[]; sums: readonly GstRowSum[] }> {
  const stores = await storesInQuestion(caller, store)
  const storeIds = stores.map(({ id }) => id)
  const sums = await sumGstMonth(caller.ledger, storeIds, month, knownAt)
  if (sums === undefined)
    throw new AppError(
      422,
      'too-many-groups',
      'This month has more combinations of state, HSN and rate than a summary holds. Choose one store.',
    )
  return { storeIds, sums }
}

export async function readGstReturn(
  caller: Caller,
  question: GstQuestion,
  asked: string | undefined,
): Promise<GstReturn> {
  const { storeIds, sums } = await readGstSums(caller, question)
  const gstin = chooseGstin(sums, asked)
  const own = sums.filter((sum) => sum.gstin === gstin)
  const unnamed = sums.filter((sum) => sum.gstin === '')
  return {
    storeIds,
    gstin,
    sellerState: stateOf(gstin),
    ...readGstRows(own),
    operators: operatorsOf(own),
    withoutGstin: unnamed.reduce((total, { rows }) => total + rows, 0),
  }
}

/** The one number that the month's rows name, or the one of several that was asked for. */
function chooseGstin(sums: readonly GstRowSum[], asked: string | undefined): string | undefined {
  if (sums.length === 0) return undefined
  const gstins = gstinsOf(sums)
  if (asked !== undefined && gstins.includes(asked)) return asked
  if (asked !== undefined)
    throw new AppError(
      422,
      'gstin-unknown',
      'The GST reports of this month name another GSTIN than the one asked for.',
    )
  const [only] = gstins
  if (only === undefined)
    throw new AppError(
      422,
      'gstin-unknown',
      'The GST reports of this month do not name your GSTIN, so nobody can tell supplies within your state from those to others.',
    )
  if (gstins.length > 1)
    throw new AppError(
      422,
      'gstin-needed',
      `The GST reports of this month are of ${gstins.length} registrations, and each files its own return. Choose one GSTIN.`,
    )
  return only
}

function stateOf(gstin: string | undefined): string {
  if (gstin === undefined) return ''
  const code = stateCodeOf(gstin)
  if (code !== undefined) return code
  throw new AppError(
    422,
    'gstin-unknown',
    'What stands as GSTIN in the reports of this month is none, so nobody can tell which state you supply from.',
  )
}
