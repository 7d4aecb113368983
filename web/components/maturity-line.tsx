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
  const learned = (months: number) => {
    const { backTest } = props.maturity
    return backTest
      ? words.learned(months, backTest.within, backTest.months)
      : words.learnedOnly(months)
  }
  return (
    <p class="small muted" role="note" aria-label={words.label(props.maturity.month)}>
      <strong>{formatMonth(props.maturity.month)}</strong>
      {`: ${share()}`}
      <Show when={props.maturity.finalBps !== null}>
        {`, ${words.final(props.maturity.finalBps ?? 0)}`}
      </Show>
      {`; ${safe()}; `}
      <Show when={props.maturity.range} fallback={words.noRange}>
        {(range) => (
          <>
            {`${words.range} `}
            <Rupees amount={range().least} />
            {` ${words.and} `}
            <Rupees amount={range().most} />
            {`, ${learned(range().learnedFrom)}`}
          </>
        )}
      </Show>
      <Show when={!props.maturity.isUpToDate}>{`; ${words.notUpToDate}`}</Show>.
    </p>
  )
}
