import { configureGlobal } from 'fast-check'

/**
 * Every run tries the same cases, so that a change is judged and not the day's luck. To try others:
 * `PROPERTY_SEED=7 npm test`. What another seed finds becomes a test of its own.
 */
// Safe because vitest gives every project an env.
const { env } = import.meta as ImportMeta & { readonly env: { readonly PROPERTY_SEED?: string } }
configureGlobal({ seed: Number(env.PROPERTY_SEED ?? 20261122) })
