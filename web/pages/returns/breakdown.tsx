import { createSignal, For, Show } from 'solid-js'
import { DataTable } from '../../components/data-table'
import { TwoLines } from '../../components/list-columns'
import { Rupees } from '../../components/rupees'
import { formatCount, formatPercent } from '../../locales/format'
import { text } from '../../locales/text'
import type { ReturnGroup, ReturnSummary } from '../../reconcile-api'

const SHOWN = 25

const COUNTS = ['all', 'inTransit', 'received', 'lost', 'overdue', 'customer', 'rto'] as const
type Count = (typeof COUNTS)[number]

const COUNT_NAMES: Readonly<Record<Count, string>> = {
  all: text.returns.all,
  inTransit: text.returns.tiles.inTransit,
  received: text.returns.tiles.received,
  lost: text.returns.tiles.lost,
  overdue: text.returns.tiles.overdue,
  customer: text.returns.customer,
  rto: text.returns.rto,
}

/** Under the parcels that it is the rate of: in columns of their own they would push the money off a desk. */
const RATES = { customer: 'returnedPct', rto: 'rtoPct' } as const

/** What no orders file names. */
const RATELESS: ReadonlySet<ReturnSummary['by']> = new Set(['courier', 'reason'])

const MONEY = ['salesReturned', 'returnShipping', 'otherFees'] as const
const HEADS = [
  ...COUNTS.map((count) => COUNT_NAMES[count]),
  ...MONEY.map((line) => text.returns[line]),
]

/** One line for each SKU, state, courier or reason, and their total first; cards on a phone. */
export function Breakdown(props: { summary: ReturnSummary }) {
  const [shown, setShown] = createSignal(SHOWN)
  const withParcels = () => props.summary.groups.filter(({ all }) => all.parcels > 0)
  const hidden = () => withParcels().length - shown()
  const rates = () => {
    if (props.summary.groups.some(({ orders }) => orders !== null)) return text.returns.rateNote
    return RATELESS.has(props.summary.by) ? text.returns.rateUnknown : text.returns.rateNoOrders
  }
  // With no fee of any parcel nobody can say whether one is still to come.
  const unpaid = () =>
    props.summary.total.money === null ? text.common.notKnown : text.returns.noMoney
  const name = (group: ReturnGroup) => group.key || text.returns.noKey[props.summary.by]
  return (
    <>
      <DataTable
        label={text.returns.breakdown}
        cardColumns={3}
        heads={[text.returns.by[props.summary.by], ...HEADS]}
      >
        <tbody>
          <Line name={text.common.total} group={props.summary.total} unpaid={unpaid()} isTotal />
          <For each={withParcels().slice(0, shown())}>
            {(group) => <Line name={name(group)} group={group} unpaid={unpaid()} />}
          </For>
        </tbody>
      </DataTable>
      <p class="small muted">{rates()}</p>
      <Show when={hidden() > 0}>
        <button class="button centered" type="button" onClick={() => setShown((n) => n + SHOWN)}>
          {text.returns.more(Math.min(SHOWN, hidden()))}
        </button>
      </Show>
    </>
  )
}

type LineProps = {
  name: string
  group: ReturnGroup
  /** Where nothing is told of its money. */
  unpaid: string
  isTotal?: boolean
}

function Line(props: LineProps) {
  return (
    <tr data-total={props.isTotal}>
      <th scope="row">{props.name}</th>
      <For each={COUNTS}>
        {(count) => (
          <td class="number" data-label={COUNT_NAMES[count]}>
            <TwoLines below={rateOf(props.group, count)}>
              {formatCount(props.group[count].parcels)}
            </TwoLines>
          </td>
        )}
      </For>
      <For each={MONEY}>
        {(line) => (
          <td class="number" data-label={text.returns[line]}>
            <Show when={props.group.money} fallback={<span class="muted">{props.unpaid}</span>}>
              {(money) => <Rupees amount={money()[line]} />}
            </Show>
          </td>
        )}
      </For>
    </tr>
  )
}

function hasRate(count: Count): count is keyof typeof RATES {
  return Object.hasOwn(RATES, count)
}

/** A rate of nothing is no rate, and not zero. */
function rateOf({ orders }: ReturnGroup, count: Count): string | undefined {
  if (!hasRate(count)) return undefined
  const percent = orders?.[RATES[count]]
  return percent === null || percent === undefined ? text.common.dash : formatPercent(percent)
}
