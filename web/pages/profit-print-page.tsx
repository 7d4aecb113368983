import { A, createAsync, useLocation, useSearchParams } from '@solidjs/router'
import { For, lazy, Show } from 'solid-js'
import { loadMe, loadPnl } from '../api'
import type { Pnl, PnlGroup } from '../api-shapes'
import { Waterfall } from '../charts/waterfall'
import { EmptyFace } from '../components/empty-face'
import { Part, Quiet } from '../components/face'
import { FreshnessLine } from '../components/freshness-line'
import { MaturityLine } from '../components/maturity-line'
import { Skeleton } from '../components/skeleton'
import { storeName } from '../components/toolbar'
import { keepFilters, useFilters } from '../filters'
import { formatDay, formatMonth, formatPercent, formatPeriod } from '../locales/format'
import { loadDefinitions } from '../locales/parts'
import { text } from '../locales/text'
import { BridgeCard } from './profit/bridge-card'
import { CostNotice } from './profit/cost-notice'
import css from './profit-print/profit-print.module.css'
import { monthSheets, SheetTable } from './profit-print/sheet-table'

const Notes = lazy(async () => {
  const [module] = await Promise.all([import('./profit-print/notes'), loadDefinitions()])
  return { default: module.Notes }
})

/** The profit and loss as a sheet of paper: what the Profit page shows, with all that it rests on. */
export function ProfitPrintPage() {
  const location = useLocation()
  const group = () => new URLSearchParams(location.search).get('group') ?? undefined
  return (
    <main class={css['page']}>
      <div class={css['tools']}>
        <A class="button" href={keepFilters('/profit', location.search, { group: group() })}>
          {text.print.back}
        </A>
        <button class="button button-primary" type="button" onClick={() => window.print()}>
          {text.print.print}
        </button>
      </div>
      <Part loading={<Skeleton shape="rows" />}>
        <Sheet />
      </Part>
    </main>
  )
}

function Sheet() {
  const { filters } = useFilters()
  const [search] = useSearchParams<{ group: string }>()
  const load = (group: 'total' | 'month') => {
    const { from, to, store, basis } = filters()
    return loadPnl({ from, to, store, basis, group })
  }
  const total = createAsync(() => load('total'))
  const months = createAsync(() => load('month'))
  const group = () => total()?.groups.find(({ lineCount }) => lineCount > 0)
  const across = () => (search.group === 'month' ? (months()?.groups ?? []) : [])
  return (
    <Show when={total()}>
      {(pnl) => (
        <article class={css['sheet']}>
          <Head pnl={pnl()} />
          <Show
            when={group()}
            fallback={
              <EmptyFace
                icon="calendar"
                title={text.profit.empty}
                detail={text.overview.emptyPeriodDetail}
              />
            }
          >
            {(whole) => (
              <>
                <CostNotice total={whole()} pnl={pnl()} />
                <For each={monthSheets(across(), whole())}>
                  {(groups) => <SheetTable groups={groups} total={whole()} />}
                </For>
                <State total={whole()} months={months()?.groups ?? []} />
                <section class={css['keep']}>
                  <h2>{text.print.picture}</h2>
                  <Waterfall group={whole()} hrefOf={() => undefined} />
                </section>
                <Quiet>
                  <BridgeCard />
                </Quiet>
                <Notes total={whole()} />
              </>
            )}
          </Show>
        </article>
      )}
    </Show>
  )
}

/** Whose figures these are, of which days, and counted how. */
function Head(props: { pnl: Pnl }) {
  const { filters, today } = useFilters()
  const me = createAsync(() => loadMe())
  const store = () => {
    const found = me()?.stores.find(({ id }) => id === filters().store)
    const only = me()?.stores.length === 1 ? me()?.stores[0] : undefined
    const named = found ?? only
    return named ? storeName(named) : text.print.allStores
  }
  return (
    <header class={css['head']}>
      <h1>{text.print.title}</h1>
      <dl class={css['facts']}>
        <dt>{text.print.workspace}</dt>
        <dd>{me()?.workspace.name}</dd>
        <dt>{text.print.store}</dt>
        <dd>{store()}</dd>
        <dt>{text.print.period}</dt>
        <dd>{formatPeriod(filters().from, filters().to)}</dd>
        <dt>{text.print.basis}</dt>
        <dd>{text.basis[filters().basis]}</dd>
        <dt>{text.print.freshness}</dt>
        <dd>
          <FreshnessLine freshness={props.pnl.freshness} />
        </dd>
        <dt>{text.print.printedOn}</dt>
        <dd>{formatDay(today)}</dd>
      </dl>
    </header>
  )
}

/** How far each month has come: what is not settled, or not costed, may still change the figures. */
function State(props: { total: PnlGroup; months: readonly PnlGroup[] }) {
  return (
    <section class={css['keep']}>
      <h2>{text.print.state}</h2>
      <MaturityLine />
      <table class={css['state']}>
        <caption class="hidden-text">{text.print.state}</caption>
        <thead>
          <tr>
            <th scope="col">{text.print.period}</th>
            <th class="number" scope="col">
              {text.print.settled}
            </th>
            <th class="number" scope="col">
              {text.print.final}
            </th>
            <th class="number" scope="col">
              {text.print.costKnown}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={[...props.months, props.total]}>
            {({ key, coverage }) => (
              <tr>
                <th scope="row">{key === 'total' ? text.common.total : formatMonth(key)}</th>
                <td class="number">{shareText(coverage.settledPct)}</td>
                <td class="number">{shareText(coverage.finalPct)}</td>
                <td class="number">{shareText(coverage.costKnownPct)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}

function shareText(value: number | null): string {
  return value === null ? text.print.notMeasured : formatPercent(value)
}
