import { useLocation } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { formatRupees } from '#core/money/format-rupees'
import { paise } from '#core/money/paise'
import type { Ads } from '../../ads-api'
import { Explain } from '../../components/explain'
import { Rupees } from '../../components/rupees'
import { Tile } from '../../components/tile'
import { keepFilters } from '../../filters'
import { formatPercent } from '../../locales/format'
import { ads as words } from '../../locales/parts'
import { text } from '../../locales/text'
import css from './ads.module.css'

/** What was taken, before and with GST, and how it stands to sales; each tile leads to its cells. */
export function AdsTiles(props: { ads: Ads }) {
  const location = useLocation()
  const spend = () => props.ads.spend
  const href = (figure: string) => keepFilters('/provenance', location.search, { figure })
  return (
    <>
      <div class={css['tiles']}>
        <Tile
          figure="ads"
          name={text.figures.lines.ads}
          href={href('pnl.ads')}
          value={<Rupees amount={spend().total} />}
          note={
            <>
              {words.tiles.gst} <Rupees amount={spend().gst} />
            </>
          }
        />
        <Tile
          figure="adNetCost"
          name={text.figures.more.adNetCost}
          href={href('adNetCost')}
          value={<Rupees amount={spend().netCost} />}
          note={
            <>
              <Rupees amount={spend().credits} /> {words.tiles.credits}
            </>
          }
        />
        <Tile
          figure="adsShare"
          name={text.figures.more.adsShare}
          href={href('pnl.netSales')}
          value={share(props.ads.salesPct)}
          note={
            <>
              <Rupees amount={props.ads.netSales} /> {words.tiles.of}
            </>
          }
        />
        <Tile
          figure="adSalesPerRupee"
          name={text.figures.more.adSalesPerRupee}
          href={href('pnl.netSales')}
          value={ratio(props.ads.salesPerRupee)}
          note={words.tiles.allSales}
        />
      </div>
      <Parts ads={props.ads} />
    </>
  )
}

const PARTS = ['adCost', 'adCredits', 'adGst'] as const

/** How the total comes about; what its rows do not explain has a line of its own. */
function Parts(props: { ads: Ads }) {
  const location = useLocation()
  const amounts = () => {
    const { cost, credits, gst } = props.ads.spend
    return { adCost: cost, adCredits: credits, adGst: gst }
  }
  const href = (figure: string) => keepFilters('/provenance', location.search, { figure })
  return (
    <section class={`card ${css['section']}`} aria-labelledby="ads-parts">
      <h2 id="ads-parts">{words.parts.title}</h2>
      <dl class={css['parts']}>
        <For each={PARTS}>
          {(part) => (
            <div>
              <dt>
                <a href={href(part)}>{text.figures.more[part]}</a>
                <Explain figure={part} name={text.figures.more[part]} />
              </dt>
              <dd>
                <Rupees amount={amounts()[part]} />
              </dd>
            </div>
          )}
        </For>
        <Show when={props.ads.spend.unexplained !== 0}>
          <div>
            <dt>{words.parts.unexplained}</dt>
            <dd>
              <Rupees amount={props.ads.spend.unexplained} />
            </dd>
          </div>
        </Show>
        <div data-total="">
          <dt>
            <a href={href('pnl.ads')}>{words.parts.total}</a>
            <span class="small muted">{words.parts.rows(props.ads.spend.rows)}</span>
          </dt>
          <dd>
            <Rupees amount={props.ads.spend.total} />
          </dd>
        </div>
        <div>
          <dt>
            <a href={href('adGstCredit')}>{text.figures.more.adGstCredit}</a>
            <Explain figure="adGstCredit" name={text.figures.more.adGstCredit} />
          </dt>
          <dd>
            <Rupees amount={props.ads.spend.gstCredit} />
          </dd>
        </div>
        <div data-total="">
          <dt>{words.parts.lasting}</dt>
          <dd>
            <Rupees amount={props.ads.spend.lasting} />
          </dd>
        </div>
      </dl>
    </section>
  )
}

function share(percent: number | null): string {
  return percent === null ? text.common.dash : formatPercent(percent)
}

/** Rupees of sales for one rupee of ads: a ratio, which stays when amounts are hidden. */
function ratio(perRupee: number | null): string {
  return perRupee === null ? text.common.dash : formatRupees(paise(perRupee))
}
