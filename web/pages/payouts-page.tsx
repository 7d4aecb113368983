import { rupeesText } from '#core/money/rupees'
import { A, useLocation } from '@solidjs/router'
import { For, Show, createSignal } from 'solid-js'
import { loadPayouts } from '../api'
import type { Payout, Payouts } from '../api-shapes'
import { DownloadLink } from '../components/download-link'
import { EmptyMoneyFace } from '../components/empty-face'
import { Part } from '../components/face'
import { Page } from '../components/page'
import { createList, ListTable } from '../components/list'
import { Rupees } from '../components/rupees'
import { Skeleton } from '../components/skeleton'
import { Toolbar } from '../components/toolbar'
import type { Column } from '../components/columns'
import type { Totals } from '../components/virtual-table'
import { keepFilters, useFilters } from '../filters'
import { formatDay } from '../locales/format'
import { text } from '../locales/text'
import { apiUrl } from '../api-url'
import { BankCard } from './payouts/bank-card'
import { MoneyCard } from './payouts/money-card'
import css from './payouts/payouts.module.css'

export function PayoutsPage() {
  const { filters } = useFilters()
  const params = () => ({
    from: filters().from,
    to: filters().to,
    store: filters().store,
  })
  const list = createList(loadPayouts, params)
  return (
    <Page
      title={text.payouts.title}
      lead={text.payouts.lead}
      tools={
        <Toolbar fixedBasis="payment">
          <DownloadLink href={apiUrl('/export/payouts.csv', params())} />
        </Toolbar>
      }
    >
      <MoneyCard />
      <Part loading={<Skeleton shape="rows" />}>
        <ListTable
          list={list}
          label={text.payouts.title}
          name="payouts"
          count={(page) => page.totals?.count}
          totals={({ totals }) => totalsOf(totals)}
          columns={COLUMNS}
          card={(item) => <Card item={item} />}
          empty={
            <EmptyMoneyFace
              icon="payouts"
              title={text.payouts.empty}
              detail={text.payouts.emptyDetail}
            />
          }
        />
      </Part>
      <BankCard />
    </Page>
  )
}

function totalsOf(totals: Payouts['totals']): Totals | undefined {
  if (totals === null) return undefined
  return {
    orders: <Rupees amount={totals.orders} />,
    ads: <Rupees amount={totals.ads} />,
    referral: <Rupees amount={totals.referral} />,
    adjustments: <Rupees amount={totals.adjustments} />,
    net: <Rupees amount={totals.net} tone={totals.net < 0} />,
  }
}

const COLUMNS: readonly Column<Payout>[] = [
  {
    key: 'paidOn',
    width: '7rem',
    plain: ({ paidOn }) => paidOn,
    title: text.payouts.paidOn,
    cell: (item) => <DayLink item={item} />,
  },
  {
    key: 'ids',
    width: 'minmax(9rem, 1.2fr)',
    plain: ({ transactionIds }) => transactionIds.join(' '),
    title: text.subOrder.transaction,
    cell: (item) => <Transactions item={item} />,
  },
  money('orders'),
  money('ads'),
  money('referral'),
  money('adjustments'),
  {
    key: 'net',
    width: 'minmax(7.5rem, 1fr)',
    plain: ({ net }) => rupeesText(net),
    title: text.payouts.net,
    isNumber: true,
    cell: (item) => (
      <strong>
        <Rupees amount={item.net} tone={item.net < 0} />
      </strong>
    ),
  },
]

function money(key: 'orders' | 'ads' | 'referral' | 'adjustments'): Column<Payout> {
  return {
    key,
    title: text.payouts[key],
    width: 'minmax(6rem, 1fr)',
    isNumber: true,
    plain: (item) => rupeesText(item[key]),
    cell: (item) => (
      <Show when={item[key] !== 0} fallback={<span class="muted">{text.common.dash}</span>}>
        <Rupees amount={item[key]} />
      </Show>
    ),
  }
}

/** A day with orders leads to its settlement lines; a day with ads alone has none. */
function DayLink(props: { item: Payout }) {
  const location = useLocation()
  const day = () => formatDay(props.item.paidOn)
  const days = () => ({ period: undefined, from: props.item.paidOn, to: props.item.paidOn })
  return (
    <Show when={props.item.lines > 0} fallback={<span class={css['day']}>{day()}</span>}>
      <A
        class="row-link"
        href={keepFilters('/settlements', location.search, days())}
        aria-label={text.payouts.seeLines(day())}
      >
        {day()}
      </A>
    </Show>
  )
}

function Transactions(props: { item: Payout }) {
  const [isOpen, setOpen] = createSignal(false)
  const ids = () => props.item.transactionIds
  return (
    <Show when={ids().length > 0} fallback={<span class="muted">{text.payouts.adsOnly}</span>}>
      <Show when={ids().length > 1} fallback={<code class={css['id']}>{ids()[0]}</code>}>
        <button
          class={css['opener']}
          type="button"
          aria-expanded={isOpen()}
          onClick={() => setOpen(!isOpen())}
        >
          {text.payouts.transactions(ids().length)}
        </button>
        <Show when={isOpen()}>
          <ul>
            <For each={ids()}>
              {(id) => (
                <li>
                  <code class={css['id']}>{id}</code>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </Show>
  )
}

function Card(props: { item: Payout }) {
  const parts = () =>
    (['orders', 'ads', 'referral', 'adjustments'] as const).filter((key) => props.item[key] !== 0)
  return (
    <div class={css['card']}>
      <div class={css['cardHead']}>
        <DayLink item={props.item} />
        <strong>
          <Rupees amount={props.item.net} tone={props.item.net < 0} />
        </strong>
      </div>
      <dl class={css['parts']}>
        <For each={parts()}>
          {(key) => (
            <div>
              <dt>{text.payouts[key]}</dt>
              <dd>
                <Rupees amount={props.item[key]} />
              </dd>
            </div>
          )}
        </For>
      </dl>
      <p class="small muted">
        <Show when={props.item.lines > 0} fallback={text.payouts.adsOnly}>
          {text.payouts.lines(props.item.lines)}
          {text.common.dot}
          <Show
            when={props.item.transactionIds.length === 1}
            fallback={text.payouts.transactions(props.item.transactionIds.length)}
          >
            <code>{props.item.transactionIds[0]}</code>
          </Show>
        </Show>
      </p>
    </div>
  )
}
