import { sql } from 'drizzle-orm'
import type { Db } from '../../client'

export type Bucket = {
  readonly key: string
  /** How many in a row; the bucket starts full. */
  readonly size: number
  readonly msPerToken: number
}

/**
 * True when the bucket had a token, which is then gone. One statement, so that a hundred guesses at
 * once take no more tokens than there are.
 */
export async function takeToken(db: Db, bucket: Bucket, now: number): Promise<boolean> {
  const full = bucket.size * 1000
  const msPerMilliToken = bucket.msPerToken / 1000
  const elapsed = sql`max(0, ${now} - refilled_at)`
  const filled = sql`min(${full}, milli_tokens + CAST(${elapsed} / ${msPerMilliToken} AS INTEGER))`
  const taken = await db.all<{ left: number }>(sql`
    INSERT INTO throttle (key, milli_tokens, refilled_at) VALUES (${bucket.key}, ${full - 1000}, ${now})
    ON CONFLICT (key) DO UPDATE SET
      milli_tokens = ${filled} - 1000,
      refilled_at = refilled_at + ${elapsed} - ${elapsed} % ${msPerMilliToken}
    WHERE ${filled} >= 1000
    RETURNING milli_tokens AS left`)
  return taken.length > 0
}
