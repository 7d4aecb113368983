import { listLocalMails } from '#worker/mail/local-mails'
import { env } from 'cloudflare:workers'
import { expect, vi } from 'vitest'

/** The mails that tests had sent to this address, the newest first. */
export async function mailsTo(address: string) {
  return (await listLocalMails(env.UPLOADS)).filter(({ to }) => to === address)
}

/** Resolves once the mail of a registration has been kept: a file of tests that ends before hangs. */
export async function afterMail(response: Response): Promise<Response> {
  if (response.status !== 201) return response
  const { user } = await response.clone().json<{ user: { email: string } }>()
  await vi.waitFor(async () => expect(await mailsTo(user.email)).not.toEqual([]), 10_000)
  return response
}
