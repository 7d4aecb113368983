import { profitLines, SUM_NAMES, type Sums } from '#core/pnl/profit'
import type { PnlGroup, Upload, UploadReport } from '../../../web/api-shapes'

/** A group of a profit and loss from the sums that a test cares about; the rest is nil. */
export function group(key: string, sums: Partial<Sums> = {}): PnlGroup {
  const all = { ...Object.fromEntries(SUM_NAMES.map((name) => [name, 0])), ...sums } as Sums
  return {
    key,
    lines: profitLines(all, 'regular'),
    lineCount: 1,
    units: 10,
    subOrders: 10,
    soldUnits: 9,
    deliveredUnits: 8,
    returnedUnits: 1,
    rtoUnits: 1,
    marginPct: null,
    coverage: {
      costKnownPct: null,
      costMissing: { skus: null, units: 0 },
      packagingMissing: { units: 0 },
      finalPct: null,
      settledPct: null,
      gstUnknownLines: 0,
    },
    isPartial: false,
  }
}

export function report(change: Partial<UploadReport> = {}): UploadReport {
  return {
    id: 1,
    kind: 'orders',
    layout: 'O1',
    path: [],
    sheet: '',
    period: { from: null, to: null },
    rows: 5,
    new: 5,
    changed: 0,
    same: 0,
    rejected: 0,
    notices: [],
    ...change,
  }
}

export function upload(change: Partial<Upload> = {}): Upload {
  return {
    id: 'a'.repeat(20),
    filename: 'Orders.csv',
    bytes: 100,
    sha256: '',
    storeId: null,
    status: 'done',
    progress: { rowsRead: 5 },
    receivedAt: '2026-08-14T18:30:00.000Z',
    source: 'dashboard',
    reports: [report()],
    unrecognised: [],
    ...change,
  }
}
