import { type Accessor, createEffect, createSignal } from 'solid-js'

/**
 * What an answer says once it is there, for a line beside the content: nothing waits for it, and it fails
 * without a word, because the content does both.
 */
export function createGlimpse<Answer>(read: Accessor<Answer>): Accessor<Answer | undefined> {
  const [seen, setSeen] = createSignal<Answer>()
  createEffect(() => {
    try {
      const answer = read()
      setSeen(() => answer)
    } catch {
      setSeen(undefined)
    }
  })
  return seen
}
