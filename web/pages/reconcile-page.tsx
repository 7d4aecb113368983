import { A, useLocation, useSearchParams } from '@solidjs/router'
import { Show, lazy } from 'solid-js'
import { parseBusinessDate } from '#core/dates'
import { BUCKETS } from '#core/reconciliation/standing'
import { Part } from '../components/face'
import { Icon } from '../components/icon'
import { Later, fetchSoon } from '../components/later'
import { Page } from '../components/page'
import { Skeleton } from '../components/skeleton'
import { keepFilters } from '../filters'
import { text } from '../locales/text'
import { AsOfTools } from './reconcile/as-of-tools'
import { Buckets } from './reconcile/buckets'

const BucketOrders = lazy(() =>
  import('./reconcile/bucket-orders').then((module) => ({ default: module.BucketOrders })),
)
const DiscrepancyList = lazy(() =>
  import('./reconcile/discrepancy-list').then((module) => ({ default: module.DiscrepancyList })),
)
fetchSoon(DiscrepancyList)

/** Where the sub-orders stand on a day, and what is wrong; all that is chosen is in the address. */
export function ReconcilePage() {
  const location = useLocation()
  const [search] = useSearchParams<Record<'asOf' | 'bucket', string>>()
  const asOf = () => parseBusinessDate(search.asOf ?? '')
  const bucket = () => BUCKETS.find((each) => each === search.bucket)
  return (
    <Page title={text.reconcile.title} lead={text.reconcile.lead} tools={<AsOfTools />}>
      <Part loading={<Skeleton shape="tiles" />}>
        <Buckets asOf={asOf()} chosen={bucket()} />
      </Part>
      <Part loading={<Skeleton shape="rows" />}>
        <Show
          when={bucket()}
          keyed
          fallback={
            <Later outline={<Skeleton shape="rows" />}>
              <DiscrepancyList asOf={asOf()} />
            </Later>
          }
        >
          {(chosen) => (
            <>
              <A
                class="text-link"
                href={keepFilters('/reconcile', location.search, { asOf: asOf() })}
                noScroll
              >
                <Icon name="left" small />
                {text.reconcile.allBuckets}
              </A>
              <BucketOrders bucket={chosen} asOf={asOf()} />
            </>
          )}
        </Show>
      </Part>
    </Page>
  )
}
