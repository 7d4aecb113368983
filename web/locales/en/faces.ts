export const faces = {
  offline: {
    title: 'You are offline',
    detail: 'No answer came. Your work here is safe; try again when the connection is back.',
  },
  server: {
    title: 'Something went wrong on our side',
    detail: 'Nothing was lost. Please try again in a minute.',
    request: (id: string) => `If it stays, tell us this number: ${id}`,
  },
  busy: { title: 'Too much at once', detail: 'Please wait a minute and try again.' },
  refused: { title: 'That did not work' },
  notFound: {
    title: 'There is nothing here',
    detail: 'The address is wrong, or this belongs to somebody else.',
    action: 'Go to the overview',
  },
  noFiles: {
    title: 'No files yet',
    detail: 'Add the files of your supplier panel. What they say then stands here.',
    action: 'Add files',
  },
  noPayments: {
    detail: 'What Meesho paid is not known yet. Add your Payments to Date files.',
  },
  signedOut: {
    title: 'You were signed out',
    detail: 'Sign in again and you come back to this page.',
  },
  reload: {
    title: 'This page has a newer version',
    detail: 'Reload to go on. Your filters stay.',
    action: 'Reload',
  },
}
