import { type WorkspaceId, workspaceId as toWorkspaceId } from '#core/ids'
import { type Db, openDb } from '#db/client'
import { findWorkspace } from '#db/control/queries/workspaces'
import type { Bindings, Caller } from './env'
import { notFound } from './problem'
import { fileStoreOf } from './sealed/file-store'

type LedgerName = keyof typeof BINDINGS

const BINDINGS = { '00': 'LEDGER_00', '01': 'LEDGER_01' } as const

const NAMES = Object.keys(BINDINGS)

/** The only place that opens a ledger; ask with the name in the row of the caller's own workspace. */
export function openLedger(env: Bindings, ledgerName: string): Db {
  if (!isLedgerName(ledgerName)) throw new Error(`No ledger has the name ${ledgerName}.`)
  return openDb(env[BINDINGS[ledgerName]])
}

function isLedgerName(name: string): name is LedgerName {
  return Object.hasOwn(BINDINGS, name)
}

/**
 * The shard of a new workspace. Ids are random, so their last character spreads them evenly and
 * nothing has to be counted; the row keeps the name, so a later shard moves nobody.
 */
export function ledgerNameFor(workspaceId: WorkspaceId): string {
  const last = Number.parseInt(workspaceId.slice(-1), 36)
  return NAMES[last % NAMES.length] ?? '00'
}

/** Who a job acts for; throws 404 when the workspace is gone. */
export async function callerFor(
  env: Bindings,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<Caller> {
  const db = openDb(env.DB)
  const workspace = await findWorkspace(db, workspaceId)
  if (workspace === undefined) throw notFound()
  return {
    db,
    ledger: openLedger(env, workspace.ledger),
    workspaceId: toWorkspaceId(workspace.id),
    files: fileStoreOf(env, toWorkspaceId(workspace.id)),
    now,
  }
}
