import { A, useLocation } from '@solidjs/router'
import { type AdCampaign, type Ads, loadAdCampaigns } from '../../ads-api'
import type { Column } from '../../components/columns'
import { Face, Part } from '../../components/face'
import { createList, ListTable } from '../../components/list'
import { moneyColumn } from '../../components/list-columns'
import { Rupees } from '../../components/rupees'
import { Section } from '../../components/section'
import { Skeleton } from '../../components/skeleton'
import type { Totals } from '../../components/virtual-table'
import { keepFilters, useFilters } from '../../filters'
import { formatPercent, formatPeriod } from '../../locales/format'
import { ads as words } from '../../locales/parts'
import { text } from '../../locales/text'

type Spend = Ads['spend']

/** Each campaign with what it took; its number leads to its rows. */
export function Campaigns(props: { ads: Ads }) {
  return (
    <Section title={words.campaigns.title}>
      <p class="small muted">{words.campaigns.lead}</p>
      <Part loading={<Skeleton shape="lines" />}>
        <CampaignList spend={props.ads.spend} count={props.ads.campaigns} />
      </Part>
    </Section>
  )
}

function CampaignList(props: { spend: Spend; count: number }) {
  const { filters } = useFilters()
  const list = createList(loadAdCampaigns, () => {
    const { from, to, basis, store } = filters()
    return { from, to, basis, store }
  })
  return (
    <ListTable
      list={list}
      label={words.campaigns.title}
      name="campaigns"
      columnsIn="campaignColumns"
      count={() => props.count}
      totals={() => totalsOf(props.spend)}
      columns={columnsOf(props.spend.total)}
      card={(item) => <Card item={item} whole={props.spend.total} />}
      empty={<Face icon="search" title={words.none} />}
    />
  )
}

/** Every row of ads is of some campaign, so these are the sums of the whole screen. */
function totalsOf({ netCost, gst, total }: Spend): Totals {
  return {
    netCost: <Rupees amount={netCost} />,
    gst: <Rupees amount={gst} />,
    total: <Rupees amount={total} />,
  }
}

/** Read when it is drawn: the words of this page come beside it. */
function columnsOf(whole: number): readonly Column<AdCampaign>[] {
  return [
    {
      key: 'campaign',
      title: words.campaigns.campaign,
      width: 'minmax(8rem, 1fr)',
      plain: ({ campaignId }) => campaignId,
      cell: (item) => <CampaignLink item={item} />,
    },
    {
      key: 'ran',
      title: words.campaigns.ran,
      width: 'minmax(14rem, 1.6fr)',
      plain: ({ firstRanOn, lastRanOn }) => `${firstRanOn} ${lastRanOn}`,
      cell: (item) => <Ran item={item} />,
    },
    money('netCost', text.figures.more.adNetCost),
    money('gst', text.figures.more.adGst),
    money('total', words.parts.total),
    {
      key: 'share',
      title: words.campaigns.share,
      width: '5rem',
      isNumber: true,
      plain: (item) => shareOf(item.total, whole),
      cell: (item) => shareOf(item.total, whole),
    },
  ]
}

function money(key: 'netCost' | 'gst' | 'total', title: string): Column<AdCampaign> {
  return moneyColumn({ key, title, width: 'minmax(7rem, 1fr)', of: (item) => item[key] })
}

function Ran(props: { item: AdCampaign }) {
  return (
    <>
      {formatPeriod(props.item.firstRanOn, props.item.lastRanOn)}{' '}
      <span class="small muted">{words.campaigns.days(props.item.days)}</span>
    </>
  )
}

function CampaignLink(props: { item: AdCampaign }) {
  const location = useLocation()
  const name = () => props.item.campaignId || words.campaigns.unnamed
  const href = () =>
    keepFilters('/provenance', location.search, {
      figure: 'pnl.ads',
      campaign: props.item.campaignId,
      store: props.item.storeId,
    })
  return (
    <A class="row-link" href={href()} aria-label={words.campaigns.open(name())}>
      {name()}
    </A>
  )
}

function shareOf(part: number, whole: number): string {
  return whole === 0 ? text.common.dash : formatPercent((part / whole) * 100)
}

function Card(props: { item: AdCampaign; whole: number }) {
  return (
    <>
      <CampaignLink item={props.item} />
      <strong>
        <Rupees amount={props.item.total} />
      </strong>
      <span class="small">
        <Ran item={props.item} />
      </span>
      <span class="small muted">{shareOf(props.item.total, props.whole)}</span>
    </>
  )
}
