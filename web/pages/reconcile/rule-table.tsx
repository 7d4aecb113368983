import { A, useLocation } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { DataTable } from '../../components/data-table'
import { KnownRupees } from '../../components/known-rupees'
import { Rupees } from '../../components/rupees'
import { keepFilters } from '../../filters'
import { formatCount } from '../../locales/format'
import { text } from '../../locales/text'
import type { Discrepancies, Rule } from '../../reconcile-api'
import css from './reconcile.module.css'

type Totals = NonNullable<Discrepancies['totals']>

type RuleTableProps = {
  totals: Totals
  chosen: Rule | undefined
  /** What else stands in the address of this list. */
  kept: Readonly<Record<string, string | undefined>>
}

/** The kinds of trouble, the most money first; each narrows the list to itself. */
export function RuleTable(props: RuleTableProps) {
  const location = useLocation()
  const rows = () => props.totals.toSorted((a, b) => (b.atStake ?? 0) - (a.atStake ?? 0))
  const href = (rule: Rule) =>
    keepFilters('/reconcile', location.search, {
      ...props.kept,
      rule: rule === props.chosen ? undefined : rule,
    })
  const sum = (value: (row: Totals[number]) => number) =>
    props.totals.reduce((total, row) => total + value(row), 0)
  const stake = () =>
    props.totals.every(({ atStake }) => atStake === null)
      ? null
      : sum(({ atStake }) => atStake ?? 0)
  return (
    <DataTable
      label={text.reconcile.byRule}
      isTight
      heads={[text.reconcile.rule, text.reconcile.count, text.reconcile.atStake]}
    >
      <tbody>
        <For each={rows()}>
          {(row) => (
            <tr class={css['line']} data-chosen={row.rule === props.chosen}>
              <th scope="row">
                <A
                  class={css['rule']}
                  href={href(row.rule)}
                  aria-current={row.rule === props.chosen ? 'true' : undefined}
                  noScroll
                >
                  {text.cases.rules[row.rule]}
                </A>
              </th>
              <td class="number">{formatCount(row.count)}</td>
              <td class="number">
                <KnownRupees amount={row.atStake} />
                <CameBack amount={row.recovered} />
              </td>
            </tr>
          )}
        </For>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.reconcile.total}</th>
          <td class="number">{formatCount(sum(({ count }) => count))}</td>
          <td class="number">
            <KnownRupees amount={stake()} />
            <CameBack amount={sum(({ recovered }) => recovered)} />
          </td>
        </tr>
      </tfoot>
    </DataTable>
  )
}

function CameBack(props: { amount: number }) {
  return (
    <Show when={props.amount > 0}>
      <span class={css['cameBack']}>
        <Rupees amount={props.amount} /> {text.reconcile.recovered}
      </span>
    </Show>
  )
}
