import type { PersonId, WorkspaceId } from '#core/ids'
import type { Bindings } from '../env'
import { type KeyList, readKeyList } from '../key-list'
import { AppError } from '../problem'

/** Where data keys are kept, and the Worker's keys that wrap them. */
export type Vault = {
  readonly bucket: R2Bucket
  /** Throws `not-configured` where there are none. */
  readonly wrapping: () => KeyList
}

/** The data keys of one person or one workspace. */
export type KeyStore = Vault & {
  /** Ids are random and of one namespace, so no person's keys can be taken for a workspace's. */
  readonly keyName: string
}

export type VaultBindings = Pick<Bindings, 'UPLOADS' | 'DATA_KEY_WRAP'>

export function vaultOf(env: VaultBindings): Vault {
  return {
    bucket: env.UPLOADS,
    // Only when something is sealed or opened: whoever reads figures needs no key.
    wrapping: () => {
      const keys = readKeyList(env.DATA_KEY_WRAP)
      if (keys !== undefined) return keys
      const sentence = 'Nothing can be kept on this server: its DATA_KEY_WRAP secret is missing.'
      throw new AppError(500, 'not-configured', sentence)
    },
  }
}

/** What a person is called, their address and the seed of their app: theirs in every workspace. */
export function keysOfPerson({ bucket, wrapping }: Vault, id: PersonId): KeyStore {
  return { bucket, wrapping, keyName: `p/${id}` }
}

/** The files of a workspace, its name, and the addresses it has invited. */
export function keysOfWorkspace({ bucket, wrapping }: Vault, id: WorkspaceId): KeyStore {
  return { bucket, wrapping, keyName: id }
}
