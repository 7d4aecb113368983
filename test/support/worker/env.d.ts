import type { D1Migration } from '@cloudflare/vitest-plugin'
import type { Bindings } from '#worker/env'

declare global {
  namespace Cloudflare {
    interface Env extends Bindings {
      CONTROL_MIGRATIONS: D1Migration[]
      LEDGER_MIGRATIONS: D1Migration[]
    }
    interface GlobalProps {
      mainModule: typeof import('#worker/index')
    }
  }
}
