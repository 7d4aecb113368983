import { createAsync, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { Part } from '../components/face'
import { Page } from '../components/page'
import { Skeleton } from '../components/skeleton'
import { StoreTools } from '../components/toolbar'
import { useFilters } from '../filters'
import { text } from '../locales/text'
import { loadGstSummary, loadRegister } from '../tax-api'
import { GstCard } from './tax/gst-card'
import { RegisterCard } from './tax/register-card'
import { type TaxSearch, lastMonth, readTaxSearch } from './tax/tax-search'

export function TaxPage() {
  const { filters, today } = useFilters()
  const [search, setSearch] = useSearchParams<TaxSearch>()
  const choice = () => readTaxSearch(search, today)
  const store = () => filters().store
  const register = createAsync(() =>
    loadRegister({ tax: choice().tax, year: choice().year, store: store() }),
  )
  const newest = createAsync(() => loadGstSummary({ month: lastMonth(today), store: store() }))
  const month = () => choice().month ?? newest()?.months[0]?.month ?? lastMonth(today)
  const summary = createAsync(() => loadGstSummary({ month: month(), store: store() }))
  return (
    <Page title={text.tax.title} lead={text.tax.lead} tools={<StoreTools />}>
      <Part loading={<Skeleton shape="rows" />}>
        <Show when={register()}>
          {(found) => (
            <RegisterCard
              register={found()}
              today={today}
              onYear={(year) => setSearch({ year })}
              onTax={(tax) => setSearch({ tax: tax === 'tcs' ? null : tax })}
            />
          )}
        </Show>
      </Part>
      <Part loading={<Skeleton shape="rows" />}>
        <Show when={summary()}>
          {(found) => (
            <GstCard
              summary={found()}
              side={choice().side}
              store={store()}
              gstin={search.gstin}
              onMonth={(chosen) => setSearch({ month: chosen, gstin: null })}
              onSide={(by) => setSearch({ by: by === 'rate' ? null : by })}
              onGstin={(gstin) => setSearch({ gstin: gstin || null })}
            />
          )}
        </Show>
      </Part>
    </Page>
  )
}
