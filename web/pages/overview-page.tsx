import { createAsync, useLocation } from '@solidjs/router'
import { Match, Show, Switch, createEffect, lazy, onCleanup } from 'solid-js'
import { loadPnl, loadUploads } from '../api'
import type { Pnl, Upload } from '../api-shapes'
import { cautionsOf, comparedPeriod, type Comparison, lastDayKnown } from '../compare'
import { CompareLine } from '../components/compare-line'
import { Part } from '../components/face'
import { FreshnessLine } from '../components/freshness-line'
import { Later, fetchSoon } from '../components/later'
import { Page } from '../components/page'
import { Skeleton } from '../components/skeleton'
import { Toolbar } from '../components/toolbar'
import { keepFilters, useFilters } from '../filters'
import { createGlimpse } from '../glimpse'
import { text } from '../locales/text'
import { beginOverview, rememberOverview } from '../offline/kept-answers'
import { overviewAddress } from '../offline/overview-address'
import { watchUploads } from '../uploads/watch-uploads'
import css from './overview/overview.module.css'
import { Tiles } from './overview/tiles'

const BelowTiles = lazy(() =>
  import('./overview/below-tiles').then((module) => ({ default: module.BelowTiles })),
)
fetchSoon(BelowTiles)

// What stands in place of figures while there are none.
const loadFirstRun = () => import('./overview/first-run')
const EmptyPeriod = lazy(async () => ({ default: (await loadFirstRun()).EmptyPeriod }))
const StillReading = lazy(async () => ({ default: (await loadFirstRun()).StillReading }))
const Welcome = lazy(async () => ({ default: (await loadFirstRun()).Welcome }))

// What a person sees before choosing anything; a choice in the address goes before it.
const COMPARES: Comparison = 'period'

export function OverviewPage() {
  const { filters } = useFilters()
  // Before the first of its questions, so that the answers of all of them are kept for later.
  onCleanup(beginOverview())
  const uploads = createAsync(() => loadUploads())
  const pnl = createAsync(() =>
    loadPnl({
      from: filters().from,
      to: filters().to,
      store: filters().store,
      basis: filters().basis,
      group: 'total',
    }),
  )
  watchUploads(() => uploads.latest?.items)
  const isNew = () => uploads()?.items.length === 0
  // Until it is known, as for everybody else: what stands above the figures stays where it is.
  const seenUploads = createGlimpse(uploads)
  const seenNew = () => seenUploads()?.items.length === 0
  const seen = createGlimpse(pnl)
  return (
    <Page
      title={text.overview.title}
      lead={
        <Show when={!seenNew()}>
          <FreshnessLine freshness={seen()?.freshness} />
        </Show>
      }
      tools={
        <Show when={!seenNew()}>
          <Toolbar compares={COMPARES} />
        </Show>
      }
    >
      <Part loading={<Skeleton shape="tiles" />}>
        <Show
          when={isNew() ? undefined : pnl()}
          fallback={
            <Show when={isNew()}>
              <Welcome />
            </Show>
          }
        >
          {(figures) => <Figures pnl={figures()} uploads={uploads()?.items ?? []} />}
        </Show>
      </Part>
    </Page>
  )
}

function Figures(props: { pnl: Pnl; uploads: readonly Upload[] }) {
  const { filters } = useFilters()
  const location = useLocation()
  createEffect(() => props.pnl && void rememberOverview(overviewAddress(filters())))
  const days = () => comparedPeriod(filters(), filters().preset, filters().comparison ?? COMPARES)
  const found = createAsync(async () => {
    const { store, basis } = filters()
    const compared = days()
    if (compared === undefined) return undefined
    const pnl = await loadPnl({ ...compared, store, basis, group: 'total' }).catch(() => undefined)
    return pnl && { days: compared, group: pnl.groups[0] }
  })
  // What stands there while other days are asked for is of other days.
  const before = () => (found.latest?.days.from === days()?.from ? found.latest : undefined)
  const group = () => props.pnl.groups.find(({ lineCount }) => lineCount > 0)
  const isWaiting = () => !props.pnl.freshness.paymentsTo && !props.pnl.freshness.ordersTo
  const href = (path: string, extra?: object) => keepFilters(path, location.search, extra)
  return (
    <Switch>
      <Match when={group()}>
        {(total) => (
          <div class={css['stack']}>
            <Tiles group={total()} before={before()} uploads={props.uploads} href={href} />
            <Show when={before()}>
              {(compared) => (
                <CompareLine
                  against={compared().days}
                  cautions={cautionsOf(
                    { period: filters(), group: total() },
                    { period: compared().days, group: compared().group },
                    lastDayKnown(props.pnl),
                  )}
                />
              )}
            </Show>
            <Later>
              <Part loading={undefined}>
                <BelowTiles pnl={props.pnl} group={total()} uploads={props.uploads} href={href} />
              </Part>
            </Later>
          </div>
        )}
      </Match>
      <Match when={isWaiting()}>
        <StillReading uploads={props.uploads} />
      </Match>
      <Match when={true}>
        <EmptyPeriod freshness={props.pnl.freshness} />
      </Match>
    </Switch>
  )
}
