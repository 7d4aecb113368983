import { rupeesText } from '#core/money/rupees'
import { A, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Sku } from '../../api-shapes'
import { changeOf } from '../../compare'
import { Badge } from '../../components/badge'
import type { Column } from '../../components/columns'
import { TwoLines } from '../../components/list-columns'
import { Rupees } from '../../components/rupees'
import { formatCount, formatPercent } from '../../locales/format'
import { text } from '../../locales/text'
import css from './skus.module.css'

export const COLUMNS: readonly Column<Sku>[] = [
  {
    key: 'sku',
    width: 'minmax(7rem, 1.4fr)',
    plain: ({ sku }) => sku,
    title: text.skus.sku,
    sort: 'sku',
    cell: (item) => <SkuLink item={item} />,
  },
  {
    key: 'units',
    width: '3.75rem',
    plain: ({ units }) => units,
    title: text.skus.units,
    isNumber: true,
    sort: 'units',
    cell: (item) => formatCount(item.units),
  },
  money('netSales'),
  money('netProfit'),
  share('marginPct'),
  share('returnPct'),
  share('rtoPct'),
  {
    key: 'averageSale',
    width: 'minmax(5rem, 0.8fr)',
    plain: ({ averageSale }) => (averageSale === null ? null : rupeesText(averageSale)),
    title: text.skus.averageSale,
    isNumber: true,
    sort: 'averageSale',
    cell: (item) => (
      <Show when={item.averageSale !== null} fallback={text.common.dash}>
        <Rupees amount={item.averageSale ?? 0} />
      </Show>
    ),
  },
  share('feeSharePct'),
  {
    key: 'cause',
    width: 'minmax(7.25rem, 1fr)',
    plain: ({ lossCause }) => lossCause && text.skus.causes[lossCause],
    title: text.skus.cause,
    cell: (item) => <Cause item={item} />,
  },
]

/** With what moved since the other days, where the profit stands. */
export const COMPARED: readonly Column<Sku>[] = COLUMNS.filter(
  // Two columns come, so those go that say the least about what moved.
  ({ key }) => key !== 'averageSale' && key !== 'feeSharePct' && key !== 'rtoPct',
).flatMap((column) =>
  column.key === 'netSales' || column.key === 'netProfit'
    ? [column, changeColumn(column.key)]
    : [column],
)

function money(key: 'netSales' | 'netProfit'): Column<Sku> {
  return {
    key,
    title: text.skus[key],
    // A crore and its paise, in the bold letters of the sums.
    width: 'minmax(7.75rem, 1fr)',
    isNumber: true,
    sort: key,
    plain: (item) => rupeesText(item.lines[key]),
    cell: (item) => <Rupees amount={item.lines[key]} tone={item.lines[key] < 0} />,
  }
}

function share(key: 'marginPct' | 'returnPct' | 'rtoPct' | 'feeSharePct'): Column<Sku> {
  return {
    key,
    title: text.skus[key],
    width: '3.75rem',
    isNumber: true,
    sort: key,
    plain: (item) => item[key],
    cell: (item) => percent(item[key]),
  }
}

export function percent(value: number | null): string {
  return value === null ? text.common.dash : formatPercent(value)
}

function changeColumn(key: 'netSales' | 'netProfit'): Column<Sku> {
  return {
    key: `${key}Change`,
    title: `${text.compare.change}: ${text.skus[key]}`,
    width: 'minmax(6.5rem, 1fr)',
    isNumber: true,
    plain: (item) => {
      const { amount } = skuChange(item, key)
      return amount === undefined ? null : rupeesText(amount)
    },
    cell: (item) => <SkuChange item={item} line={key} />,
  }
}

/** Profit with costs is not what profit without them became: that change is not known. */
function skuChange(item: Sku, key: 'netSales' | 'netProfit') {
  const isAlike = key === 'netSales' || item.isPartial === item.against?.isPartial
  return changeOf(item.lines[key], isAlike ? item.against?.[key] : undefined)
}

function SkuChange(props: { item: Sku; line: 'netSales' | 'netProfit' }) {
  const change = () => skuChange(props.item, props.line)
  const none = () => (props.item.against === null ? text.compare.newThen : text.compare.notKnown)
  return (
    <Show
      when={change().amount !== undefined && change()}
      fallback={<span class="muted">{none()}</span>}
    >
      {(known) => (
        <TwoLines below={movedBy(known().percent)}>
          <Rupees amount={known().amount ?? 0} />
        </TwoLines>
      )}
    </Show>
  )
}

function movedBy(percent: number | undefined): string | undefined {
  return percent === undefined ? undefined : formatPercent(percent)
}

export function SkuLink(props: { item: Sku }) {
  const [search] = useSearchParams()
  const href = () => {
    const next = new URLSearchParams()
    for (const [name, value] of Object.entries(search)) {
      if (typeof value === 'string') next.set(name, value)
    }
    next.set('sku', props.item.sku)
    return `/skus?${next.toString()}`
  }
  return (
    <A class={css['sku']} href={href()} aria-label={text.skus.open(props.item.sku)}>
      {props.item.sku}
    </A>
  )
}

export function Cause(props: { item: Pick<Sku, 'lossCause'> }) {
  return (
    <Show when={props.item.lossCause} fallback={<span class="muted">{text.common.dash}</span>}>
      {(cause) => (
        <Badge tone={cause() === 'cost_missing' ? 'warn' : 'bad'}>
          {text.skus.causes[cause()]}
        </Badge>
      )}
    </Show>
  )
}
