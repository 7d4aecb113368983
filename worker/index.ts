import { app } from './app'
import type { Bindings } from './env'
import type { Job } from './jobs/job'

export default {
  fetch: app.fetch,
} satisfies ExportedHandler<Bindings, Job>
