import { personId } from '#core/ids'
import type { Person } from '#db/control/queries/people'
import { type DataKeys, findDataKeys } from './data-keys'
import { inTurns } from './in-turns'
import { keyGone, openText, sealText } from './sealed-text'
import { keysOfPerson, type Vault } from './vault'

/** A person as they call themselves and where they are written to. */
export type Named = { readonly name: string; readonly email: string }
export type OpenPerson = Omit<Person, keyof Named> & Named

type Kept = Pick<Person, 'id' | keyof Named>

export async function sealNamed(keys: DataKeys, id: string, { name, email }: Named) {
  const [sealedName, sealedEmail] = await Promise.all([
    sealText(keys, `person.name ${id}`, name),
    sealText(keys, `person.email ${id}`, email),
  ])
  return { name: sealedName, email: sealedEmail }
}

/** Nothing for somebody whose key is gone: nobody can say any more who it was. */
export async function findNamed(vault: Vault, person: Kept): Promise<Named | undefined> {
  const { id } = person
  const keys = await findDataKeys(keysOfPerson(vault, personId(id)))
  const [name, email] = await Promise.all([
    openText(keys, `person.name ${id}`, person.name),
    openText(keys, `person.email ${id}`, person.email),
  ])
  return name === undefined || email === undefined ? undefined : { name, email }
}

/** Throws `account-key-gone`. */
export async function openPerson(vault: Vault, person: Person): Promise<OpenPerson> {
  const named = await findNamed(vault, person)
  if (named === undefined) throw keyGone()
  return { ...person, ...named }
}

/** In the order of the list. */
export function findAllNamed(
  vault: Vault,
  people: readonly Kept[],
): Promise<readonly (Named | undefined)[]> {
  return inTurns(people, (each) => findNamed(vault, each))
}
