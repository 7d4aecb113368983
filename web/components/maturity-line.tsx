import { createAsync } from '@solidjs/router'
import { Show } from 'solid-js'
import { loadMaturity } from '../api'
import type { Maturity } from '../api-shapes'
import { useFilters } from '../filters'
import { formatMonth } from '../locales/format'
import { text } from '../locales/text'
import { Quiet } from './face'
import { Rupees } from './rupees'

/** How far the orders of the period's last month have come, and how they may end. */
export function MaturityLine() {
  const { filters } = useFilters()
  const found = createAsync(() =>
    loadMaturity({ month: filters().to.slice(0, 7), store: filters().store }),
  )
  return (
    <Quiet>
      <Show when={found()?.subOrders ? found() : undefined}>
        {(maturity) => <MaturityWords maturity={maturity()} />}
      </Show>
    </Quiet>
  )
}

export function MaturityWords(props: { maturity: Maturity }) {
  const words = text.money.maturity
  const share = () =>
    props.maturity.settledBps === null ? words.unknown : words.settled(props.maturity.settledBps)
  const safe = () => {
    const { safeToReadOn: day, asOf } = props.maturity
    if (day === null) return words.noSafe
    return day <= asOf ? words.safe(day) : words.safeFrom(day)
  }
  return (
    <p class="small muted" role="note" aria-label={words.label(props.maturity.month)}>
      <strong>{formatMonth(props.maturity.month)}</strong>
      {`: ${share()}`}
      <Show when={props.maturity.finalBps !== null}>
        {`, ${words.final(props.maturity.finalBps ?? 0)}`}
      </Show>
      {`; ${safe()}; `}
      <Show
        when={props.maturity.range}
        fallback={props.maturity.profit.state === 'running' ? words.running : words.noRange}
      >
        {(range) => (
          <RangeWords intro={words.range} range={range()} backTest={props.maturity.backTest} />
        )}
      </Show>
      <ProfitWords profit={props.maturity.profit} />
      <Show when={!props.maturity.isUpToDate}>{`; ${words.notUpToDate}`}</Show>
      {words.end}
    </p>
  )
}

type Profit = Maturity['profit']

/** Beside the settlement's range, so that what it says of too few months is not said twice. */
function ProfitWords(props: { profit: Profit }) {
  const words = text.money.maturity
  return (
    <Show
      when={props.profit.range}
      fallback={
        <Show when={reasonOf(props.profit.state)}>
          {(reason) => <>{`; ${words.noProfit[reason()]}`}</>}
        </Show>
      }
    >
      {(range) => (
        <>
          {'; '}
          <RangeWords intro={words.profitRange} range={range()} backTest={props.profit.backTest} />
        </>
      )}
    </Show>
  )
}

type Reason = keyof typeof text.money.maturity.noProfit

function reasonOf(state: Profit['state']): Reason | undefined {
  if (state === 'told' || state === 'no_orders') return undefined
  return state === 'running' || state === 'too_few_months' ? undefined : state
}

type RangeWordsProps = {
  intro: string
  range: NonNullable<Maturity['range']>
  backTest: Maturity['backTest']
}

function RangeWords(props: RangeWordsProps) {
  const words = text.money.maturity
  const learned = () => {
    const { learnedFrom } = props.range
    const tried = props.backTest
    return tried
      ? words.learned(learnedFrom, tried.within, tried.months)
      : words.learnedOnly(learnedFrom)
  }
  return (
    <>
      {`${props.intro} `}
      <Rupees amount={props.range.least} />
      {` ${words.and} `}
      <Rupees amount={props.range.most} />
      {`, ${learned()}`}
    </>
  )
}
