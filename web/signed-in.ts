import { type Accessor, createSignal, onMount } from 'solid-js'
import { loadMe } from './api'

/** Asked behind the page's back: nobody waits for it, and no answer means that nobody is signed in. */
export function createSignedIn(): Accessor<boolean> {
  const [isSignedIn, setSignedIn] = createSignal(false)
  onMount(() => {
    loadMe().then(
      () => setSignedIn(true),
      () => setSignedIn(false),
    )
  })
  return isSignedIn
}
