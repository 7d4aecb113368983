import { formatCount } from '../format'

const months = (count: number) => `${formatCount(count)} ${count === 1 ? 'month' : 'months'}`

export const coverage = {
  title: 'What is here, month by month',
  show: 'Show the months',
  hide: 'Hide the months',
  year: (year: number) => `April ${year} to March ${year + 1}`,
  earlier: 'Earlier year',
  later: 'Later year',
  nothing: (year: string) => `No file says anything of ${year}.`,
  summary: (missing: number, provisional: number) => {
    if (missing + provisional === 0) return 'Nothing is missing from these files.'
    const parts = [
      ...(missing > 0 ? [`${months(missing)} without a file`] : []),
      ...(provisional > 0 ? [`${months(provisional)} in part`] : []),
    ]
    return `${parts.join(', ')}, each kind of file counted by itself.`
  },
  states: {
    missing: 'No file',
    provisional: 'In part',
    complete: 'Complete',
    restated: 'Restated',
  },
  meanings: {
    missing: 'no file says anything of this month',
    provisional: 'the month is not over, or the files leave days out',
    complete: 'every day is covered',
    restated: 'every day is covered, and a later file changed figures',
  },
  find: 'Where to find this file',
  findFor: (kind: string, month: string, state: string) =>
    `${kind}, ${month}: ${state.toLowerCase()}. Where to find this file`,
}
