import type { Bindings } from '../env'
import { keepLocalMail } from './local-mails'
import type { Composed } from './letter'

export type MailBindings = Pick<Bindings, 'EMAIL' | 'MAIL_FROM' | 'APP_ORIGIN' | 'UPLOADS'>
export type Mail = Composed & { readonly to: string }

/** Throws when the mail system does not take it; jobs are tried again. */
export async function sendMail(env: MailBindings, mail: Mail, now: Date): Promise<void> {
  // On a local machine no mail leaves, so it is kept where the developer can read it.
  if (env.APP_ORIGIN === '') return keepLocalMail(env.UPLOADS, mail, now)
  const { to, subject, text, html } = mail
  await env.EMAIL.send({ from: env.MAIL_FROM, to, subject, text, html })
}
