import type { PersonId, WorkspaceId } from '#core/ids'
import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '../../client'
import { outbox } from '../schema/uploads'
import { members, workspaces } from '../schema/workspaces'
import { isMemberOn } from './members'
import { insertPerson, type NewPerson } from './people'

export type Workspace = typeof workspaces.$inferSelect

export async function findWorkspace(db: Db, id: WorkspaceId): Promise<Workspace | undefined> {
  const [workspace] = await db.select().from(workspaces).where(eq(workspaces.id, id)).limit(1)
  return workspace
}

/** The workspace a person signs in to: the first they belonged to and still do. */
export async function findWorkspaceOfPerson(
  db: Db,
  personId: PersonId,
  now: number,
): Promise<Workspace | undefined> {
  const [row] = await db
    .select({ workspace: workspaces })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(members.personId, personId), isMemberOn(now)))
    .orderBy(asc(members.createdAt), asc(members.workspaceId))
    .limit(1)
  return row?.workspace
}

/**
 * All or none: nobody is left with an account that has no workspace. `jobs` go to the outbox.
 * False when the e-mail key is taken.
 */
export async function addPersonWithWorkspace(
  db: Db,
  workspace: Workspace,
  person: NewPerson,
  jobs: readonly string[] = [],
): Promise<boolean> {
  try {
    await db.batch([
      insertPerson(db, person),
      db.insert(workspaces).values(workspace),
      db.insert(members).values({
        workspaceId: workspace.id,
        personId: person.id,
        role: 'owner',
        createdAt: workspace.createdAt,
      }),
      ...jobs.map((job) => db.insert(outbox).values({ job, createdAt: person.createdAt })),
    ])
    return true
  } catch (error) {
    // A batch cannot skip its later statements, so the taken key shows itself as an error.
    if (String(error).includes('person.email_key')) return false
    throw error
  }
}

/** The sample seller, with the one person whom all its visitors are. Whatever is there already stays. */
export async function addSampleWorkspace(
  db: Db,
  workspace: Workspace,
  person: NewPerson,
): Promise<void> {
  const member = {
    workspaceId: workspace.id,
    personId: person.id,
    role: 'visitor' as const,
    createdAt: workspace.createdAt,
  }
  await db.batch([
    insertPerson(db, person).onConflictDoNothing(),
    db.insert(members).values(member).onConflictDoNothing(),
    db.insert(workspaces).values(workspace).onConflictDoNothing(),
  ])
}
