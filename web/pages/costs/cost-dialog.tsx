import { createAsync, useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { parseBusinessDate } from '#core/dates'
import { MAX_COST } from '#core/meesho/costs-list'
import type { Paise } from '#core/money/paise'
import { rupeesText } from '#core/money/rupees'
import { readAmount } from '../../amount'
import { DateField } from '../../components/date-field'
import { FormDialog } from '../../components/form-dialog'
import { SourceLink } from '../../components/source-link'
import { createStoreChoice, StoreField } from '../../components/store-field'
import { showToast } from '../../components/toasts'
import { type DatedCost, loadCosts, type NewCost, setCost } from '../../costs-api'
import { useFilters } from '../../filters'
import { text } from '../../locales/text'
import { todayInIndia } from '../../today'
import { formatSince, Known } from './cost-list'
import css from './costs.module.css'
import { chosenStore, typed, wrong } from './typed'

/** Sets what a unit of a SKU costs from a day on; which SKU and which day is in the address. */
export function CostDialog() {
  const { filters } = useFilters()
  const [search, setSearch] = useSearchParams<Record<'edit' | 'of' | 'since', string>>()
  const sku = () => search.edit ?? ''
  const store = () => search.of ?? filters().store
  const choice = createStoreChoice()
  const found = createAsync(async () => {
    const page = sku() && (await loadCosts({ store: store(), q: sku(), limit: '200' }))
    const item = page && page.items.find((each) => each.sku === sku())
    return { costs: item ? item.costs : [] }
  })
  const since = () => parseBusinessDate(search.since ?? '') ?? todayInIndia()
  const close = () => setSearch({ add: null, edit: null, of: null, since: null })
  const save = async (form: FormData) => {
    const cost = readCost(form, sku(), store() ?? chosenStore(form))
    await setCost(cost)
    showToast(text.costs.edit.saved(cost.sku))
    close()
  }
  return (
    <Show when={found()}>
      {(known) => (
        <FormDialog
          title={sku() ? text.costs.edit.title(sku()) : text.costs.edit.newTitle}
          detail={text.costs.edit.detail}
          action={text.costs.edit.save}
          onSubmit={save}
          onClose={close}
        >
          <StoreField stores={search.of === undefined ? choice() : []} />
          <Show when={sku() === ''}>
            <label class="field">
              <span>{text.costs.edit.sku}</span>
              <input class="input" name="sku" maxLength={200} autocomplete="off" />
            </label>
          </Show>
          <Fields
            since={since()}
            before={known().costs.find((each) => each.effectiveFrom === since())}
          />
          <Show when={known().costs.length > 0}>
            <History costs={known().costs} />
          </Show>
        </FormDialog>
      )}
    </Show>
  )
}

function Fields(props: { since: string; before: DatedCost | undefined }) {
  return (
    <>
      <label class="field">
        <span>{text.costs.edit.cost}</span>
        <input
          class="input"
          name="cost"
          inputmode="decimal"
          autocomplete="off"
          placeholder={text.costs.list.unknown}
          value={written(props.before?.cost)}
        />
      </label>
      <label class="field">
        <span>{text.costs.edit.packaging}</span>
        <input
          class="input"
          name="packaging"
          inputmode="decimal"
          autocomplete="off"
          placeholder={text.costs.list.unknown}
          value={written(props.before?.packaging)}
        />
      </label>
      <label class="field">
        <span>{text.costs.edit.from}</span>
        <DateField name="from" value={props.since} />
      </label>
      <p class="small muted">{text.costs.edit.sameDay}</p>
    </>
  )
}

function written(amount: number | null | undefined): string {
  return amount === null || amount === undefined ? '' : rupeesText(amount)
}

function History(props: { costs: readonly DatedCost[] }) {
  return (
    <section class={css['history']} aria-label={text.costs.edit.history}>
      <h3>{text.costs.edit.history}</h3>
      <ul>
        <For each={props.costs}>
          {(cost) => (
            <li class={css['dated']}>
              <span>{formatSince(cost.effectiveFrom)}</span>
              <span>
                <Known amount={cost.cost} />
                {text.common.plus}
                <Known amount={cost.packaging} />
              </span>
              <Show
                when={cost.source}
                fallback={<span class="small muted">{text.costs.edit.hand}</span>}
              >
                {(source) => <SourceLink source={source()} />}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

/** What was typed, in paise; throws a sentence that says what is wrong with it. */
function readCost(form: FormData, known: string, store: string | undefined): NewCost {
  const words = text.costs.edit
  const sku = known || typed(form, 'sku')
  if (sku === '') throw wrong(words.skuNeeded)
  const effectiveFrom = parseBusinessDate(typed(form, 'from'))
  if (effectiveFrom === undefined) throw wrong(words.fromNeeded)
  const cost = amountIn(form, 'cost', words.cost)
  const packaging = amountIn(form, 'packaging', words.packaging)
  if (cost === null && packaging === null) throw wrong(words.nothing)
  return { sku, effectiveFrom, cost, packaging, store }
}

function amountIn(form: FormData, name: string, label: string): Paise | null {
  const amount = readAmount(typed(form, name), MAX_COST)
  if (amount === undefined) throw wrong(text.costs.edit.notAmount(label))
  return amount
}
