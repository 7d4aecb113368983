import {
  downloadDayOf,
  isNamedOutstanding,
  snapshotDayOf,
  supplierIdOf,
} from '#core/meesho/file-names'
import { expect, test } from 'vitest'

const PAYMENT =
  '2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-06-01_2026-06-30.xlsx'
const ORDERS = 'Orders_2026-06-01_2026-06-30_2026-09-03_16_12-16_17_2454257.csv'

test.each([
  PAYMENT,
  PAYMENT.replace('.xlsx', '.zip'),
  `some/folder/${PAYMENT}`,
  `C:\\Downloads\\${PAYMENT}`,
  ORDERS,
  ORDERS.replace('.csv', ' (1).csv'),
  'gst_2454257_6_2026.zip',
  'Supplier-2454257_Status-all_Created-from-01-06-2026-to-03-09-2026.csv',
  'intransit__________2026-09-03_17-0-17_59_2454257__.csv',
  '2454257_2026-06-01_2026-06-30_TAX_INVOICE.zip',
])('%s names the supplier', (name) => {
  expect(supplierIdOf([name])).toBe('2454257')
})

test.each([
  'orders_august_2026.csv',
  'Orders_2026-06-01_2026-06-30_2026-09-03_16_12-16_17.csv',
  'meesho Orders Aug.csv',
  'damaged_resaved_orders_2026-06.csv',
  '2026_payments.xlsx',
  'costs.csv',
  'gst_june.zip',
  '',
])('%s names nobody', (name) => {
  expect(supplierIdOf([name])).toBeUndefined()
})

test('the innermost name that tells is believed', () => {
  expect(supplierIdOf(['my june.zip', PAYMENT])).toBe('2454257')
  expect(supplierIdOf([PAYMENT, 'sheet.xlsx'])).toBe('2454257')
  expect(supplierIdOf(['1148774_SP_ORDER_ADS_X.zip', PAYMENT])).toBe('2454257')
  expect(supplierIdOf([])).toBeUndefined()
})

test('an outstanding file says so, and from which day', () => {
  expect(isNamedOutstanding([PAYMENT])).toBe(false)
  expect(isNamedOutstanding(['a.zip', '1_Outstanding_Payment_2026-09-03.xlsx'])).toBe(true)
  expect(snapshotDayOf(['1_OUTSTANDING_PAYMENT_2026-09-03.xlsx'])).toBe('2026-09-03')
  expect(snapshotDayOf(['OUTSTANDING_2026-09-03.zip', 'OUTSTANDING_2026-09-02.xlsx'])).toBe(
    '2026-09-02',
  )
  expect(snapshotDayOf(['OUTSTANDING.xlsx'])).toBeUndefined()
  expect(snapshotDayOf([PAYMENT])).toBeUndefined()
})

test('an orders file says when it was downloaded, until it is renamed', () => {
  expect(downloadDayOf([ORDERS])).toBe('2026-09-03')
  expect(downloadDayOf(['x.zip', `d/${ORDERS}`])).toBe('2026-09-03')
  expect(downloadDayOf(['Orders_2026-06-01_2026-06-30.csv'])).toBeUndefined()
  expect(downloadDayOf(['orders june.csv'])).toBeUndefined()
})
