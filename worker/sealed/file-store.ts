import type { WorkspaceId } from '#core/ids'
import type { Bindings } from '../env'
import { type KeyList, readKeyList } from '../key-list'
import { AppError } from '../problem'

/** Where the files of one workspace are kept, sealed with its own data key. */
export type FileStore = {
  readonly bucket: R2Bucket
  readonly workspaceId: WorkspaceId
  /** The Worker's keys that wrap data keys; throws `not-configured` where there are none. */
  wrapping(): KeyList
}

export function fileStoreOf(
  env: Pick<Bindings, 'UPLOADS' | 'DATA_KEY_WRAP'>,
  workspaceId: WorkspaceId,
): FileStore {
  return {
    bucket: env.UPLOADS,
    workspaceId,
    // Only when something is sealed or opened: whoever reads figures needs no file.
    wrapping() {
      const keys = readKeyList(env.DATA_KEY_WRAP)
      if (keys !== undefined) return keys
      const sentence = 'Files cannot be kept on this server: its DATA_KEY_WRAP secret is missing.'
      throw new AppError(500, 'not-configured', sentence)
    },
  }
}
