import { ApiProblem } from '../request'
import { sendFiles } from './outgoing'

/** The made-up seller of the sample files. */
export const SAMPLE_SUPPLIER_ID = '2454257'

const PAYMENTS = `${SAMPLE_SUPPLIER_ID}_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE`
const DOWNLOADED = `2026-09-03_16_12-16_17_${SAMPLE_SUPPLIER_ID}`

// These names stand in web/public/sample/, which is a copy of what a seller downloads.
export const SAMPLE_FILES = [
  `Orders_2026-06-01_2026-06-30_${DOWNLOADED}.csv`,
  `Orders_2026-07-01_2026-07-31_${DOWNLOADED}.csv`,
  `Orders_2026-08-01_2026-08-31_${DOWNLOADED}.csv`,
  `${PAYMENTS}_PREVIOUS_PAYMENT_2026-06-01_2026-06-30.zip`,
  `${PAYMENTS}_PREVIOUS_PAYMENT_2026-07-01_2026-07-31.zip`,
  `${PAYMENTS}_PREVIOUS_PAYMENT_2026-08-01_2026-08-31.zip`,
  `${PAYMENTS}_PREVIOUS_PAYMENT_2026-09-01_2026-09-30.zip`,
  `${PAYMENTS}_OUTSTANDING_PAYMENT_2026-09-03.xlsx`,
] as const

/** Fetches the sample like any download and drops it on the same door as the seller's own files. */
export async function sendSample(): Promise<void> {
  const files = await Promise.all(SAMPLE_FILES.map(fetchSample))
  sendFiles(files)
}

async function fetchSample(name: string): Promise<File> {
  const response = await fetch(`/sample/${encodeURIComponent(name)}`)
  if (!response.ok) throw new ApiProblem(response.status, 'sample-missing', '')
  return new File([await response.blob()], name)
}
