/** For somebody without an account who looks at the sample seller. */
export const visit = {
  notice: 'This is a made-up seller. Nothing here is anybody’s money.',
  own: 'Create your account',
  leave: 'Leave',
  notYours: 'This is for people with an account',
  notYoursDetail: 'The sample has no account, no team and no settings of its own.',
  opening: 'Opening…',
  notVerified: 'Verify your email, so that you can get back in if you forget your password.',
  notVerifiedLink: 'Enter the code',
}
