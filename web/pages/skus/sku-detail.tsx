import { A, createAsync, useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import { loadSkus } from '../../api'
import { Part } from '../../components/face'
import { Icon } from '../../components/icon'
import { Skeleton } from '../../components/skeleton'
import { keepFilters, useFilters } from '../../filters'
import { text } from '../../locales/text'
import css from './skus.module.css'
import { WhatIf } from './what-if'

/** One SKU: what it would be otherwise, and the ways to its sub-orders and cells. */
export function SkuDetail(props: { sku: string; onClose: () => void }) {
  const { filters } = useFilters()
  const location = useLocation()
  const found = createAsync(() =>
    loadSkus({
      from: filters().from,
      to: filters().to,
      store: filters().store,
      basis: filters().basis,
      view: 'all',
      sort: 'sku',
      q: props.sku.slice(0, 100),
      limit: '200',
    }),
  )
  const item = () => found()?.items.find(({ sku }) => sku === props.sku)
  const href = (path: string, extra: object) => keepFilters(path, location.search, extra)
  return (
    <section class={`card padded stack ${css['detail']}`} aria-labelledby="sku-detail">
      <div class="between">
        <h2 id="sku-detail">{props.sku}</h2>
        <button
          class="icon-button"
          type="button"
          aria-label={text.common.close}
          onClick={() => props.onClose()}
        >
          <Icon name="close" />
        </button>
      </div>
      <Part loading={<Skeleton shape="rows" />}>
        <Show when={item()} keyed>
          {(sku) => <WhatIf item={sku} />}
        </Show>
      </Part>
      <p class="wrap">
        <A href={href('/settlements', { sku: props.sku })}>{text.skus.lines}</A>
        <A href={href('/provenance', { figure: 'pnl.settlement', sku: props.sku })}>
          {text.skus.cells}
        </A>
      </p>
    </section>
  )
}
