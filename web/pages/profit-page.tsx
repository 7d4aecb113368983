import { createAsync, useLocation, useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { loadPnl } from '../api'
import type { Pnl, PnlGroupBy } from '../api-shapes'
import { Waterfall } from '../charts/waterfall'
import { Face, Part, Quiet } from '../components/face'
import { FreshnessLine } from '../components/freshness-line'
import { Icon } from '../components/icon'
import { Page } from '../components/page'
import { Rupees } from '../components/rupees'
import { Segmented } from '../components/segmented'
import { Skeleton } from '../components/skeleton'
import { Toolbar } from '../components/toolbar'
import { keepFilters, useFilters } from '../filters'
import { text } from '../locales/text'
import type { StatementLine } from '../pnl-statement'
import { GroupTable } from './profit/group-table'
import { MonthTable } from './profit/month-table'
import css from './profit/profit.module.css'

const GROUPS: readonly PnlGroupBy[] = ['total', 'month', 'day', 'sku']

export function ProfitPage() {
  const { filters } = useFilters()
  const [search, setSearch] = useSearchParams<{ group: string }>()
  const groupBy = () => GROUPS.find((group) => group === search.group) ?? 'total'
  const load = (group: PnlGroupBy) =>
    loadPnl({
      from: filters().from,
      to: filters().to,
      store: filters().store,
      basis: filters().basis,
      group,
    })
  const total = createAsync(() => load('total'))
  const grouped = createAsync(() => load(groupBy()))
  return (
    <Page
      title={text.profit.title}
      lead={
        <Quiet>
          <Show when={total()}>{(pnl) => <FreshnessLine freshness={pnl().freshness} />}</Show>
        </Quiet>
      }
      tools={<Toolbar />}
    >
      <Segmented
        label={text.profit.groupLabel}
        value={groupBy()}
        options={GROUPS.map((value) => ({ value, label: text.profit.groups[value] }))}
        onChange={(group) => setSearch({ group: group === 'total' ? null : group })}
      />
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

function Figures(props: { total: Pnl; parts: Pnl }) {
  const location = useLocation()
  const { filters } = useFilters()
  const whole = () => props.total.groups.find(({ lineCount }) => lineCount > 0)
  const hrefOf = (line: StatementLine | string, extra: object = {}) => {
    if (typeof line !== 'string' && line.kind === 'cost') return undefined
    const figure = `pnl.${typeof line === 'string' ? line : line.line}`
    return keepFilters('/provenance', location.search, { figure, ...extra })
  }
  return (
    <Show
      when={whole()}
      fallback={
        <Face icon="calendar" title={text.profit.empty} detail={text.overview.emptyPeriodDetail} />
      }
    >
      {(total) => (
        <>
          <CostNotice isMissing={total().lines.cogs === null} undated={props.total.undated} />
          <Switch fallback={<GroupTable total={total()} pnl={props.parts} />}>
            <Match when={props.parts.group === 'total'}>
              <section class={`card ${css['waterfall']}`}>
                <Waterfall group={total()} hrefOf={hrefOf} />
              </section>
            </Match>
            <Match when={props.parts.group === 'month'}>
              <MonthTable
                total={total()}
                months={props.parts.groups}
                period={filters()}
                hrefOf={hrefOf}
              />
            </Match>
          </Switch>
        </>
      )}
    </Show>
  )
}

function CostNotice(props: { isMissing: boolean; undated: Pnl['undated'] }) {
  return (
    <div class={css['notices']}>
      <Show when={props.isMissing}>
        <p class={css['notice']}>
          <Icon name="info" small />
          <span>
            <strong>{text.profit.costMissing}</strong> {text.profit.costMissingDetail}
          </span>
        </p>
      </Show>
      <Show when={props.undated?.lines ? props.undated : undefined}>
        {(undated) => (
          <p class={css['notice']}>
            <Icon name="alert" small />
            <span>
              {text.profit.undated(undated().lines)} <Rupees amount={undated().settlement} />
            </span>
          </p>
        )}
      </Show>
    </div>
  )
}
