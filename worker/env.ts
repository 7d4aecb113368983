import type { PersonId, SessionId, WorkspaceId } from '#core/ids'
import type { Db } from '#db/client'
import type { Role } from './auth/access'
import type { Job } from './jobs/job'
import type { FileStore } from './sealed/file-store'

/** Every binding of wrangler.toml. Secrets are set with `wrangler secret put`; see docs/deploy.md. */
export type Bindings = {
  DB: D1Database
  LEDGER_00: D1Database
  LEDGER_01: D1Database
  UPLOADS: R2Bucket
  JOBS: Queue<Job>
  SIGN_IN_RATE: RateLimit
  API_RATE: RateLimit
  EMAIL: SendEmail
  APP_ORIGIN: string
  MAIL_FROM: string
  /** Ids of our own Chrome extensions, with commas; empty: none may ask for tokens. */
  EXTENSION_IDS: string
  /** Keys as `id:base64 of 32 random bytes`, the current one first; see auth/peppers.ts. Nothing: no sign-in. */
  PASSWORD_PEPPER?: string
  /** Keys in the same form, the current one first: they wrap the workspaces' data keys. Nothing: no files. */
  DATA_KEY_WRAP?: string
}

/** Who asks: every operation takes it first. `ledger` is the shard of the caller's own workspace. */
export type Caller = {
  readonly db: Db
  readonly ledger: Db
  /** The workspace's files, sealed with its own key. */
  readonly files: FileStore
  readonly workspaceId: WorkspaceId
  readonly now: Date
}

export type SignedIn = Caller & {
  readonly personId: PersonId
  /** The session, or the token, that it is done with. */
  readonly sessionId: SessionId
  readonly role: Role
  readonly via: 'dashboard' | 'extension' | 'cli' | 'api'
}

export type AppEnv = {
  Bindings: Bindings
  Variables: { requestId: string; now: Date; caller: SignedIn }
}
