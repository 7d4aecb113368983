import { type JSX, Show } from 'solid-js'
import type { PnlGroup, Upload } from '../../api-shapes'
import { Rupees } from '../../components/rupees'
import { Tile } from '../../components/tile'
import { formatCount, formatPercent } from '../../locales/format'
import { lineName } from '../../locales/line-name'
import { text } from '../../locales/text'
import { changePct, isCostMissing, shareOfNetSales } from '../../pnl-statement'
import { needsAttention } from '../../uploads/upload-state'
import css from './overview.module.css'

type TilesProps = {
  group: PnlGroup
  before: PnlGroup | undefined
  uploads: readonly Upload[]
  href: (path: string, extra?: object) => string
}

const CRORE_PAISE = 1_00_00_000_00

export function Tiles(props: TilesProps) {
  const lines = () => props.group.lines
  return (
    <div class={css['tiles']}>
      <MoneyTile
        {...props}
        line="bankReceipts"
        href={props.href('/payouts')}
        note={
          props.group.coverage.settledPct === null
            ? text.overview.subOrders(props.group.subOrders)
            : text.overview.settled(formatPercent(props.group.coverage.settledPct))
        }
      />
      <MoneyTile
        {...props}
        line="netProfit"
        href={props.href('/profit')}
        note={costNote(props.group)}
      />
      <MoneyTile
        {...props}
        line="netSales"
        href={props.href('/profit', { group: 'sku' })}
        note={
          <>
            <Rupees amount={lines().salesReturned} /> {text.overview.returned}
          </>
        }
      />
      <ReturnsTile group={props.group} href={props.href('/returns')} />
      <AdsTile group={props.group} href={props.href('/provenance', { figure: 'pnl.ads' })} />
      <FilesTile uploads={props.uploads} href={props.href('/imports')} />
    </div>
  )
}

function costNote({ lines, coverage }: PnlGroup): string {
  const { skus, units } = coverage.costMissing
  if (isCostMissing(lines)) return text.overview.costNote
  return units ? text.profit.costs.missingFor(skus, units) : ''
}

type MoneyTileProps = {
  group: PnlGroup
  before: PnlGroup | undefined
  line: 'bankReceipts' | 'netProfit' | 'netSales'
  href: string
  note: JSX.Element
}

function MoneyTile(props: MoneyTileProps) {
  const amount = () => props.group.lines[props.line]
  return (
    <Tile
      figure={props.line}
      name={lineName(props.line, isCostMissing(props.group.lines))}
      href={props.href}
      value={<Rupees amount={amount()} compact={Math.abs(amount()) >= CRORE_PAISE} />}
      note={props.note}
      change={props.before && changePct(amount(), props.before.lines[props.line])}
    />
  )
}

function ReturnsTile(props: { group: PnlGroup; href: string }) {
  const rate = (units: number) =>
    props.group.units > 0 ? formatPercent((units / props.group.units) * 100) : text.common.dash
  return (
    <Tile
      figure="returnRate"
      name={text.figures.more.returnRate}
      href={props.href}
      value={rate(props.group.returnedUnits)}
      note={text.overview.rto(rate(props.group.rtoUnits))}
    />
  )
}

function AdsTile(props: { group: PnlGroup; href: string }) {
  const share = () => shareOfNetSales(-props.group.lines.ads, props.group.lines)
  return (
    <Tile
      figure="adsShare"
      name={text.figures.more.adsShare}
      href={props.href}
      value={
        <Show when={share() !== undefined} fallback={text.common.dash}>
          {formatPercent(share() ?? 0)}
        </Show>
      }
      note={<Rupees amount={props.group.lines.ads} />}
    />
  )
}

function FilesTile(props: { uploads: readonly Upload[]; href: string }) {
  const count = () => props.uploads.filter(needsAttention).length
  return (
    <Tile
      figure="attention"
      name={text.figures.more.attention}
      href={props.href}
      value={count() === 0 ? text.overview.attentionFine : formatCount(count())}
      note={count() === 0 ? text.overview.allFine : text.overview.attentionNote}
    />
  )
}
