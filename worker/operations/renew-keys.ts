import { type PersonId, personId, type WorkspaceId, workspaceId } from '#core/ids'
import {
  FIELDS_OF_PERSON,
  listIdsAfter,
  listKeptOf,
  replaceKept,
  type SealedField,
} from '#db/control/queries/sealed-columns'
import type { Db } from '#db/client'
import { logError } from '../log'
import {
  type DataKeys,
  dropOldDataKeys,
  findDataKeys,
  isRotationDue,
  rewrapDataKeys,
  rotateDataKey,
} from '../sealed/data-keys'
import { isSealed, isStale, openText, sealText } from '../sealed/sealed-text'
import { keysOfPerson, keysOfWorkspace, type Vault } from '../sealed/vault'

const OWNERS_A_RUN = 50
/** Far more than anybody has: fifty invitations are open at most. */
const MAX_ROWS = 500

type Renewing = { readonly db: Db; readonly vault: Vault; readonly now: Date }
export type RenewedUpTo = { readonly of: 'person' | 'workspace'; readonly after: string }

type Renewed = {
  readonly next: RenewedUpTo | undefined
  /** Workspaces whose key is to be replaced, with all their files: each is a job of its own. */
  readonly toRotate: readonly WorkspaceId[]
}

/**
 * Goes through everybody, a bounded part in one run: keys are wrapped by the Worker's current key, so that
 * an older one can be taken out of its secret, and keys of a year are replaced.
 */
export async function renewKeys(
  renewing: Renewing,
  { of, after }: RenewedUpTo = { of: 'person', after: '' },
): Promise<Renewed> {
  const ids = await listIdsAfter(renewing.db, of, after, OWNERS_A_RUN)
  // A missing secret fails the job, and not each key by itself.
  renewing.vault.wrapping()
  const toRotate: WorkspaceId[] = []
  for (const id of ids) {
    try {
      if (of === 'person') await renewPersonKey(renewing, personId(id))
      else if (await isWorkspaceDue(renewing, workspaceId(id))) toRotate.push(workspaceId(id))
    } catch (error) {
      // One damaged key must not keep everybody behind it on an old one.
      logError('renew-keys', error)
    }
  }
  const last = ids.at(-1)
  if (ids.length === OWNERS_A_RUN && last !== undefined)
    return { next: { of, after: last }, toRotate }
  return { next: of === 'person' ? { of: 'workspace', after: '' } : undefined, toRotate }
}

/** As with files: the first round seals anew, and the next one forgets the old version. */
export async function renewPersonKey({ db, vault, now }: Renewing, id: PersonId): Promise<void> {
  const store = keysOfPerson(vault, id)
  await rewrapDataKeys(store)
  const known = await findDataKeys(store)
  if (known === undefined || !isRotationDue(known, now)) return
  if (known.versions.length === 1) await rotateDataKey(store, known.current.version, now)
  const keys = await findDataKeys(store)
  if (keys === undefined) return
  await sealTextsAnew(db, FIELDS_OF_PERSON, id, keys)
  if (isRotationDue(keys, now)) await dropOldDataKeys(store)
}

/** What no key opens any more is not made worse by a new one: it stays. */
export async function sealTextsAnew(
  db: Db,
  fields: readonly SealedField[],
  owner: PersonId | WorkspaceId,
  keys: DataKeys,
): Promise<void> {
  for (const field of fields) {
    const rows = await listKeptOf(db, field, owner, MAX_ROWS)
    const stale = rows.filter(({ kept }) => isSealed(kept) && isStale(keys, kept))
    const sealed = await Promise.all(
      stale.map(async ({ id, kept }) => {
        const text = await openText(keys, `${field} ${id}`, kept)
        return text === undefined
          ? undefined
          : { id, from: kept, to: await sealText(keys, `${field} ${id}`, text) }
      }),
    )
    await replaceKept(
      db,
      field,
      sealed.filter((each) => each !== undefined),
    )
  }
}

async function isWorkspaceDue({ vault, now }: Renewing, id: WorkspaceId): Promise<boolean> {
  const store = keysOfWorkspace(vault, id)
  await rewrapDataKeys(store)
  const keys = await findDataKeys(store)
  return keys !== undefined && isRotationDue(keys, now)
}
