import { useSearchParams } from '@solidjs/router'
import { lazy } from 'solid-js'
import { parseBusinessDate } from '#core/dates'
import { BUCKETS } from '#core/reconciliation/standing'
import { Part } from '../components/face'
import { Later, fetchSoon } from '../components/later'
import { Page } from '../components/page'
import { Skeleton } from '../components/skeleton'
import { text } from '../locales/text'
import { BucketChips } from './orders/bucket-chips'
import { AsOfTools } from './reconcile/as-of-tools'

const BucketOrders = lazy(() =>
  import('./reconcile/bucket-orders').then((module) => ({ default: module.BucketOrders })),
)
fetchSoon(BucketOrders)

/** Every sub-order, by where it stands on a day; each opens its own page. */
export function OrdersPage() {
  const [search] = useSearchParams<Record<'asOf' | 'bucket', string>>()
  const asOf = () => parseBusinessDate(search.asOf ?? '')
  const bucket = () => BUCKETS.find((each) => each === search.bucket)
  return (
    <Page title={text.orders.title} lead={text.orders.lead} tools={<AsOfTools />}>
      <Part loading={<Skeleton shape="lines" />}>
        <BucketChips asOf={asOf()} chosen={bucket()} />
      </Part>
      <Part loading={<Skeleton shape="rows" />}>
        <Later outline={<Skeleton shape="rows" />}>
          <BucketOrders bucket={bucket()} asOf={asOf()} />
        </Later>
      </Part>
    </Page>
  )
}
