import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { loadPnl } from '../../api'
import type { Pnl, PnlGroup } from '../../api-shapes'
import { cautionsOf, changeOf, comparedPeriod, lastDayKnown } from '../../compare'
import { CompareLine } from '../../components/compare-line'
import { Rupees } from '../../components/rupees'
import { useFilters } from '../../filters'
import { formatPercent, formatPeriod } from '../../locales/format'
import { lineName, missingName } from '../../locales/line-name'
import { text } from '../../locales/text'
import type { Period } from '../../period'
import { isCostMissing, type StatementLine, shownLines } from '../../pnl-statement'
import css from './compare-card.module.css'

/** The profit and loss of these days beside that of others, line by line; nothing until somebody asks. */
export function CompareCard(props: { total: PnlGroup; pnl: Pnl }) {
  const { filters } = useFilters()
  const days = () => comparedPeriod(filters(), filters().preset, filters().comparison ?? 'none')
  const found = createAsync(async () => {
    const { store, basis } = filters()
    const compared = days()
    if (compared === undefined) return undefined
    const pnl = await loadPnl({ ...compared, store, basis, group: 'total' })
    return { days: compared, group: pnl.groups.find(({ lineCount }) => lineCount > 0) }
  })
  return (
    <Show when={found()}>
      {(before) => (
        <section class={`card ${css['card']}`}>
          <h2>{text.compare.title}</h2>
          <CompareLine
            against={before().days}
            cautions={cautionsOf(
              { period: filters(), group: props.total },
              { period: before().days, group: before().group },
              lastDayKnown(props.pnl),
            )}
          />
          <Table now={props.total} before={before().group} days={before().days} />
        </section>
      )}
    </Show>
  )
}

function Table(props: { now: PnlGroup; before: PnlGroup | undefined; days: Period }) {
  const { filters } = useFilters()
  const lines = () => shownLines(props.before ? [props.now, props.before] : [props.now])
  const against = () => formatPeriod(props.days.from, props.days.to)
  return (
    <table class={css['table']}>
      <caption class="hidden-text">{text.compare.caption(against())}</caption>
      <thead>
        <tr>
          <th scope="col">{text.profit.line}</th>
          <th class="number" scope="col">
            {formatPeriod(filters().from, filters().to)}
          </th>
          <th class="number" scope="col">
            {against()}
          </th>
          <th class="number" scope="col">
            {text.compare.change}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={lines()}>
          {(line) => <Line line={line} now={props.now} before={props.before} />}
        </For>
      </tbody>
    </table>
  )
}

function Line(props: { line: StatementLine; now: PnlGroup; before: PnlGroup | undefined }) {
  const amount = (group: PnlGroup | undefined) => group?.lines[props.line.line] ?? null
  // Profit with costs is not what profit without them became.
  const isAlike = () =>
    props.line.line !== 'netProfit' ||
    props.before === undefined ||
    isCostMissing(props.now.lines) === isCostMissing(props.before.lines)
  const change = () => changeOf(amount(props.now), isAlike() ? amount(props.before) : undefined)
  const missing = () =>
    props.before === undefined ? text.compare.notKnown : missingName(props.line.line)
  return (
    <tr data-kind={props.line.kind}>
      <th scope="row">{lineName(props.line.line, isCostMissing(props.now.lines))}</th>
      <td class="number">
        <Known amount={amount(props.now)} missing={missingName(props.line.line)} />
      </td>
      <td class="number">
        <Known amount={amount(props.before)} missing={missing()} />
      </td>
      <td class="number">
        <Known amount={change().amount ?? null} missing={text.compare.notKnown} />
        <small class={css['share']}>
          <Show when={change().percent !== undefined}>{formatPercent(change().percent ?? 0)}</Show>
        </small>
      </td>
    </tr>
  )
}

function Known(props: { amount: number | null; missing: string }) {
  return (
    <Show
      when={props.amount !== null && { paise: props.amount }}
      fallback={<span class="muted">{props.missing}</span>}
    >
      {(known) => <Rupees amount={known().paise} />}
    </Show>
  )
}
