import type { BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import type { GstDirection, ListedGstLine } from '#db/ledger/queries/gst'
import {
  type GstFilter,
  type GstPlace,
  type GstSection,
  type GstLineSums,
  listGstLines,
  sumGstLines,
} from '#db/ledger/queries/gst-lists'

/** A page ends within one report of one store: the section, and the last row of it that was listed. */
export type GstListPlace = { readonly section: number; readonly after: GstPlace | undefined }

export type GstListing = {
  readonly items: readonly ListedGstLine[]
  readonly next: GstListPlace | undefined
}

export type GstQuestion = GstFilter & {
  readonly month: BusinessMonth
  readonly direction: GstDirection | undefined
}

/** What all rows of the question come to. */
export function sumGstSections(
  ledger: Db,
  storeIds: readonly StoreId[],
  question: GstQuestion,
  knownAt: KnownAt,
): Promise<GstLineSums> {
  return sumGstLines(ledger, sectionsOf(storeIds, question), question, knownAt)
}

/** Rows of a month, store by store, sales before returns: each section in the order of its key. */
export async function listGstSections(
  ledger: Db,
  storeIds: readonly StoreId[],
  question: GstQuestion,
  knownAt: KnownAt,
  page: { readonly from: GstListPlace; readonly limit: number },
): Promise<GstListing> {
  const sections = sectionsOf(storeIds, question)
  const items: ListedGstLine[] = []
  let after = page.from.after
  for (let index = page.from.section; index < sections.length; index += 1) {
    const section = sections[index]
    if (section === undefined) break
    const left = page.limit - items.length
    const found = await listGstLines(ledger, section, question, knownAt, { after, limit: left + 1 })
    items.push(...found.slice(0, left))
    const last = items.at(-1)
    if (found.length > left) return { items, next: placeAfter(index, found[left - 1], after) }
    if (items.length === page.limit && last) {
      const next = { section: index + 1, after: undefined }
      return { items, next: index + 1 < sections.length ? next : undefined }
    }
    after = undefined
  }
  return { items, next: undefined }
}

function placeAfter(
  section: number,
  last: ListedGstLine | undefined,
  before: GstPlace | undefined,
): GstListPlace {
  if (last === undefined) return { section, after: before }
  const { subOrderNo, orderedOn, said, occurrence } = last
  return { section, after: { subOrderNo, orderedOn, said, occurrence } }
}

function sectionsOf(storeIds: readonly StoreId[], { month, direction }: GstQuestion): GstSection[] {
  const directions: readonly GstDirection[] =
    direction === undefined ? ['sales', 'returns'] : [direction]
  return storeIds.flatMap((storeId) =>
    directions.map((each) => ({ storeId, direction: each, month })),
  )
}
