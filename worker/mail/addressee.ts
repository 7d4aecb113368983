import type { PersonId } from '#core/ids'
import { openDb } from '#db/client'
import { findPerson } from '#db/control/queries/people'
import type { Bindings } from '../env'
import { findNamed, type OpenPerson } from '../sealed/people'
import { vaultOf } from '../sealed/vault'

/** Looked up when the mail is written; nothing for somebody who is gone, or whose key is. */
export async function findAddressee(env: Bindings, id: PersonId): Promise<OpenPerson | undefined> {
  const person = await findPerson(openDb(env.DB), id)
  const named = person && (await findNamed(vaultOf(env), person))
  return person && named && { ...person, ...named }
}
