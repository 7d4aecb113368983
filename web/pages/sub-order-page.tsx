import { createAsync, useParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { paise, sum } from '#core/money/paise'
import { loadSubOrder } from '../api'
import type { SubOrderView } from '../api-shapes'
import { Part } from '../components/face'
import { Page } from '../components/page'
import { Rupees } from '../components/rupees'
import { KnownRupees } from '../components/known-rupees'
import { Skeleton } from '../components/skeleton'
import { text } from '../locales/text'
import { LineCard } from './sub-order/line-card'
import { Papers } from './sub-order/papers'
import { Discrepancies, StandingLine } from './sub-order/standing'
import css from './sub-order/sub-order.module.css'
import { Timeline } from './sub-order/timeline'

export function SubOrderPage() {
  const params = useParams<{ subOrderNo: string }>()
  const view = createAsync(() => loadSubOrder(params.subOrderNo))
  return (
    <Page
      title={text.subOrder.title(params.subOrderNo)}
      up={{ href: '/orders', label: text.orders.title }}
    >
      <Part loading={<Skeleton shape="rows" />}>
        <Show when={view()}>{(loaded) => <View view={loaded()} />}</Show>
      </Part>
    </Page>
  )
}

function View(props: { view: SubOrderView }) {
  // Its own lines say it; where there is none, its standing says whether any could be known.
  const settled = () =>
    props.view.lines.length === 0 && typeof props.view.standing?.settled !== 'number'
      ? null
      : sum(props.view.lines.map(({ settlement }) => paise(settlement)))
  return (
    <div class={css['columns']}>
      <div class={css['side']}>
        <section class={`card ${css['settled']}`}>
          <p class="small muted">{text.subOrder.settled}</p>
          <p class={settled() === null ? undefined : css['figure']}>
            <KnownRupees amount={settled()} unknown={text.reconcile.notKnown} isLossRed />
          </p>
          <StandingLine view={props.view} />
          <Facts view={props.view} />
        </section>
        <section class={`card ${css['panel']}`}>
          <h2>{text.subOrder.timeline}</h2>
          <Timeline view={props.view} />
        </section>
        <Papers view={props.view} />
      </div>
      <div class={css['lines']}>
        <Show when={props.view.discrepancies}>{(items) => <Discrepancies items={items()} />}</Show>
        <section class={css['lines']}>
          <h2>{text.subOrder.lines}</h2>
          <For
            each={props.view.lines}
            fallback={
              <p class="muted">
                {settled() === null ? text.reconcile.noPayments : text.subOrder.noLines}
              </p>
            }
          >
            {(line) => <LineCard line={line} />}
          </For>
        </section>
      </div>
    </div>
  )
}

function Facts(props: { view: SubOrderView }) {
  return (
    <Show when={props.view.subOrder} fallback={<p class="small muted">{text.subOrder.noOrder}</p>}>
      {(order) => (
        <>
          <p class={css['product']}>{order().productName}</p>
          <dl class={css['facts']}>
            <dt>{text.subOrder.ordersFile}</dt>
            <dd>{order().status}</dd>
            <dt>{text.subOrder.sku}</dt>
            <dd>{order().sku}</dd>
            <dt>{text.subOrder.size}</dt>
            <dd>{order().size || text.common.dash}</dd>
            <dt>{text.subOrder.quantity}</dt>
            <dd>{order().quantity}</dd>
            <dt>{text.subOrder.state}</dt>
            <dd>{order().customerState || text.common.dash}</dd>
            <Show when={order().discountedPrice}>
              {(price) => (
                <>
                  <dt>{text.subOrder.discounted}</dt>
                  <dd>
                    <Rupees amount={price()} />
                  </dd>
                </>
              )}
            </Show>
          </dl>
        </>
      )}
    </Show>
  )
}
