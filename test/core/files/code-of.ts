import { UnreadableFile } from '#core/files/bytes'
import { expect } from 'vitest'

/** Why a file cannot be read; a sentence where it can. */
export async function codeOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile)
    return (error as UnreadableFile).code
  }
  return 'read without complaint'
}
