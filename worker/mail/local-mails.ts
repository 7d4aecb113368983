import * as z from 'zod'
import { randomId } from '../random'
import type { Mail } from './send-mail'

// In the bucket and not in a table, so that no schema of production knows of it.
const PREFIX = 'local-mail/'
const MAX_LISTED = 50
const FAR_FUTURE = 9_999_999_999_999

export const localMail = z.strictObject({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  sentAt: z.iso.datetime(),
})

export async function keepLocalMail(bucket: R2Bucket, mail: Mail, now: Date): Promise<void> {
  // Counted down, because the bucket lists by name and the newest is to come first.
  const key = `${PREFIX}${FAR_FUTURE - now.getTime()}-${randomId()}`
  await bucket.put(key, JSON.stringify({ ...mail, sentAt: now.toISOString() }))
}

/** The newest first. */
export async function listLocalMails(bucket: R2Bucket): Promise<z.infer<typeof localMail>[]> {
  const { objects } = await bucket.list({ prefix: PREFIX, limit: MAX_LISTED })
  const texts = await Promise.all(
    objects.map(async ({ key }) => (await bucket.get(key))?.json<unknown>()),
  )
  return texts.flatMap((mail) => localMail.safeParse(mail).data ?? [])
}
