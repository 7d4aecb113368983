import { store } from '../storage'

let owner: string | undefined
let isSignedIn = false
const followers = new Set<() => void>()

/** Whose answers come now; nothing before the first one, and after the session has ended. */
export function ownerNow(): string | undefined {
  return isSignedIn ? owner : undefined
}

/** Whether this page has been somebody's, signed in still or not. */
export function hadOwner(): boolean {
  return owner !== undefined
}

/** What one person typed or sent must not meet the next: whoever keeps some of it forgets it here. */
export function onAnotherOwner(forget: () => void): void {
  followers.add(forget)
}

/** Takes the person, their workspace and their role as one; any other is somebody else. */
export function setOwner(next: string): void {
  const isAnother = owner !== undefined && owner !== next
  owner = next
  isSignedIn = true
  if (isAnother) for (const forget of followers) forget()
}

/** The session has ended by itself: the same person may come back to what they were doing. */
export function endSession(): void {
  isSignedIn = false
  rememberRole(undefined)
}

/** Signed out by their own hand: nothing waits for anybody. */
export function leave(): void {
  owner = undefined
  isSignedIn = false
  rememberRole(undefined)
  for (const forget of followers) forget()
}

/** What ahead/before-paint.ts may ask at the next visit, before anybody has said who is there. */
export function rememberRole(role: string | undefined): void {
  store('role', role)
}
