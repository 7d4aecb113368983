import { createAsync, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { loadMissingCosts, type MissingCost } from '../../costs-api'
import { useFilters } from '../../filters'
import { formatMonth } from '../../locales/format'
import { text } from '../../locales/text'
import { useMay } from '../../roles'
import css from './costs.module.css'

const SHOWN = 10

/** SKUs that were ordered and have no cost, the most units first; absent when there are none. */
export function MissingList() {
  const { filters } = useFilters()
  const found = createAsync(() => loadMissingCosts({ store: filters().store }))
  const [isAll, setAll] = createSignal(false)
  const items = () => found()?.items ?? []
  const shown = () => (isAll() ? items() : items().slice(0, SHOWN))
  const unlisted = () => (found()?.totals.skus ?? 0) - items().length
  return (
    <Show when={items().length > 0 && found()?.totals}>
      {(totals) => (
        <section class={`card ${css['section']}`} aria-labelledby="costs-missing">
          <h2 id="costs-missing">{text.costs.missing.title}</h2>
          <p class="small muted">{text.costs.missing.lead(totals().skus, totals().units)}</p>
          <ul class={css['rows']}>
            <For each={shown()}>{(item) => <MissingRow item={item} />}</For>
          </ul>
          <Show
            when={shown().length < items().length}
            fallback={
              <Show when={unlisted() > 0}>
                <p class="small muted">{text.costs.missing.notShown(unlisted())}</p>
              </Show>
            }
          >
            <button class="button" type="button" onClick={() => setAll(true)}>
              {text.costs.missing.more(items().length - shown().length)}
            </button>
          </Show>
        </section>
      )}
    </Show>
  )
}

function MissingRow(props: { item: MissingCost }) {
  const [, setSearch] = useSearchParams()
  const may = useMay()
  const months = () =>
    text.costs.missing.months(formatMonth(props.item.fromMonth), formatMonth(props.item.toMonth))
  // From its first order on, so that none of these units is left without a cost.
  const enter = () =>
    setSearch({
      edit: props.item.sku,
      of: props.item.storeId,
      since: `${props.item.fromMonth}-01`,
    })
  return (
    <li class={css['row']}>
      <div class={css['words']}>
        <p class={css['name']}>{props.item.sku || text.costs.missing.noSku}</p>
        <p class="small muted">
          {text.costs.missing.units(props.item.units)}
          {text.common.dot}
          {months()}
        </p>
      </div>
      <Show when={may('changes') && props.item.sku !== ''}>
        <button
          class="button"
          type="button"
          aria-label={text.costs.missing.enterFor(props.item.sku)}
          onClick={enter}
        >
          {text.costs.missing.enter}
        </button>
      </Show>
    </li>
  )
}
