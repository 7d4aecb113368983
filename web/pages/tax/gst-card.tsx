import { A, useLocation } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { DataTable } from '../../components/data-table'
import { Face } from '../../components/face'
import { FilterSelect } from '../../components/filter-select'
import { isNarrow } from '../../components/media'
import { Rupees } from '../../components/rupees'
import { Section } from '../../components/section'
import { Segmented } from '../../components/segmented'
import { keepFilters } from '../../filters'
import { formatCount, formatMonth, formatRate } from '../../locales/format'
import { text } from '../../locales/text'
import type { GstGroup, GstSummary } from '../../tax-api'
import { FilesToFile } from './files-to-file'
import css from './tax.module.css'
import { type GstSide, GST_SIDES, monthChoices } from './tax-search'

type GstCardProps = {
  summary: GstSummary
  side: GstSide
  store: string | undefined
  gstin: string | undefined
  onMonth: (month: string) => void
  onSide: (side: GstSide) => void
  onGstin: (gstin: string) => void
}

/** A month of supplies as the GST reports have them, and the tables to file. */
export function GstCard(props: GstCardProps) {
  const isEmpty = () => props.summary.counts.sales + props.summary.counts.returns === 0
  return (
    <Section
      title={text.tax.gst.title}
      tools={
        <div class="wrap">
          <Segmented
            label={text.tax.gst.byLabel}
            value={props.side}
            options={GST_SIDES.map((side) => ({ value: side, label: text.tax.gst.by[side] }))}
            onChange={props.onSide}
          />
          <FilterSelect
            label={text.tax.month}
            value={props.summary.month}
            options={monthChoices(props.summary.months, props.summary.month).map((month) => ({
              value: month,
              label: formatMonth(month),
            }))}
            onChoose={(month) => month && props.onMonth(month)}
          />
        </div>
      }
    >
      <Show when={!isEmpty()} fallback={<NoMonth {...props} />}>
        <Notices summary={props.summary} />
        <Show when={isNarrow()} fallback={<GroupTable {...props} />}>
          <GroupCards {...props} />
        </Show>
        <p class="small muted">{text.tax.gst.rounding}</p>
        <FilesToFile
          summary={props.summary}
          store={props.store}
          gstin={props.gstin}
          onGstin={props.onGstin}
        />
      </Show>
    </Section>
  )
}

function NoMonth(props: GstCardProps) {
  return (
    <Face
      icon="tax"
      title={text.tax.gst.empty(formatMonth(props.summary.month))}
      detail={text.tax.gst.emptyDetail}
    >
      <A class="button button-primary" href="/imports">
        {text.tax.gst.add}
      </A>
      <Show when={props.summary.months[0]}>
        {(newest) => (
          <button class="button" type="button" onClick={() => props.onMonth(newest().month)}>
            {text.tax.gst.show(formatMonth(newest().month))}
          </button>
        )}
      </Show>
    </Face>
  )
}

function Notices(props: { summary: GstSummary }) {
  const notices = () => {
    const { counts } = props.summary
    const truncated = counts.truncatedSales + counts.truncatedReturns
    return [
      counts.sales === 0 && text.tax.gst.noSales,
      counts.returns === 0 && text.tax.gst.noReturns,
      counts.withoutValue > 0 && text.tax.gst.withoutValue(counts.withoutValue),
      counts.withoutRate > 0 && text.tax.gst.withoutRate(counts.withoutRate),
      truncated > 0 && text.tax.gst.truncated(truncated),
    ].filter((notice) => notice !== false)
  }
  return <For each={notices()}>{(notice) => <p class="notice notice-warn">{notice}</p>}</For>
}

function groupsOf({ summary, side }: GstCardProps): readonly GstGroup[] {
  if (side === 'rate') return summary.byRate
  return side === 'state' ? summary.byState : summary.byHsn
}

function nameOf(group: GstGroup, side: GstSide): string {
  if (side === 'rate') return formatRate(Number(group.key))
  return group.key || (side === 'hsn' ? text.tax.gst.noHsn : text.tax.gst.noState)
}

/** The rows of the files that a group is the sum of. */
function GroupLink(props: { group: GstGroup; side: GstSide; month: string }) {
  const location = useLocation()
  const name = () => nameOf(props.group, props.side)
  const href = () =>
    keepFilters('/tax/rows', location.search, {
      month: props.month,
      [props.side]: props.group.key,
    })
  return (
    <A class={css['link']} href={href()} aria-label={text.tax.gst.open(name())}>
      {name()}
    </A>
  )
}

const MONEY = ['taxableSales', 'taxableReturns', 'taxable', 'tax'] as const
const HEADS = {
  taxableSales: text.tax.gst.sales,
  taxableReturns: text.tax.gst.returns,
  taxable: text.tax.gst.net,
  tax: text.tax.gst.tax,
}

function GroupTable(props: GstCardProps) {
  return (
    <DataTable
      label={text.tax.gst.title}
      heads={[
        text.tax.gst.by[props.side],
        ...MONEY.map((column) => HEADS[column]),
        text.tax.gst.quantity,
        text.tax.gst.rows,
      ]}
    >
      <tbody>
        <For each={groupsOf(props)}>
          {(group) => (
            <tr>
              <th scope="row">
                <GroupLink group={group} side={props.side} month={props.summary.month} />
              </th>
              <Figures group={group} />
            </tr>
          )}
        </For>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.common.total}</th>
          <Figures group={props.summary.total} />
        </tr>
      </tfoot>
    </DataTable>
  )
}

type FiguresOf = Omit<GstGroup, 'key'>

function Figures(props: { group: FiguresOf }) {
  return (
    <>
      <For each={MONEY}>
        {(column) => (
          <td class="number">
            <Rupees amount={props.group[column]} />
          </td>
        )}
      </For>
      <td class="number">{quantityOf(props.group)}</td>
      <td class="number">{rowsOf(props.group)}</td>
    </>
  )
}

function quantityOf({ quantity }: FiguresOf): string {
  return quantity === null ? text.common.notKnown : formatCount(quantity)
}

function rowsOf({ salesRows, returnRows }: FiguresOf): string {
  return text.tax.gst.rowCounts(salesRows, returnRows)
}

function GroupCards(props: GstCardProps) {
  return (
    <ul class="card" aria-label={text.tax.gst.title}>
      <For each={groupsOf(props)}>
        {(group) => (
          <li class={css['item']}>
            <p class={css['itemHead']}>
              <GroupLink group={group} side={props.side} month={props.summary.month} />
              <strong>
                <Rupees amount={group.taxable} />
              </strong>
            </p>
            <GroupParts group={group} />
          </li>
        )}
      </For>
      <li class={css['item']} data-total="">
        <p class={css['itemHead']}>
          <span>{text.common.total}</span>
          <strong>
            <Rupees amount={props.summary.total.taxable} />
          </strong>
        </p>
        <GroupParts group={props.summary.total} />
      </li>
    </ul>
  )
}

function GroupParts(props: { group: FiguresOf }) {
  return (
    <>
      <dl class={css['parts']}>
        <For each={['taxableSales', 'taxableReturns', 'tax'] as const}>
          {(column) => (
            <div>
              <dt>{HEADS[column]}</dt>
              <dd>
                <Rupees amount={props.group[column]} />
              </dd>
            </div>
          )}
        </For>
      </dl>
      <p class="small muted">{rowsOf(props.group)}</p>
    </>
  )
}
