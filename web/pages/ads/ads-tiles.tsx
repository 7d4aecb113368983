import { useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import { formatRupees } from '#core/money/format-rupees'
import { paise } from '#core/money/paise'
import type { Ads } from '../../ads-api'
import { Rupees } from '../../components/rupees'
import { Tile, Tiles } from '../../components/tile'
import { keepFilters } from '../../filters'
import { formatPercent } from '../../locales/format'
import { ads as words } from '../../locales/parts'
import { text } from '../../locales/text'

/** What was taken, before and with GST, and how it stands to sales; each tile leads to its cells. */
export function AdsTiles(props: { ads: Ads }) {
  const location = useLocation()
  const spend = () => props.ads.spend
  const href = (figure: string) => keepFilters('/provenance', location.search, { figure })
  return (
    <Tiles>
      <Tile
        figure="ads"
        name={text.figures.lines.ads}
        href={href('pnl.ads')}
        value={<Rupees amount={spend().total} isTile />}
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
        value={<Rupees amount={spend().netCost} isTile />}
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
          <Show when={props.ads.netSales !== null} fallback={text.freshness.noPayments}>
            <Rupees amount={props.ads.netSales ?? 0} /> {words.tiles.of}
          </Show>
        }
      />
      <Tile
        figure="adSalesPerRupee"
        name={text.figures.more.adSalesPerRupee}
        href={href('pnl.netSales')}
        value={ratio(props.ads.salesPerRupee)}
        note={props.ads.netSales === null ? text.freshness.noPayments : words.tiles.allSales}
      />
    </Tiles>
  )
}

function share(percent: number | null): string {
  return percent === null ? text.common.dash : formatPercent(percent)
}

/** Rupees of sales for one rupee of ads: a ratio, which stays when amounts are hidden. */
function ratio(perRupee: number | null): string {
  return perRupee === null ? text.common.dash : formatRupees(paise(perRupee))
}
