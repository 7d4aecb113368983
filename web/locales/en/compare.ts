/** Two periods beside each other. */
export const compare = {
  label: 'Compare with',
  options: { none: 'Nothing', period: 'The period before', year: 'A year before' },
  against: (days: string) => `Compared with ${days}`,
  title: 'The period beside another',
  caption: (days: string) => `Profit and loss compared with ${days}`,
  change: 'Change',
  points: (count: string) => `${count} points`,
  up: (amount: string) => `Up ${amount}`,
  down: (amount: string) => `Down ${amount}`,
  withShare: (amount: string, share: string) => `${amount} (${share})`,
  versus: (change: string, days: string) => `${change} against ${days}`,
  notKnown: 'Not known',
  /** Only for SKUs that nothing was sold of in the other days. */
  newThen: 'Nothing then',
  cautions: {
    nothing: 'No file says anything of those days.',
    after_files: 'The files do not reach to the end of these days yet.',
    not_settled: 'Not all of it is settled yet: the change may still change.',
    cost_partial: 'Some product costs are missing, and are in neither profit.',
  },
}
