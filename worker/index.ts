import { app } from './app'
import type { Bindings } from './env'
import { deliver } from './jobs/deliver'
import { jobsOfCron } from './jobs/schedule'

export default {
  fetch: app.fetch,

  async queue(batch, env) {
    const isDead = batch.queue.endsWith('-dead')
    for (const message of batch.messages) await deliver(message, env, isDead)
  },

  async scheduled(controller, env) {
    for (const job of jobsOfCron(controller.cron)) await env.JOBS.send(job)
  },
} satisfies ExportedHandler<Bindings>
