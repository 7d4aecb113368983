import type { PersonId } from '#core/ids'
import type { Db } from '#db/client'
import { addSecurityEvent, type SecurityEventKind } from '#db/control/queries/security-events'
import { coarsePrefix } from './ip-prefix'

type Happening = { readonly db: Db; readonly ipPrefix: string; readonly now: Date }

/** Written where its owner can read it. */
export async function noteSecurityEvent(
  { db, ipPrefix, now }: Happening,
  personId: PersonId,
  kind: SecurityEventKind,
): Promise<void> {
  await addSecurityEvent(db, { personId, kind, place: coarsePrefix(ipPrefix), at: now.getTime() })
}
