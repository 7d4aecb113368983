import type { Letter } from './letter'

/** Every mail in English; another language is another file of this shape. */
export const lettersEn = {
  verification: (code: string): Letter => ({
    subject: 'Your code for TrackEcom',
    paragraphs: ['Type this code in TrackEcom to show that this address is yours.'],
    code,
    end: 'It works for ten minutes. If you did not make an account, nothing needs doing.',
  }),
}

export type Letters = typeof lettersEn
