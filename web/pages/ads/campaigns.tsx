import { A, createAsync, useLocation } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { type AdCampaign, loadAdCampaigns } from '../../ads-api'
import { Part } from '../../components/face'
import { createPages, type Pages } from '../../components/pages'
import { Rupees } from '../../components/rupees'
import { Skeleton } from '../../components/skeleton'
import { keepFilters, useFilters } from '../../filters'
import { formatPercent, formatPeriod } from '../../locales/format'
import { ads as words } from '../../locales/parts'
import { text } from '../../locales/text'
import css from './ads.module.css'

const PAGE_SIZE = '25'

/** Each campaign with what it took; its number leads to its rows. */
export function Campaigns(props: { total: number }) {
  return (
    <section class={css['block']} aria-labelledby="ads-campaigns">
      <h2 id="ads-campaigns">{words.campaigns.title}</h2>
      <p class="small muted">{words.campaigns.lead}</p>
      <Part loading={<Skeleton shape="lines" />}>
        <CampaignList total={props.total} />
      </Part>
    </section>
  )
}

function CampaignList(props: { total: number }) {
  const { filters } = useFilters()
  const asked = () => {
    const { from, to, basis, store } = filters()
    return { from, to, basis, store, limit: PAGE_SIZE }
  }
  const first = createAsync(() => loadAdCampaigns(asked()))
  const pages = createPages(first, (more) => loadAdCampaigns({ ...asked(), ...more }))
  return (
    <Show when={first()}>
      <CampaignTable pages={pages} total={props.total} />
      <Show when={pages.hasMore()}>
        <button class={`button ${css['more']}`} type="button" onClick={() => pages.loadMore()}>
          {words.campaigns.more}
        </button>
      </Show>
    </Show>
  )
}

const MONEY = ['netCost', 'gst', 'total'] as const

function head(column: (typeof MONEY)[number]): string {
  const { adNetCost, adGst } = text.figures.more
  return { netCost: adNetCost, gst: adGst, total: words.parts.total }[column]
}

function CampaignTable(props: { pages: Pages<AdCampaign>; total: number }) {
  return (
    <div
      class={`card ${css['scroll']}`}
      role="region"
      aria-label={words.campaigns.title}
      tabIndex={0}
    >
      <table class={css['table']}>
        <caption class="hidden-text">{words.campaigns.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.campaigns.campaign}</th>
            <th scope="col">{words.campaigns.ran}</th>
            <For each={MONEY}>
              {(column) => (
                <th scope="col" class="number">
                  {head(column)}
                </th>
              )}
            </For>
            <th scope="col" class="number">
              {words.campaigns.share}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.pages.items()}>
            {(item) => (
              <tr>
                <th scope="row">
                  <CampaignLink item={item} />
                </th>
                <td data-label={words.campaigns.ran}>
                  <span>{formatPeriod(item.firstRanOn, item.lastRanOn)}</span>{' '}
                  <span class="small muted">{words.campaigns.days(item.days)}</span>
                </td>
                <For each={MONEY}>
                  {(column) => (
                    <td class="number" data-label={head(column)}>
                      <Rupees amount={item[column]} />
                    </td>
                  )}
                </For>
                <td class="number" data-label={words.campaigns.share}>
                  {shareOf(item.total, props.total)}
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
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
    <A href={href()} aria-label={words.campaigns.open(name())}>
      {name()}
    </A>
  )
}

function shareOf(part: number, whole: number): string {
  return whole === 0 ? text.common.dash : formatPercent((part / whole) * 100)
}
