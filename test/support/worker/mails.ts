import { listLocalMails } from '#worker/mail/local-mails'
import { env } from 'cloudflare:workers'

/** The mails that tests had sent to this address, the newest first. */
export async function mailsTo(address: string) {
  return (await listLocalMails(env.UPLOADS)).filter(({ to }) => to === address)
}
