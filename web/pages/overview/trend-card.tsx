import { createAsync, useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { loadPnl } from '../../api'
import type { Pnl } from '../../api-shapes'
import { Trend, type TrendPoint } from '../../charts/trend'
import { Part } from '../../components/face'
import { Skeleton } from '../../components/skeleton'
import { useFilters } from '../../filters'
import { formatDay, formatMonth, formatShortDay, formatShortMonth } from '../../locales/format'
import { text } from '../../locales/text'
import { trendGroup } from '../../period'
import css from './overview.module.css'

const METRICS = ['bankReceipts', 'netProfit', 'netSales'] as const
type Metric = (typeof METRICS)[number]

export function TrendCard() {
  const { filters } = useFilters()
  const [search, setSearch] = useSearchParams<{ trend: string }>()
  const metric = (): Metric => METRICS.find((name) => name === search.trend) ?? 'bankReceipts'
  const group = () => trendGroup(filters())
  const pnl = createAsync(() =>
    loadPnl({
      from: filters().from,
      to: filters().to,
      store: filters().store,
      basis: filters().basis,
      group: group(),
    }),
  )
  const by = () => (group() === 'day' ? text.overview.trendByDay : text.overview.trendByMonth)
  return (
    <section class={`card ${css['section']}`}>
      <div class={css['sectionHead']}>
        <h2>{text.overview.trend}</h2>
        <label>
          <span class="hidden-text">{text.overview.trendMetric}</span>
          <select
            class={`input ${css['metric']}`}
            onChange={(event) => setSearch({ trend: event.currentTarget.value })}
          >
            <For each={METRICS}>
              {(name) => (
                <option value={name} selected={name === metric()}>
                  {text.figures.lines[name]}
                </option>
              )}
            </For>
          </select>
        </label>
      </div>
      <Part loading={<Skeleton shape="chart" />}>
        <Show when={pnl()}>
          {(figures) => (
            <Trend
              name={`${text.figures.lines[metric()]} ${by()}`}
              points={toPoints(figures(), metric())}
            />
          )}
        </Show>
      </Part>
    </section>
  )
}

function toPoints(pnl: Pnl, metric: Metric): TrendPoint[] {
  return pnl.groups.map(({ key, lines }, index) => ({
    key,
    label: pnl.group === 'day' ? formatDay(key) : formatMonth(key),
    short: pnl.group === 'day' ? formatShortDay(key) : formatShortMonth(key, index === 0),
    value: lines[metric],
  }))
}
