import type { TestProject } from 'vitest/node'
import { startStack } from './stack'

declare module 'vitest' {
  interface ProvidedContext {
    address: string
  }
}

/** One stack for all journeys: each signs up anew, and a workspace sees nothing of another's. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stack = await startStack()
  project.provide('address', stack.address)
  return () => stack.stop()
}
