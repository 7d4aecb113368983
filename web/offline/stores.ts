/** Names that the page and the service worker must have alike. */

/** The answers of the last overview; the page's own. */
export const OVERVIEW_STORE = 'overview'

/** Files another app shared, until the service has them: the worker puts them in, the page takes them out. */
export const SHARED_STORE = 'shared-files'

/** Where the manifest sends shared files, and the name of their field in its form. */
export const SHARE_PATH = '/share'
export const SHARE_FIELD = 'files'

/** A stored file's name, written for a header, and when it came. */
export const NAME_HEADER = 'x-filename'
export const CAME_HEADER = 'x-came-at'

const MB = 1024 * 1024
/** As much as the service takes of one file. */
export const MOST_BYTES_OF_ONE = 100 * MB
/** A phone gives a page some hundreds of megabytes, and the overview needs its part. */
export const MOST_BYTES_OF_ALL = 200 * MB
export const MOST_FILES = 50

/** Why shared files were not taken: each has its sentence, and is a value of `/imports?shared=`. */
export const REFUSALS = ['too-large', 'too-many', 'no-room', 'none', 'not-ready'] as const
export type Refusal = (typeof REFUSALS)[number]

/** Judges the sizes of files just shared, beside what waits already. */
export function refusalOf(
  sizes: readonly number[],
  waiting: { readonly files: number; readonly bytes: number },
): Refusal | undefined {
  if (sizes.length === 0) return 'none'
  if (sizes.length + waiting.files > MOST_FILES) return 'too-many'
  const all = sizes.reduce((sum, size) => sum + size, waiting.bytes)
  const isTooLarge = sizes.some((size) => size > MOST_BYTES_OF_ONE) || all > MOST_BYTES_OF_ALL
  return isTooLarge ? 'too-large' : undefined
}
