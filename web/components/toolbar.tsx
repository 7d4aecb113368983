import { SAMPLE_SUPPLIER_ID } from '#core/sample-seller'
import { A, createAsync } from '@solidjs/router'
import { For, type JSX, Show, Suspense } from 'solid-js'
import { loadMe, loadUploads } from '../api'
import type { Basis, Store } from '../api-shapes'
import type { Comparison } from '../compare'
import { useFilters } from '../filters'
import { text } from '../locales/text'
import { useMay } from '../roles'
import { Quiet } from './face'
import { Badge } from './badge'
import { DateRange } from './date-range'
import { Segmented } from './segmented'
import css from './toolbar.module.css'

type ToolbarProps = {
  fixedBasis?: Basis
  /** What the days are days of, where it is neither of an order nor of a payment. */
  basisName?: string
  /** With what the screen compares while nobody chose; without it, it compares with nothing. */
  compares?: Comparison
  children?: JSX.Element
}

/** Dates, the basis they are counted by, and the store: the same on every screen of figures. */
export function Toolbar(props: ToolbarProps) {
  const { filters, choosePeriod, choosePreset, chooseBasis, chooseComparison } = useFilters()
  return (
    <div class={css['toolbar']}>
      <DateRange
        period={filters()}
        preset={filters().preset}
        onPreset={choosePreset}
        onPeriod={choosePeriod}
        comparison={props.compares && (filters().comparison ?? props.compares)}
        onComparison={chooseComparison}
      />
      <Show
        when={!props.fixedBasis && !props.basisName}
        fallback={
          <span class={css['basis']}>
            {text.basis.by(props.basisName ?? text.basis[props.fixedBasis ?? 'payment'])}
          </span>
        }
      >
        <Segmented
          label={text.basis.label}
          value={filters().basis}
          options={[
            { value: 'payment', label: text.basis.payment },
            { value: 'order', label: text.basis.order },
          ]}
          onChange={chooseBasis}
        />
      </Show>
      <Quiet>
        <StoreSwitch />
        <SampleMark />
      </Quiet>
      <div class={css['actions']}>{props.children}</div>
    </div>
  )
}

/** For screens that choose their days in another way. */
export function StoreTools() {
  return (
    <div class={css['toolbar']}>
      <Quiet>
        <StoreSwitch />
        <SampleMark />
      </Quiet>
    </div>
  )
}

/** A seller with one store never sees it. */
export function StoreSwitch() {
  const { filters, chooseStore } = useFilters()
  const me = createAsync(() => loadMe())
  const stores = () => me()?.stores ?? []
  return (
    <Show when={stores().length > 1}>
      <label>
        <span class="hidden-text">{text.store.label}</span>
        <select
          class={`input ${css['select']}`}
          value={filters().store ?? ''}
          onChange={(event) => chooseStore(event.currentTarget.value)}
        >
          <option value="">{text.store.all}</option>
          <For each={stores()}>
            {(store) => (
              <option value={store.id} selected={store.id === filters().store}>
                {storeName(store)}
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  )
}

/** Figures of the sample are nobody's money, and every screen of figures says so. */
function SampleMark() {
  const may = useMay()
  return (
    <Show when={may('figures')}>
      <IfSample />
    </Show>
  )
}

function IfSample() {
  const { filters } = useFilters()
  const me = createAsync(() => loadMe())
  const uploads = createAsync(() => loadUploads())
  const sample = () => {
    const found = me()?.stores.find(({ supplierId }) => supplierId === SAMPLE_SUPPLIER_ID)
    return filters().store && filters().store !== found?.id ? undefined : found
  }
  return (
    <Show when={sample()}>
      {(store) => (
        // What waits for the list of files already takes its place, or the screen would jump.
        <Suspense fallback={<Mark isWaiting />}>
          <Show when={uploads()?.items.some(({ storeId }) => storeId === store().id)}>
            <Mark />
          </Show>
        </Suspense>
      )}
    </Show>
  )
}

function Mark(props: { isWaiting?: boolean }) {
  return (
    <A class={css['sample']} href="/imports" data-sample="" data-waiting={props.isWaiting}>
      <Badge tone="note">{text.store.sample}</Badge>
    </A>
  )
}

export function storeName(store: Store): string {
  return store.supplierId === SAMPLE_SUPPLIER_ID ? text.store.sample : store.name
}
