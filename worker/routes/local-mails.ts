import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../env'
import { listLocalMails, localMail } from '../mail/local-mails'
import { describe } from '../openapi'
import { notFound } from '../problem'

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]'])
const mailList = z.strictObject({ items: z.array(localMail), nextCursor: z.null() })

export const localMailRoutes = new Hono<AppEnv>().get(
  '/',
  describe({ summary: 'On a local machine only: read the mails it sent', response: mailList }),
  async (c) => {
    // Both, because these mails open accounts: a deployment that forgot APP_ORIGIN must show none.
    const isLocal = c.env.APP_ORIGIN === '' && LOCAL_HOSTS.has(new URL(c.req.url).hostname)
    if (!isLocal) throw notFound()
    return c.json({ items: await listLocalMails(c.env.UPLOADS), nextCursor: null })
  },
)
