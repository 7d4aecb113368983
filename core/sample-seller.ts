import { supplierId } from './ids'

/** The made-up seller of the sample files. */
export const SAMPLE_SUPPLIER_ID = supplierId('2454257')

const PAYMENTS = `${SAMPLE_SUPPLIER_ID}_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE`
const DOWNLOADED = `2026-09-03_16_12-16_17_${SAMPLE_SUPPLIER_ID}`
const RETURNS = `__________2026-09-03_17-0-17_59_${SAMPLE_SUPPLIER_ID}__`

/** Named as the panel names them; the site serves them under `/sample/`. */
export const SAMPLE_FILES = [
  `Orders_2026-06-01_2026-06-30_${DOWNLOADED}.csv`,
  `Orders_2026-07-01_2026-07-31_${DOWNLOADED}.csv`,
  `Orders_2026-08-01_2026-08-31_${DOWNLOADED}.csv`,
  `${PAYMENTS}_PREVIOUS_PAYMENT_2026-06-01_2026-06-30.zip`,
  `${PAYMENTS}_PREVIOUS_PAYMENT_2026-07-01_2026-07-31.zip`,
  `${PAYMENTS}_PREVIOUS_PAYMENT_2026-08-01_2026-08-31.zip`,
  `${PAYMENTS}_PREVIOUS_PAYMENT_2026-09-01_2026-09-30.zip`,
  `${PAYMENTS}_OUTSTANDING_PAYMENT_2026-09-03.xlsx`,
  `completed_delivered${RETURNS}.csv`,
  `completed_lost${RETURNS}.csv`,
  `intransit${RETURNS}.csv`,
  `ofd_reverse${RETURNS}.csv`,
  `Supplier-${SAMPLE_SUPPLIER_ID}_Status-all_Created-from-01-06-2026-to-03-09-2026.csv`,
  `gst_${SAMPLE_SUPPLIER_ID}_6_2026.zip`,
  `gst_${SAMPLE_SUPPLIER_ID}_7_2026.zip`,
  `gst_${SAMPLE_SUPPLIER_ID}_8_2026.zip`,
  // The one file that is no download: what the seller says a product costs.
  `Costs_${SAMPLE_SUPPLIER_ID}.csv`,
] as const
