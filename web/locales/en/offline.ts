/** Without a network, and what another app shared with this one. */
export const offline = {
  asOf: (instant: string) => `As of ${instant}, offline`,
  noKept: 'Other figures need the connection.',
  keptOverview: 'The last overview is kept on this device',
  shared: {
    label: 'Shared files',
    title: (count: number) =>
      count === 1
        ? 'A file was shared with TrackEcom'
        : `${count} files were shared with TrackEcom`,
    detail: 'Import them only if you shared them yourself.',
    take: 'Import',
    remove: 'Remove',
    waiting: 'Shared files wait on this device until the connection is back.',
    'too-large':
      'The shared files were not taken: together they are larger than 200 MB, or one is larger than 100 MB. Choose them here, a few at a time.',
    'too-many': 'The shared files were not taken: at most 50 are taken at once.',
    'no-room': 'The shared files were not taken: this device has no room left to keep them.',
    'not-ready':
      'The shared files did not come through: TrackEcom was not ready on this device yet. Share them once more, or choose them here.',
    none: 'Nothing that was shared is a file.',
  },
}
