import { SAMPLE_FILES } from '#core/sample-seller'
import { ApiProblem } from '../request'
import { sendFiles } from './outgoing'

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
