import { A, createAsync, useLocation } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { formatRupees } from '#core/money/format-rupees'
import { paise } from '#core/money/paise'
import { loadMarkedOrders, type MarkedMoney, type MarkedOrders } from '../../ads-api'
import { DataTable } from '../../components/data-table'
import { Explain } from '../../components/explain'
import { Part } from '../../components/face'
import { Rupees } from '../../components/rupees'
import { Section } from '../../components/section'
import { Skeleton } from '../../components/skeleton'
import { keepFilters, useFilters } from '../../filters'
import { formatCount } from '../../locales/format'
import { ads as words } from '../../locales/parts'
import { text } from '../../locales/text'

/** What Meesho's own mark says that ads brought, beside all other orders. */
export function MarkedOrdersCard() {
  return (
    <Section title={words.orders.title}>
      <Part loading={<Skeleton shape="lines" />}>
        <Found />
      </Part>
    </Section>
  )
}

function Found() {
  const { filters } = useFilters()
  const found = createAsync(() => {
    const { from, to, basis, store } = filters()
    return loadMarkedOrders({ from, to, basis, store })
  })
  return (
    <Show when={found()}>
      {(orders) => (
        <Show when={orders().canMark} fallback={<p class="muted">{words.orders.cannot}</p>}>
          <p class="small muted">{words.orders.lead}</p>
          <Claimed orders={orders()} />
          <MarkTable orders={orders()} />
        </Show>
      )}
    </Show>
  )
}

function Claimed(props: { orders: MarkedOrders }) {
  return (
    <Show when={props.orders.claimedPerRupee !== null}>
      <p>
        {words.orders.claimed(formatRupees(paise(props.orders.claimedPerRupee ?? 0)))}
        <Explain figure="adClaimedSales" name={text.figures.more.adClaimedSales} />
      </p>
    </Show>
  )
}

const COUNTS = ['soldSubOrders', 'returnedUnits', 'rtoUnits'] as const
const MONEY = ['netSales', 'settlement'] as const

function countNames() {
  const { sold, returned, rto } = words.orders
  return { soldSubOrders: sold, returnedUnits: returned, rtoUnits: rto }
}

function headsOf(): readonly string[] {
  const counts = COUNTS.map((count) => countNames()[count])
  const money = MONEY.map((line) => text.figures.lines[line])
  return [words.orders.mark, words.orders.ordered, ...counts, ...money]
}

function MarkTable(props: { orders: MarkedOrders }) {
  // What nobody has seen so far has a line only where it occurs.
  const marks = () =>
    props.orders.marks.filter(
      ({ mark, ordered, soldSubOrders, netSales }) =>
        mark !== 'other' || (ordered ?? 0) + soldSubOrders > 0 || netSales !== 0,
    )
  return (
    <DataTable label={words.orders.title} cardColumns={2} heads={headsOf()}>
      <tbody>
        <For each={marks()}>
          {(money) => (
            <tr>
              <th scope="row">{words.orders.marks[money.mark]}</th>
              <td class="number" data-label={words.orders.ordered}>
                {money.ordered === null ? text.common.dash : formatCount(money.ordered)}
              </td>
              <For each={COUNTS}>
                {(count) => (
                  <td class="number" data-label={countNames()[count]}>
                    {formatCount(money[count])}
                  </td>
                )}
              </For>
              <For each={MONEY}>
                {(line) => (
                  <td class="number" data-label={text.figures.lines[line]}>
                    <MarkLink money={money} line={line} />
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </DataTable>
  )
}

function MarkLink(props: { money: MarkedMoney; line: (typeof MONEY)[number] }) {
  const location = useLocation()
  const href = () =>
    keepFilters('/provenance', location.search, {
      figure: `pnl.${props.line}`,
      orderSource: props.money.mark,
    })
  return (
    <A
      href={href()}
      title={words.orders.open(
        words.orders.marks[props.money.mark],
        text.figures.lines[props.line],
      )}
    >
      <Rupees amount={props.money[props.line]} />
    </A>
  )
}
