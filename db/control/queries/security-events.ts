import type { PersonId } from '#core/ids'
import { desc, eq } from 'drizzle-orm'
import type { Db } from '../../client'
import { securityEvents } from '../schema/security-events'

type Row = typeof securityEvents.$inferSelect
export type SecurityEventKind = Row['kind']
export type NewSecurityEvent = Pick<Row, 'kind' | 'place' | 'at'> & { readonly personId: PersonId }

export async function addSecurityEvent(db: Db, event: NewSecurityEvent): Promise<void> {
  await db.insert(securityEvents).values(event)
}

/** The newest first. */
export function listSecurityEvents(db: Db, personId: PersonId, limit: number) {
  return db
    .select({ kind: securityEvents.kind, place: securityEvents.place, at: securityEvents.at })
    .from(securityEvents)
    .where(eq(securityEvents.personId, personId))
    .orderBy(desc(securityEvents.at), desc(securityEvents.id))
    .limit(limit)
}
