import { A, createAsync } from '@solidjs/router'
import { Show } from 'solid-js'
import { type Ads, loadAdFigures } from '../ads-api'
import { DownloadLink } from '../components/download-link'
import { NoPaymentsFace } from '../components/empty-face'
import { Face, Part, Quiet } from '../components/face'
import { MaturityLine } from '../components/maturity-line'
import { Page } from '../components/page'
import { Skeleton } from '../components/skeleton'
import { Toolbar } from '../components/toolbar'
import { useFilters } from '../filters'
import { ads as words } from '../locales/parts'
import { apiUrl } from '../api-url'
import { AdsParts } from './ads/ads-parts'
import { AdsTiles } from './ads/ads-tiles'
import { AdsTrend } from './ads/ads-trend'
import { BreakEvenCard } from './ads/break-even-card'
import { Campaigns } from './ads/campaigns'
import { MarkedOrdersCard } from './ads/marked-orders'
import { SkusAfterAds } from './ads/skus-after-ads'

/** What ads took, whether they paid for themselves, and what an assumption lays on each SKU. */
export function AdsPage() {
  const { filters } = useFilters()
  const asked = () => {
    const { from, to, basis, store } = filters()
    return { from, to, basis, store }
  }
  const found = createAsync(() => loadAdFigures(asked()))
  return (
    <Page
      title={words.title}
      lead={
        <Quiet>
          <Show when={found()}>{(ads) => <p>{knownTo(ads())}</p>}</Show>
        </Quiet>
      }
      tools={
        <Toolbar>
          <DownloadLink href={apiUrl('/export/ads.csv', asked())} />
        </Toolbar>
      }
    >
      <p class="small muted">{words.basis[filters().basis]}</p>
      <Show when={filters().basis === 'order'}>
        <MaturityLine />
      </Show>
      <Part loading={<Skeleton shape="tiles" />}>
        <Show when={found()}>
          {(ads) => (
            <Show when={ads().spend.rows > 0} fallback={<NoAds ads={ads()} />}>
              <Figures ads={ads()} />
            </Show>
          )}
        </Show>
      </Part>
    </Page>
  )
}

function knownTo({ freshness }: Ads): string {
  if (freshness.sheets === 0) return words.noSheets
  return freshness.deductedTo === null
    ? words.neverDeducted
    : words.deductedTo(freshness.deductedTo)
}

/** None in these days is a fact only where a file speaks of ads at all. */
function NoAds(props: { ads: Ads }) {
  const day = () => props.ads.freshness.deductedTo
  return (
    <Show
      when={props.ads.freshness.sheets > 0}
      fallback={
        <Face icon="ads" title={words.noSheets} detail={words.noSheetsDetail}>
          <A class="button button-primary" href="/imports">
            {words.toFiles}
          </A>
        </Face>
      }
    >
      <Face
        icon="calendar"
        title={words.none}
        detail={day() === null ? words.neverDeducted : words.noneDetail(day() ?? '')}
      />
    </Show>
  )
}

/** Whether ads paid is told beside what was paid for sub-orders; without that it is not known. */
function Figures(props: { ads: Ads }) {
  const isPaid = () => props.ads.netSales !== null
  return (
    <>
      <AdsTiles ads={props.ads} />
      <Show when={isPaid()}>
        <BreakEvenCard ads={props.ads} />
      </Show>
      <AdsTrend ads={props.ads} />
      <AdsParts ads={props.ads} />
      <Campaigns ads={props.ads} />
      <Show when={isPaid()} fallback={<NoPaymentsFace />}>
        <MarkedOrdersCard />
        <SkusAfterAds />
      </Show>
    </>
  )
}
