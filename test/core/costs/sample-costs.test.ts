import { makeCostBook } from '#core/costs/unit-cost'
import { parcelOf } from '#core/reconciliation/parcel'
import { costOnOrderBasis, costsOnPaymentBasis, coverageOfCosts } from '#test/support/cost-entries'
import { describe, expect, test } from 'vitest'
import { csvSample, readSheet } from '../meesho/sample-files'
import { readSampleFacts } from '../reconciliation/sample-facts'

describe.each(['seller-2025', 'seller-2026'])('%s', async (seller) => {
  const { facts, truth } = await readSampleFacts(seller)
  const { records } = await readSheet(csvSample(seller, 'costs.csv'), 'costs')
  const { costOn } = makeCostBook(records)
  const kept = facts.flatMap((each) => costOnOrderBasis(each, parcelOf(each), 'kept', costOn) ?? [])

  test('the two SKUs without a cost are unknown, and their units are counted', () => {
    const { unknownSkus, unknownUnits, units, cogs } = coverageOfCosts(kept)
    expect(records).toHaveLength(truth.costSkus)
    expect(unknownSkus).toHaveLength(2)
    expect(unknownUnits).toBeGreaterThan(0)
    expect(unknownUnits).toBeLessThan(units)
    expect(cogs).toBeLessThan(0)
  })

  test('every dispatched parcel is packed once, and an exchange twice', () => {
    const dispatched = facts.reduce((total, each) => {
      const parcel = parcelOf(each)
      const times = parcel === 'cancelled' ? 0 : parcel === 'exchanged' ? 2 : 1
      return total + (each.order?.quantity ?? 0) * times
    }, 0)
    expect(kept.reduce((total, { dispatchedUnits }) => total + dispatchedUnits, 0)).toBe(dispatched)
  })

  test('a sub-order costs on payment basis once a line has come, and never more than it sent', () => {
    for (const each of facts) {
      const entries = costsOnPaymentBasis(each, parcelOf(each), 'kept', costOn)
      const units = entries.reduce((total, entry) => total + entry.units, 0)
      expect(entries.length > 0).toBe(each.lines.length > 0 && parcelOf(each) !== 'cancelled')
      expect(units).toBeGreaterThanOrEqual(0)
      expect(units).toBeLessThanOrEqual(each.order?.quantity ?? 0)
    }
  })
})
