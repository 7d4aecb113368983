import { type JSX, Show } from 'solid-js'
import type { PnlGroup, Upload } from '../../api-shapes'
import { Rupees } from '../../components/rupees'
import { Tile } from '../../components/tile'
import { formatCount, formatPercent } from '../../locales/format'
import { lineName } from '../../locales/line-name'
import { text } from '../../locales/text'
import { changeOf } from '../../compare'
import { ChangeMark, PointsMark } from '../../components/change-mark'
import type { Period } from '../../period'
import { isCostMissing, shareOfNetSales } from '../../pnl-statement'
import { needsAttention } from '../../uploads/upload-state'
import css from './overview.module.css'

/** The same figures of the days that these are compared with. */
export type Before = { readonly days: Period; readonly group: PnlGroup | undefined }

type TilesProps = {
  group: PnlGroup
  before: Before | undefined
  uploads: readonly Upload[]
  href: (path: string, extra?: object) => string
}

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
      <ReturnsTile group={props.group} before={props.before} href={props.href('/returns')} />
      <AdsTile group={props.group} before={props.before} href={props.href('/ads')} />
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
  before: Before | undefined
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
      value={<Rupees amount={amount()} isTile />}
      note={props.note}
      change={
        <Show when={props.before}>
          {(before) => (
            <ChangeMark
              change={changeOf(amount(), before().group?.lines[props.line])}
              against={before().days}
            />
          )}
        </Show>
      }
    />
  )
}

type RateTileProps = { group: PnlGroup; before: Before | undefined; href: string }

function ReturnsTile(props: RateTileProps) {
  const rate = (units: number) => shareWords(shareOfUnits(units, props.group))
  return (
    <Tile
      figure="returnRate"
      name={text.figures.more.returnRate}
      href={props.href}
      value={rate(props.group.returnedUnits)}
      note={text.overview.rto(rate(props.group.rtoUnits))}
      change={<ShareMark {...props} shareOf={returnedShare} />}
    />
  )
}

function shareOfUnits(units: number, group: PnlGroup): number | undefined {
  return group.units > 0 ? (units / group.units) * 100 : undefined
}

function returnedShare(group: PnlGroup): number | undefined {
  return shareOfUnits(group.returnedUnits, group)
}

function adsShare({ lines }: PnlGroup): number | undefined {
  return shareOfNetSales(-lines.ads, lines)
}

function shareWords(share: number | undefined): string {
  return share === undefined ? text.common.dash : formatPercent(share)
}

type ShareMarkProps = RateTileProps & { shareOf: (group: PnlGroup) => number | undefined }

/** Of shares of which more is worse. */
function ShareMark(props: ShareMarkProps) {
  return (
    <Show when={props.before}>
      {(before) => (
        <PointsMark
          now={props.shareOf(props.group)}
          before={mapped(before().group, props.shareOf)}
          against={before().days}
          isMoreBad
        />
      )}
    </Show>
  )
}

function mapped<Found>(group: PnlGroup | undefined, find: (group: PnlGroup) => Found) {
  return group === undefined ? undefined : find(group)
}

function AdsTile(props: RateTileProps) {
  return (
    <Tile
      figure="adsShare"
      name={text.figures.more.adsShare}
      href={props.href}
      value={shareWords(adsShare(props.group))}
      note={<Rupees amount={props.group.lines.ads} />}
      change={<ShareMark {...props} shareOf={adsShare} />}
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
