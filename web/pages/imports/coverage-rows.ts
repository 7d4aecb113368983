import type { Coverage, CoverageCell } from '../../coverage-api'
import { text } from '../../locales/text'

export type KindMonths = {
  readonly kind: string
  readonly months: readonly { readonly month: string; readonly state: Coverage }[]
}
export type StoreKinds = { readonly id: string; readonly kinds: readonly KindMonths[] }

/** Every seller has these of every month, so a year without one of them lacks it. */
const ALWAYS_ASKED = ['payments.orders', 'orders', 'returns', 'gst.sales', 'gst.returns']
/** In this order; other kinds come after. */
const ORDER = Object.keys(text.imports.kinds)

/** A row for each kind of file and each of its months; a store without any file has none. */
export function kindsByStore(
  cells: readonly CoverageCell[],
  months: readonly string[],
): StoreKinds[] {
  const stores = Map.groupBy(cells, ({ storeId }) => storeId)
  return [...stores].map(([id, own]) => {
    const found = Map.groupBy(own, ({ kind }) => kind)
    const kinds = [...new Set([...ALWAYS_ASKED, ...found.keys()])].toSorted(
      (a, b) => rankOf(a) - rankOf(b),
    )
    return {
      id,
      kinds: kinds.map((kind) => {
        const states = new Map(found.get(kind)?.map(({ month, state }) => [`${month}`, state]))
        return {
          kind,
          months: months.map((month) => ({ month, state: states.get(month) ?? 'missing' })),
        }
      }),
    }
  })
}

function rankOf(kind: string): number {
  const at = ORDER.indexOf(kind)
  return at < 0 ? ORDER.length : at
}

export function kindWords(kind: string): string {
  const found = Object.entries(text.imports.kinds).find(([key]) => key === kind)
  return found ? found[1] : text.imports.otherKind
}

/** Kinds whose place in the help has another name; one payments file holds four kinds. */
const GUIDES: Readonly<Record<string, string>> = { tax_invoices: 'tax-invoices' }

/** Where the way to the file is described. */
export function guideOf(kind: string): string {
  const [first = kind] = kind.split('.')
  return `/help#${GUIDES[first] ?? first}`
}
