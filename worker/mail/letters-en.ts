import type { Letters } from './letter'
import type { Notice } from './notices'

const NOTICE: Readonly<Record<Notice, { readonly subject: string; readonly said: string }>> = {
  'password-changed': {
    subject: 'Your password for TrackEcom was changed',
    said: 'The password of your account was changed just now. Everybody who was signed in elsewhere was signed out.',
  },
  'authenticator-on': {
    subject: 'Sign-in to TrackEcom now asks for a code',
    said: 'An authenticator app was set up for your account just now. Signing in asks for its code from now on.',
  },
  'authenticator-off': {
    subject: 'Sign-in to TrackEcom no longer asks for a code',
    said: 'The authenticator app of your account was turned off just now.',
  },
  'recovery-codes-made': {
    subject: 'New recovery codes for TrackEcom',
    said: 'New recovery codes were made for your account just now. The earlier ones no longer work.',
  },
  'passkey-added': {
    subject: 'A passkey was added to your TrackEcom account',
    said: 'A new passkey opens your account from now on.',
  },
  'passkey-removed': {
    subject: 'A passkey was removed from your TrackEcom account',
    said: 'A passkey of your account was removed just now. It opens nothing any more.',
  },
}

const NEW_PASSWORD = 'Choose a new password'

export const lettersEn: Letters = {
  language: 'en',
  verification: (code) => ({
    subject: 'Your code for TrackEcom',
    paragraphs: ['Type this code in TrackEcom to show that this address is yours.'],
    code,
    end: 'It works for ten minutes. If you did not make an account, nothing needs doing.',
  }),
  reset: (href) => ({
    subject: 'A new password for TrackEcom',
    paragraphs: ['Somebody, we hope you, asked for a new password.'],
    link: { href, label: NEW_PASSWORD },
    end: 'The link works once, for one hour. If it was not you, nothing needs doing: your password stays.',
  }),
  invitation: (workspace, href) => ({
    subject: `A place in ${workspace} on TrackEcom`,
    paragraphs: [
      `You are invited to ${workspace} on TrackEcom, where its orders and payments are checked.`,
    ],
    link: { href, label: 'Open the invitation' },
    end: 'The link works once, for seven days, and for this address. If you do not know who sent it, nothing needs doing.',
  }),
  emailCode: (code) => ({
    subject: 'Your code for a new email address',
    paragraphs: ['Type this code in TrackEcom, and you sign in with this address from then on.'],
    code,
    end: 'It works for ten minutes. If you did not ask for it, nothing needs doing.',
  }),
  emailAsked: (href) => ({
    subject: 'Somebody wants to change the email address of your TrackEcom account',
    paragraphs: [
      'Somebody signed in to your account, we hope you, asked to use another email address.',
      'Until the code that went to the new address is typed, nothing changes.',
    ],
    link: { href, label: NEW_PASSWORD },
    end: 'If it was not you, choose a new password now. That also stops the change.',
  }),
  emailChanged: (href) => ({
    subject: 'The email address of your TrackEcom account was changed',
    paragraphs: [
      'Your account has another email address now. This one no longer signs in.',
      'If it was you, nothing needs doing.',
    ],
    link: { href, label: 'Open TrackEcom' },
    end: 'If it was not you, somebody else has your account. If you know the new address, sign in with it and change your password at once.',
  }),
  notice: (about, href) => ({
    subject: NOTICE[about].subject,
    paragraphs: [NOTICE[about].said, 'If it was you, nothing needs doing.'],
    link: { href, label: NEW_PASSWORD },
    end: 'If it was not you, choose a new password now. It signs out everybody else.',
  }),
}
