import { createSignal, For, Show } from 'solid-js'
import { DataTable } from '../../components/data-table'
import { Rupees } from '../../components/rupees'
import { formatCount, formatPercent } from '../../locales/format'
import { text } from '../../locales/text'
import type { ReturnGroup, ReturnSummary } from '../../reconcile-api'

const SHOWN = 25

const COUNTS = ['all', 'inTransit', 'received', 'lost', 'overdue', 'customer', 'rto'] as const
const COUNT_NAMES: Readonly<Record<(typeof COUNTS)[number], string>> = {
  all: text.returns.all,
  inTransit: text.returns.tiles.inTransit,
  received: text.returns.tiles.received,
  lost: text.returns.tiles.lost,
  overdue: text.returns.tiles.overdue,
  customer: text.returns.customer,
  rto: text.returns.rto,
}

const MONEY = ['salesReturned', 'returnShipping', 'otherFees'] as const
const HEADS = [
  ...COUNTS.map((count) => COUNT_NAMES[count]),
  text.returns.returnedPct,
  text.returns.rtoPct,
  ...MONEY.map((line) => text.returns[line]),
]

/** One line for each SKU, state, courier or reason, and their total first; cards on a phone. */
export function Breakdown(props: { summary: ReturnSummary }) {
  const [shown, setShown] = createSignal(SHOWN)
  const withParcels = () => props.summary.groups.filter(({ all }) => all.parcels > 0)
  const hidden = () => withParcels().length - shown()
  const hasRates = () => props.summary.groups.some(({ orders }) => orders !== null)
  const name = (group: ReturnGroup) => group.key || text.returns.noKey[props.summary.by]
  return (
    <>
      <DataTable
        label={text.returns.breakdown}
        cardColumns={3}
        heads={[text.returns.by[props.summary.by], ...HEADS]}
      >
        <tbody>
          <Line name={text.common.total} group={props.summary.total} isTotal />
          <For each={withParcels().slice(0, shown())}>
            {(group) => <Line name={name(group)} group={group} />}
          </For>
        </tbody>
      </DataTable>
      <p class="small muted">{hasRates() ? text.returns.rateNote : text.returns.rateUnknown}</p>
      <Show when={hidden() > 0}>
        <button class="button centered" type="button" onClick={() => setShown((n) => n + SHOWN)}>
          {text.returns.more(Math.min(SHOWN, hidden()))}
        </button>
      </Show>
    </>
  )
}

function Line(props: { name: string; group: ReturnGroup; isTotal?: boolean }) {
  return (
    <tr data-total={props.isTotal}>
      <th scope="row">{props.name}</th>
      <For each={COUNTS}>
        {(count) => (
          <td class="number" data-label={COUNT_NAMES[count]}>
            {formatCount(props.group[count].parcels)}
          </td>
        )}
      </For>
      <td class="number" data-label={text.returns.returnedPct}>
        {rate(props.group.orders?.returnedPct)}
      </td>
      <td class="number" data-label={text.returns.rtoPct}>
        {rate(props.group.orders?.rtoPct)}
      </td>
      <For each={MONEY}>
        {(line) => (
          <td class="number" data-label={text.returns[line]}>
            <Show
              when={props.group.money}
              fallback={<span class="muted">{text.returns.noMoney}</span>}
            >
              {(money) => <Rupees amount={money()[line]} />}
            </Show>
          </td>
        )}
      </For>
    </tr>
  )
}

/** A rate of nothing is no rate, and not zero. */
function rate(percent: number | null | undefined): string {
  return percent === null || percent === undefined ? text.common.dash : formatPercent(percent)
}
