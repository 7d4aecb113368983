import { A, useLocation, useSearchParams } from '@solidjs/router'
import { For, Show, createMemo, createSignal } from 'solid-js'
import type { KnownLine, Pnl, PnlGroup } from '../../api-shapes'
import { Rupees } from '../../components/rupees'
import { keepFilters } from '../../filters'
import { formatCount, formatDay, formatPercent } from '../../locales/format'
import { lineName } from '../../locales/line-name'
import { text } from '../../locales/text'
import { isCostMissing } from '../../pnl-statement'
import css from './profit.module.css'
import { sortGroups } from './sort-groups'

const COLUMNS: readonly KnownLine[] = [
  'netSales',
  'salesReturned',
  'fees',
  'settlement',
  'ads',
  'bankReceipts',
]
// Enough for a screen; a seller with a thousand SKUs asks for more.
const SHOWN_AT_FIRST = 60

/** Days or SKUs down, the main lines across. */
export function GroupTable(props: { total: PnlGroup; pnl: Pnl }) {
  const [search, setSearch] = useSearchParams<{ sort: string }>()
  const [shown, setShown] = createSignal(SHOWN_AT_FIRST)
  const sort = () => search.sort ?? (props.pnl.group === 'sku' ? 'netProfit' : '-key')
  const groups = createMemo(() => sortGroups(props.pnl.groups, sort()))
  const isSku = () => props.pnl.group === 'sku'
  const choose = (key: string) => setSearch({ sort: sort() === `-${key}` ? key : `-${key}` })
  const name = (line: KnownLine) => lineName(line, isCostMissing(props.total.lines))
  return (
    <>
      <div
        class={`card ${css['scroll']}`}
        role="region"
        aria-label={text.profit.tableCaption}
        tabIndex={0}
      >
        <table class={css['table']}>
          <caption class="hidden-text">{text.profit.tableCaption}</caption>
          <thead>
            <tr>
              <SortHead
                isCorner
                name={isSku() ? text.settlements.sku : text.provenance.on}
                column="key"
                sort={sort()}
                onSort={choose}
              />
              <SortHead
                name={text.figures.more.units}
                column="units"
                sort={sort()}
                onSort={choose}
              />
              <SortHead name={name('netProfit')} column="netProfit" sort={sort()} onSort={choose} />
              <th scope="col">{text.figures.more.margin}</th>
              <For each={COLUMNS}>
                {(line) => (
                  <SortHead name={name(line)} column={line} sort={sort()} onSort={choose} />
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <Row group={props.total} label={text.common.total} isTotal />
            <For each={groups().slice(0, shown())}>
              {(group) => (
                <Row
                  group={group}
                  label={isSku() ? group.key || text.profit.noSku : formatDay(group.key)}
                  sku={isSku() ? group.key : undefined}
                  day={isSku() ? undefined : group.key}
                />
              )}
            </For>
          </tbody>
        </table>
      </div>
      <Show when={groups().length > shown()}>
        <button
          class={`button ${css['showMore']}`}
          type="button"
          onClick={() => setShown(shown() + SHOWN_AT_FIRST * 5)}
        >
          {text.profit.showMore(groups().length - shown())}
        </button>
      </Show>
    </>
  )
}

type SortHeadProps = {
  name: string
  column: string
  sort: string
  onSort: (column: string) => void
  isCorner?: boolean
}

function SortHead(props: SortHeadProps) {
  const direction = () => {
    if (props.sort === props.column) return 'ascending'
    return props.sort === `-${props.column}` ? 'descending' : undefined
  }
  return (
    <th
      class={props.isCorner ? css['corner'] : undefined}
      scope="col"
      aria-sort={direction() ?? 'none'}
    >
      <button class={css['sort']} type="button" onClick={() => props.onSort(props.column)}>
        {props.name}
      </button>
    </th>
  )
}

type RowProps = {
  group: PnlGroup
  label: string
  isTotal?: boolean
  sku?: string | undefined
  day?: string | undefined
}

function Row(props: RowProps) {
  const location = useLocation()
  // The whole total has no narrower list than the one of its own days.
  const href = () => {
    if (props.sku) return keepFilters('/settlements', location.search, { sku: props.sku })
    if (!props.day) return undefined
    const days = { period: undefined, from: props.day, to: props.day }
    return keepFilters('/profit', location.search, days)
  }
  return (
    <tr class={css['row']} data-kind={props.isTotal ? 'total' : 'flow'}>
      <th class={css['name']} scope="row">
        <Show when={href()} fallback={<span class={css['label']}>{props.label}</span>}>
          {(to) => (
            <A class={css['rowLink']} href={to()} title={props.label}>
              {props.label}
            </A>
          )}
        </Show>
      </th>
      <td class={css['cell']}>{formatCount(props.group.units)}</td>
      <td class={css['cell']}>
        <strong>
          <Rupees amount={props.group.lines.netProfit} tone={props.group.lines.netProfit < 0} />
        </strong>
      </td>
      <td class={css['cell']}>
        {props.group.marginPct === null ? text.common.dash : formatPercent(props.group.marginPct)}
      </td>
      <For each={COLUMNS}>
        {(line) => (
          <td class={css['cell']}>
            <span classList={{ [css['zero'] ?? '']: props.group.lines[line] === 0 }}>
              <Rupees amount={props.group.lines[line]} />
            </span>
          </td>
        )}
      </For>
    </tr>
  )
}
