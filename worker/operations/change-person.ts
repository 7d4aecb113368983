import { changePerson, findPerson, type Language } from '#db/control/queries/people'
import { noteSecurityEvent } from '../auth/security-events'
import type { Visitor } from '../auth/throttle'
import type { SignedIn } from '../env'
import { notFound } from '../problem'
import { ensureDataKeys } from '../sealed/data-keys'
import { type OpenPerson, openPerson } from '../sealed/people'
import { sealText } from '../sealed/sealed-text'
import { keysOfPerson } from '../sealed/vault'

type Wanted = { readonly name?: string | undefined; readonly language?: Language | undefined }

/** What one may change about oneself without a mail to confirm it. */
export async function changeOwnPerson(
  { db, files, personId, now }: SignedIn,
  { ipPrefix }: Pick<Visitor, 'ipPrefix'>,
  { name, language }: Wanted,
): Promise<OpenPerson> {
  const kept = await findPerson(db, personId)
  if (kept === undefined) throw notFound()
  // First: whose key is gone must not get a new one that opens half of what is kept.
  const person = await openPerson(files, kept)
  if (name !== undefined) {
    const keys = await ensureDataKeys(keysOfPerson(files, personId), now)
    await changePerson(db, personId, {
      name: await sealText(keys, `person.name ${personId}`, name),
    })
    await noteSecurityEvent({ db, ipPrefix, now }, personId, 'name-changed')
  }
  if (language !== undefined) await changePerson(db, personId, { language })
  return { ...person, ...(name !== undefined && { name }), ...(language && { language }) }
}
