import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInClear, type Sealed } from './sealed'

/** A wish for another e-mail address; kept a day, so that its mails find both addresses. */
export const emailChanges = sqliteTable(
  'email_change',
  {
    id: text().primaryKey(),
    personId: text('person_id').notNull(),
    email: text().$type<Sealed>().notNull(),
    emailKey: text('email_key').notNull(),
    /** The address at the time of asking, which is told. */
    oldEmail: text('old_email').$type<Sealed>().notNull(),
    askedAt: integer('asked_at').notNull(),
    doneAt: integer('done_at'),
  },
  (table) => [
    index('email_change_person').on(table.personId),
    index('email_change_asked').on(table.askedAt),
    index('email_change_to_seal').on(table.id).where(isInClear(table.email, table.oldEmail)),
  ],
)
