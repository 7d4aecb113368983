import type { Letter } from './letter'

/** Every mail in English; another language is another file of this shape. */
export const lettersEn = {
  verification: (code: string): Letter => ({
    subject: 'Your code for TrackEcom',
    paragraphs: ['Type this code in TrackEcom to show that this address is yours.'],
    code,
    end: 'It works for ten minutes. If you did not make an account, nothing needs doing.',
  }),
  reset: (href: string): Letter => ({
    subject: 'A new password for TrackEcom',
    paragraphs: ['Somebody, we hope you, asked for a new password.'],
    link: { href, label: 'Choose a new password' },
    end: 'The link works once, for one hour. If it was not you, nothing needs doing: your password stays.',
  }),
}

export type Letters = typeof lettersEn
