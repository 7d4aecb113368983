import { A, createAsync, useLocation, useSearchParams } from '@solidjs/router'
import { Match, Show, Switch, lazy } from 'solid-js'
import { loadPnl } from '../api'
import type { Pnl, PnlGroupBy } from '../api-shapes'
import { DownloadLink } from '../components/download-link'
import { EmptyFace, NoPaymentsFace } from '../components/empty-face'
import { Part } from '../components/face'
import { FreshnessLine } from '../components/freshness-line'
import { Icon } from '../components/icon'
import { Later, fetchSoon } from '../components/later'
import { MaturityLine } from '../components/maturity-line'
import { Page } from '../components/page'
import { Segmented } from '../components/segmented'
import { Skeleton } from '../components/skeleton'
import { Toolbar } from '../components/toolbar'
import { keepFilters, useFilters } from '../filters'
import { createGlimpse } from '../glimpse'
import { text } from '../locales/text'
import { apiUrl } from '../api-url'
import type { StatementLine } from '../pnl-statement'
import { CompareCard } from './profit/compare-card'
import { CostNotice } from './profit/cost-notice'
import css from './profit/profit.module.css'

const BelowCompare = lazy(() =>
  import('./profit/below-compare').then((module) => ({ default: module.BelowCompare })),
)
fetchSoon(BelowCompare)

// Only by month is there a table, and by day and by SKU a list.
const MonthTable = lazy(() =>
  import('./profit/month-table').then((module) => ({ default: module.MonthTable })),
)
const GroupTable = lazy(() =>
  import('./profit/group-table').then((module) => ({ default: module.GroupTable })),
)

const GROUPS: readonly PnlGroupBy[] = ['total', 'month', 'day', 'sku']

export function ProfitPage() {
  const { filters } = useFilters()
  const [search, setSearch] = useSearchParams<{ group: string; shares: string }>()
  const groupBy = () => GROUPS.find((group) => group === search.group) ?? 'total'
  const load = (group: PnlGroupBy) =>
    loadPnl({
      from: filters().from,
      to: filters().to,
      store: filters().store,
      basis: filters().basis,
      group,
    })
  const asked = () => {
    const { from, to, store, basis } = filters()
    return { from, to, store, basis, group: groupBy() }
  }
  const total = createAsync(() => load('total'))
  const grouped = createAsync(() => load(groupBy()))
  const seen = createGlimpse(total)
  return (
    <Page
      title={text.profit.title}
      lead={<FreshnessLine freshness={seen()?.freshness} />}
      tools={
        <Toolbar compares="none">
          <PrintLink />
          <DownloadLink href={apiUrl('/export/pnl.csv', asked())} />
        </Toolbar>
      }
    >
      <MaturityLine />
      <div class="wrap">
        <Segmented
          label={text.profit.groupLabel}
          value={groupBy()}
          options={GROUPS.map((value) => ({ value, label: text.profit.groups[value] }))}
          onChange={(group) => setSearch({ group: group === 'total' ? null : group })}
        />
        <Show when={groupBy() === 'month'}>
          <label class={css['shares']}>
            <input
              type="checkbox"
              checked={search.shares !== 'hidden'}
              onChange={(event) =>
                setSearch({ shares: event.currentTarget.checked ? null : 'hidden' })
              }
            />
            {text.profit.share}
          </label>
        </Show>
      </div>
      <Part loading={<Skeleton shape="rows" />}>
        <Show when={total()}>
          {(whole) => (
            <Show when={grouped()}>{(parts) => <Figures total={whole()} parts={parts()} />}</Show>
          )}
        </Show>
      </Part>
    </Page>
  )
}

/** The same days, basis and grouping as a sheet of paper. */
function PrintLink() {
  const location = useLocation()
  const group = () => new URLSearchParams(location.search).get('group') ?? undefined
  return (
    <A
      class="button tool-button"
      href={keepFilters('/profit/print', location.search, { group: group() })}
    >
      <Icon name="print" small />
      <span>{text.profit.print}</span>
    </A>
  )
}

function Figures(props: { total: Pnl; parts: Pnl }) {
  const location = useLocation()
  const { filters } = useFilters()
  const [search] = useSearchParams<{ shares: string }>()
  const whole = () => props.total.groups.find(({ lineCount }) => lineCount > 0)
  const hrefOf = (line: StatementLine | string, extra: object = {}) => {
    const figure = `pnl.${typeof line === 'string' ? line : line.line}`
    return keepFilters('/provenance', location.search, { figure, ...extra })
  }
  return (
    <Show
      when={whole()}
      fallback={
        <Show when={props.total.freshness.paymentsTo} fallback={<NoPaymentsFace />}>
          <EmptyFace
            icon="calendar"
            title={text.profit.empty}
            detail={text.overview.emptyPeriodDetail}
          />
        </Show>
      }
    >
      {(total) => (
        <>
          <CostNotice total={total()} pnl={props.total} />
          <Part loading={<Skeleton shape="rows" />}>
            <CompareCard total={total()} pnl={props.total} />
          </Part>
          <Switch
            fallback={
              <Part loading={<Skeleton shape="rows" />}>
                <GroupTable total={total()} pnl={props.parts} />
              </Part>
            }
          >
            <Match when={props.parts.group === 'total'}>
              <Later outline={<Skeleton shape="rows" />}>
                <Part loading={<Skeleton shape="rows" />}>
                  <BelowCompare group={total()} hrefOf={hrefOf} />
                </Part>
              </Later>
            </Match>
            <Match when={props.parts.group === 'month'}>
              <Part loading={<Skeleton shape="rows" />}>
                <MonthTable
                  total={total()}
                  months={props.parts.groups}
                  period={filters()}
                  hrefOf={hrefOf}
                  hasShares={search.shares !== 'hidden'}
                />
              </Part>
            </Match>
          </Switch>
        </>
      )}
    </Show>
  )
}
