import { A, useLocation, useSearchParams } from '@solidjs/router'
import { For, Show, createMemo, createSignal } from 'solid-js'
import type { KnownLine, Pnl, PnlGroup } from '../../api-shapes'
import { isNarrow } from '../../components/media'
import { Rupees } from '../../components/rupees'
import { ScrollBox } from '../../components/scroll-box'
import { formatCount, formatPercent } from '../../locales/format'
import { lineName } from '../../locales/line-name'
import { text } from '../../locales/text'
import { isCostMissing } from '../../pnl-statement'
import { GroupCards } from './group-cards'
import { GroupFilters } from './group-filters'
import { type GroupView, findGroups, groupHref, groupLabel } from './group-view'
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

/** Days or SKUs down, the main lines across; on a phone each is a card. */
export function GroupTable(props: { total: PnlGroup; pnl: Pnl }) {
  const [search, setSearch] = useSearchParams<{ sort: string; q: string }>()
  const [shown, setShown] = createSignal(SHOWN_AT_FIRST)
  const isSku = () => props.pnl.group === 'sku'
  const words = () => (isSku() ? (search.q ?? '') : '')
  const sort = () => search.sort ?? (isSku() ? 'netProfit' : '-key')
  const groups = createMemo(() => sortGroups(findGroups(props.pnl.groups, words()), sort()))
  const view = (): GroupView => ({
    // The total is that of all groups, so it would lie above some of them.
    total: words() ? undefined : props.total,
    groups: groups().slice(0, shown()),
    isSku: isSku(),
    lineName: (line) => lineName(line, isCostMissing(props.total.lines)),
  })
  return (
    <>
      <GroupFilters isSku={isSku()} sort={sort()} count={groups().length} />
      <Show
        when={groups().length > 0}
        fallback={<p class="muted">{text.figures.groups.noMatch}</p>}
      >
        <Show when={!isNarrow()} fallback={<GroupCards view={view()} />}>
          <Table
            view={view()}
            sort={sort()}
            onSort={(key) => setSearch({ sort: sort() === `-${key}` ? key : `-${key}` })}
          />
        </Show>
      </Show>
      <Show when={groups().length > shown()}>
        <button
          class="button centered"
          type="button"
          onClick={() => setShown(shown() + SHOWN_AT_FIRST * 5)}
        >
          {text.profit.showMore(groups().length - shown())}
        </button>
      </Show>
    </>
  )
}

type TableProps = { view: GroupView; sort: string; onSort: (column: string) => void }

function Table(props: TableProps) {
  const head = (column: KnownLine) => (
    <SortHead name={props.view.lineName(column)} column={column} {...props} />
  )
  return (
    <ScrollBox label={text.profit.tableCaption}>
      <table class={css['table']} data-dense="true">
        <caption class="hidden-text">{text.profit.tableCaption}</caption>
        <thead>
          <tr>
            <SortHead
              isCorner
              name={props.view.isSku ? text.settlements.sku : text.tables.day}
              column="key"
              {...props}
            />
            <SortHead name={text.figures.more.units} column="units" {...props} />
            {head('netProfit')}
            <th scope="col">{text.figures.more.margin}</th>
            <For each={COLUMNS}>{head}</For>
          </tr>
        </thead>
        <tbody>
          <Show when={props.view.total}>
            {(total) => <Row group={total()} label={text.common.total} isTotal />}
          </Show>
          <For each={props.view.groups}>
            {(group) => (
              <Row group={group} label={groupLabel(group, props.view.isSku)} view={props.view} />
            )}
          </For>
        </tbody>
      </table>
    </ScrollBox>
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

type RowProps = { group: PnlGroup; label: string; isTotal?: boolean; view?: GroupView }

function Row(props: RowProps) {
  const location = useLocation()
  // The whole total has no narrower list than the one of its own days.
  const href = () => props.view && groupHref(props.group, props.view.isSku, location.search)
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
