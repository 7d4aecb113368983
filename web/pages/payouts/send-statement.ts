import type { BankMatch } from '../../api-shapes'
import { apiUrl } from '../../api-url'
import { ApiProblem, toProblem } from '../../request'

/** The API's limit, known here so that a large file is refused before it is sent. */
export const MAX_STATEMENT_BYTES = 5_000_000

/** The file goes as it is; the answer is all that comes of it. */
export async function sendStatement(file: File, store: string | undefined): Promise<BankMatch> {
  if (file.size > MAX_STATEMENT_BYTES) throw new ApiProblem(413, 'file-too-large', '')
  const response = await fetch(apiUrl('/payouts/match-bank', { store }), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => undefined)
  if (!response) throw new ApiProblem(0, 'offline', '')
  if (!response.ok) throw toProblem(response.status, await response.text())
  // Safe because the route answers in this shape.
  return (await response.json()) as BankMatch
}
