import type { PersonId, WorkspaceId } from '#core/ids'
import { type SQL, sql } from 'drizzle-orm'
import { type Db, runBatch } from '../../client'
import { keptText, type Sealed, SEALED_PREFIX } from '../schema/sealed'

/** Every column that is sealed, the row it stands in, and whose key seals it. */
const COLUMNS = {
  'person.name': { table: 'person', id: 'id', owner: 'id', column: 'name' },
  'person.email': { table: 'person', id: 'id', owner: 'id', column: 'email' },
  'authenticator.seed': {
    table: 'authenticator',
    id: 'person_id',
    owner: 'person_id',
    column: 'sealed_seed',
  },
  'email-change.email': { table: 'email_change', id: 'id', owner: 'person_id', column: 'email' },
  'email-change.old-email': {
    table: 'email_change',
    id: 'id',
    owner: 'person_id',
    column: 'old_email',
  },
  'invitation.email': { table: 'invitation', id: 'id', owner: 'workspace_id', column: 'email' },
  'workspace.name': { table: 'workspace', id: 'id', owner: 'id', column: 'name' },
} as const

export type SealedField = keyof typeof COLUMNS

export const FIELDS_OF_PERSON = [
  'person.name',
  'person.email',
  'authenticator.seed',
  'email-change.email',
  'email-change.old-email',
] as const satisfies readonly SealedField[]

export const FIELDS_OF_WORKSPACE = [
  'invitation.email',
  'workspace.name',
] as const satisfies readonly SealedField[]

export const SEALED_FIELDS: readonly SealedField[] = [...FIELDS_OF_PERSON, ...FIELDS_OF_WORKSPACE]

export type KeptField = { readonly id: string; readonly owner: string; readonly kept: Sealed }

/** Rows of before sealing, by their ids; an index holds them alone, so that finding none costs nothing. */
export function listInClear(
  db: Db,
  field: SealedField,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<KeptField[]> {
  const { id, column } = namesOf(field)
  // Word for word the condition of the index.
  const inClear = sql.raw(`substr("${COLUMNS[field].column}", 1, 7) <> '${SEALED_PREFIX}'`)
  return db.all<KeptField>(
    sql`${selectKept(field)} WHERE ${id} > ${after} AND ${column} IS NOT NULL AND ${inClear}
      ORDER BY ${id} LIMIT ${limit}`,
  )
}

/** What one person or workspace has in a column. */
export function listKeptOf(
  db: Db,
  field: SealedField,
  owner: PersonId | WorkspaceId,
  limit: number,
): Promise<KeptField[]> {
  const names = namesOf(field)
  return db.all<KeptField>(
    sql`${selectKept(field)} WHERE ${names.owner} = ${owner} AND ${names.column} IS NOT NULL
      LIMIT ${limit}`,
  )
}

export type Resealed = { readonly id: string; readonly from: Sealed; readonly to: Sealed }

/** The same text under another key; whatever was written meanwhile stays. */
export async function replaceKept(
  db: Db,
  field: SealedField,
  resealed: readonly Resealed[],
): Promise<void> {
  const { table, id, column } = namesOf(field)
  const json = JSON.stringify(
    resealed.map((each) => [each.id, keptText(each.from), keptText(each.to)]),
  )
  await runBatch(db, [
    sql`UPDATE ${table} SET ${column} = one.value ->> 2 FROM json_each(${json}) AS one
      WHERE ${table}.${id} = one.value ->> 0 AND ${table}.${column} = one.value ->> 1`,
  ])
}

function selectKept(field: SealedField): SQL {
  const { table, id, owner, column } = namesOf(field)
  return sql`SELECT ${id} AS id, ${owner} AS owner, ${column} AS kept FROM ${table}`
}

function namesOf(field: SealedField) {
  const { table, id, owner, column } = COLUMNS[field]
  return {
    table: sql.identifier(table),
    id: sql.identifier(id),
    owner: sql.identifier(owner),
    column: sql.identifier(column),
  }
}

/** Ids by which a job goes through everybody. */
export async function listIdsAfter(
  db: Db,
  table: 'person' | 'workspace',
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db.all<{ id: string }>(
    sql`SELECT id FROM ${sql.identifier(table)} WHERE id > ${after} ORDER BY id LIMIT ${limit}`,
  )
  return rows.map(({ id }) => id)
}
