import { personId, workspaceId } from '#core/ids'
import {
  FIELDS_OF_PERSON,
  type KeptField,
  listInClear,
  replaceKept,
  SEALED_FIELDS,
  type SealedField,
} from '#db/control/queries/sealed-columns'
import type { Db } from '#db/client'
import { keptText } from '#db/control/schema/sealed'
import { encodeBase64 } from '@oslojs/encoding'
import type { Peppers } from '../auth/peppers'
import { isSealedSecret, openSecret } from '../auth/sealed-secret'
import { logError } from '../log'
import { ensureDataKeys } from '../sealed/data-keys'
import { inTurns } from '../sealed/in-turns'
import { sealText } from '../sealed/sealed-text'
import { type KeyStore, keysOfPerson, keysOfWorkspace, type Vault } from '../sealed/vault'

const ROWS_A_RUN = 100

/** How far the job has come: the column, and the last row that it looked at. */
export type SealedUpTo = { readonly field: SealedField; readonly after: string }

type Sealing = {
  readonly db: Db
  readonly vault: Vault
  readonly peppers: Peppers
  readonly now: Date
}

/**
 * Seals what rows of before sealing hold in clear, a bounded part in one run; answers from where to go on.
 * Safe to run twice and side by side: a row that was written meanwhile stays as it is.
 */
export async function sealPeople(
  sealing: Sealing,
  { field, after }: SealedUpTo = { field: 'person.name', after: '' },
): Promise<SealedUpTo | undefined> {
  // A missing secret fails the job, and not each row by itself.
  sealing.vault.wrapping()
  const rows = await listInClear(sealing.db, field, { after, limit: ROWS_A_RUN })
  const sealed = await inTurns(rows, (row) =>
    sealRow(sealing, field, row).catch((error: unknown) => {
      // A seed whose pepper is gone opens for nobody; it must not keep the rows behind it in clear.
      logError('seal-people', error)
      return undefined
    }),
  )
  const done = sealed.filter((each) => each !== undefined)
  if (done.length > 0) await replaceKept(sealing.db, field, done)
  const last = rows.at(-1)
  if (rows.length === ROWS_A_RUN && last !== undefined) return { field, after: last.id }
  const next = SEALED_FIELDS[SEALED_FIELDS.indexOf(field) + 1]
  return next && { field: next, after: '' }
}

async function sealRow(sealing: Sealing, field: SealedField, { id, owner, kept }: KeptField) {
  const text = await plainOf(sealing.peppers, owner, keptText(kept))
  const keys = await ensureDataKeys(keysOf(sealing.vault, field, owner), sealing.now)
  return { id, from: kept, to: await sealText(keys, `${field} ${id}`, text) }
}

/** A seed of before is sealed with a key of the pepper. */
async function plainOf(peppers: Peppers, owner: string, kept: string): Promise<string> {
  if (!isSealedSecret(kept)) return kept
  return encodeBase64((await openSecret(peppers, owner, kept)).secret)
}

function keysOf(vault: Vault, field: SealedField, owner: string): KeyStore {
  const ofPerson: readonly SealedField[] = FIELDS_OF_PERSON
  return ofPerson.includes(field)
    ? keysOfPerson(vault, personId(owner))
    : keysOfWorkspace(vault, workspaceId(owner))
}
