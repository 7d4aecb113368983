import type { PersonId } from '#core/ids'
import { keptText, type Sealed } from '#db/control/schema/sealed'
import { decodeBase64, encodeBase64 } from '@oslojs/encoding'
import { type DataKeys, ensureDataKeys, findDataKeys } from '../sealed/data-keys'
import { isSealed, keyGone, openText, sealText } from '../sealed/sealed-text'
import { keysOfPerson, type Vault } from '../sealed/vault'
import type { Peppers } from './peppers'
import { openSecret } from './sealed-secret'

/** With the key that seals the person's name and address: whoever deletes it deletes the seed. */
export async function sealSeed(
  { vault, now }: { readonly vault: Vault; readonly now: Date },
  personId: PersonId,
  seed: Uint8Array,
): Promise<Sealed> {
  const keys = await ensureDataKeys(keysOfPerson(vault, personId), now)
  return sealText(keys, `authenticator.seed ${personId}`, encodeBase64(seed))
}

/** A row of before is opened by the pepper, and has no keys. Throws `account-key-gone`. */
export async function openSeed(
  { vault, peppers }: { readonly vault: Vault; readonly peppers: Peppers },
  personId: PersonId,
  kept: Sealed,
): Promise<{ readonly seed: Uint8Array; readonly keys: DataKeys | undefined }> {
  if (!isSealed(kept)) {
    const { secret } = await openSecret(peppers, personId, keptText(kept))
    return { seed: secret, keys: undefined }
  }
  const keys = await findDataKeys(keysOfPerson(vault, personId))
  const text = await openText(keys, `authenticator.seed ${personId}`, kept)
  if (text === undefined) throw keyGone()
  return { seed: decodeBase64(text), keys }
}
