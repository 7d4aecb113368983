import { personId, workspaceId } from '#core/ids'
import { SAMPLE_FILES } from '#core/sample-seller'
import { removeSessionByDigest } from '#db/control/queries/sessions'
import { listUploads } from '#db/control/queries/uploads'
import { addSampleWorkspace, findWorkspace } from '#db/control/queries/workspaces'
import { digestOf, startSession } from '../auth/sessions'
import { throttleAddress, type Visitor } from '../auth/throttle'
import type { Bindings, Caller } from '../env'
import { ledgerNameFor, openLedger } from '../open-ledger'
import { AppError } from '../problem'
import { ensureDataKeys } from '../sealed/data-keys'
import { fileStoreOf } from '../sealed/file-store'
import { sealNamed } from '../sealed/people'
import { keysOfPerson, keysOfWorkspace } from '../sealed/vault'
import { sealWorkspaceName } from '../sealed/workspaces'
import { acceptUpload, MAX_UPLOAD_BYTES } from './accept-upload'

// Chosen by us and never by chance: there is one sample for everybody who looks.
export const SAMPLE_PERSON = personId('samplevisitor000')
export const SAMPLE_WORKSPACE = workspaceId('sampleworkspace0')
const NAME = 'Sample seller'
// A top-level name that is kept for no one, so nobody can own the address or be written to.
const EMAIL = 'visitor@sample.invalid'

type Visit = {
  readonly visitor: Visitor
  readonly env: Bindings
  /** Fetches a file that the site serves to everybody. */
  readonly fetchFile: (path: string) => Promise<Response>
  readonly replaces: string | undefined
}

/**
 * Opens the sample seller to somebody without an account, who may read its figures and nothing else.
 * The first visit sends the sample's files through the same door as everybody's; the bytes that are
 * there are not sent again, so a visit that broke off is made good by the next.
 */
export async function visitSample({ visitor, env, fetchFile, replaces }: Visit) {
  const { db, now } = visitor
  await throttleAddress(visitor)
  await ensureSample(visitor)
  const caller: Caller = {
    db,
    ledger: openLedger(env, ledgerNameFor(SAMPLE_WORKSPACE)),
    files: fileStoreOf(env, SAMPLE_WORKSPACE),
    workspaceId: SAMPLE_WORKSPACE,
    now,
  }
  const jobs = await sendSample(caller, fetchFile)
  if (replaces !== undefined) await removeSessionByDigest(db, digestOf(replaces))
  return { secret: await startSession(db, SAMPLE_WORKSPACE, SAMPLE_PERSON, now), jobs }
}

async function ensureSample({ db, vault, now }: Visitor): Promise<void> {
  if (await findWorkspace(db, SAMPLE_WORKSPACE)) return
  const [own, shared] = await Promise.all([
    ensureDataKeys(keysOfPerson(vault, SAMPLE_PERSON), now),
    ensureDataKeys(keysOfWorkspace(vault, SAMPLE_WORKSPACE), now),
  ])
  const createdAt = now.getTime()
  const person = {
    id: SAMPLE_PERSON,
    ...(await sealNamed(own, SAMPLE_PERSON, { name: NAME, email: EMAIL })),
    // No digest of any address, and no hash of any password: no way of signing in leads here.
    emailKey: SAMPLE_PERSON,
    passwordHash: '',
    emailVerifiedAt: createdAt,
    adultConfirmedAt: createdAt,
    createdAt,
  }
  const name = await sealWorkspaceName(shared, SAMPLE_WORKSPACE, NAME)
  const ledger = ledgerNameFor(SAMPLE_WORKSPACE)
  await addSampleWorkspace(db, { id: SAMPLE_WORKSPACE, name, ledger, createdAt }, person)
}

/** Jobs in the outbox that are to be sent; none once every file is there. */
async function sendSample(
  caller: Caller,
  fetchFile: Visit['fetchFile'],
): Promise<readonly string[]> {
  const { length } = SAMPLE_FILES
  const there = await listUploads(caller.db, caller.workspaceId, undefined, length)
  if (there.length === length) return []
  const sent = await Promise.all(
    SAMPLE_FILES.map(async (filename) => {
      const response = await fetchFile(`/sample/${encodeURIComponent(filename)}`).catch(() => null)
      if (response === null || !response.ok) throw sampleMissing()
      const file = {
        filename,
        storeId: undefined,
        source: 'dashboard' as const,
        declaredBytes: undefined,
        body: response.body,
      }
      return acceptUpload(caller, file, MAX_UPLOAD_BYTES)
    }),
  )
  return sent.flatMap(({ jobs }) => jobs)
}

function sampleMissing(): AppError {
  const sentence = 'The sample cannot be opened just now. Please try again in a minute.'
  return new AppError(503, 'sample-missing', sentence, { retryAfterSeconds: 60 })
}
