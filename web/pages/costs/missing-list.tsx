import { createAsync, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { loadMissingCosts, type MissingCost } from '../../costs-api'
import { Section } from '../../components/section'
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
        <Section title={text.costs.missing.title} isCard>
          <p class="small muted">{text.costs.missing.lead(totals().skus, totals().units)}</p>
          <ul>
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
            <button class="button centered" type="button" onClick={() => setAll(true)}>
              {text.costs.missing.more(items().length - shown().length)}
            </button>
          </Show>
        </Section>
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
    <li class={`wrap ${css['row']}`}>
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
