import type { Notice } from './notices'

/** What a mail says; how it looks is compose()'s matter, the same in every language. */
export type Letter = {
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** To be typed: stands alone on its line. */
  readonly code?: string
  readonly link?: { readonly href: string; readonly label: string }
  readonly end: string
}

/** Every mail in one language; `language` is its BCP 47 tag. */
export type Letters = {
  readonly language: string
  verification(code: string): Letter
  reset(href: string): Letter
  /** Names the workspace, which its owner has named: display text of somebody else. */
  invitation(workspace: string, href: string): Letter
  /** To the new address. */
  emailCode(code: string): Letter
  /** To the address of before, when a change is asked for, and when it is done. */
  emailAsked(href: string): Letter
  emailChanged(href: string): Letter
  notice(about: Notice, href: string): Letter
}

export type Composed = { readonly subject: string; readonly text: string; readonly html: string }

const FONT = 'font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#1c1e21'
const CODE = 'font-size:28px;letter-spacing:4px;font-family:ui-monospace,monospace'

/** Plain text and HTML that say the same. Nothing remote in it, so that opening it tells nobody. */
export function compose(
  language: string,
  { subject, paragraphs, code, link, end }: Letter,
): Composed {
  const text = [...paragraphs, code, link && `${link.label}:\n${link.href}`, end]
  const html = [
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    code && `<p style="${CODE}">${escapeHtml(code)}</p>`,
    link && `<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a></p>`,
    `<p>${escapeHtml(end)}</p>`,
  ]
  const title = escapeHtml(subject)
  return {
    subject,
    text: `${text.filter(Boolean).join('\n\n')}\n`,
    html: `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${title}</title><body style="${FONT}">${html.filter(Boolean).join('')}</body></html>`,
  }
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
