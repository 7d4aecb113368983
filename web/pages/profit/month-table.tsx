import type { BusinessMonth } from '#core/dates'
import { A } from '@solidjs/router'
import { For, type JSX, Show, createMemo, createSignal } from 'solid-js'
import type { KnownLine, LineName, PnlGroup } from '../../api-shapes'
import { Explain } from '../../components/explain'
import { Icon } from '../../components/icon'
import { Rupees } from '../../components/rupees'
import { ScrollBox } from '../../components/scroll-box'
import { formatMonth, formatPercent } from '../../locales/format'
import { lineName, missingName } from '../../locales/line-name'
import { text } from '../../locales/text'
import { type Period, wholeMonth } from '../../period'
import {
  type StatementLine,
  isCostMissing,
  shareOfNetSales,
  shownLines,
  shownParts,
} from '../../pnl-statement'
import css from './profit.module.css'

export type HrefOf = (line: StatementLine | string, extra?: object) => string | undefined

type MonthTableProps = {
  total: PnlGroup
  months: readonly PnlGroup[]
  period: Period
  hrefOf: HrefOf
  /** With the share of net sales under each amount. */
  hasShares: boolean
}

/** Months across, lines down; groups open; every amount with its share of net sales. */
export function MonthTable(props: MonthTableProps) {
  const all = createMemo(() => [...props.months, props.total])
  return (
    <ScrollBox label={text.profit.tableCaption}>
      <table class={css['table']} data-dense={all().length > 4} data-shares={props.hasShares}>
        <caption class="hidden-text">{text.profit.tableCaption}</caption>
        <thead>
          <tr>
            <th class={css['corner']} scope="col">
              {text.profit.line}
            </th>
            <For each={props.months}>
              {(month) => <th scope="col">{formatMonth(month.key)}</th>}
            </For>
            <th scope="col">{text.common.total}</th>
          </tr>
        </thead>
        <tbody>
          <For each={shownLines(all())}>
            {(line) => (
              <LineRows
                line={line}
                groups={all()}
                costMissing={isCostMissing(props.total.lines)}
                href={(name, group) => cellHref(props, name, group)}
              />
            )}
          </For>
        </tbody>
      </table>
    </ScrollBox>
  )
}

/** The days of the month that the period really covers. */
function cellHref(props: MonthTableProps, name: LineName, group: PnlGroup): string | undefined {
  if (group.key === 'total') return props.hrefOf(name)
  // Safe because the key of a month's group is that month.
  const month = wholeMonth(group.key as BusinessMonth)
  const from = month.from > props.period.from ? month.from : props.period.from
  const to = month.to < props.period.to ? month.to : props.period.to
  return props.hrefOf(name, { period: undefined, from, to })
}

type LineRowsProps = {
  line: StatementLine
  groups: readonly PnlGroup[]
  costMissing: boolean
  href: (name: LineName, group: PnlGroup) => string | undefined
}

function LineRows(props: LineRowsProps) {
  const [isOpen, setOpen] = createSignal(false)
  const parts = () => shownParts(props.line, props.groups)
  const name = () => lineName(props.line.line, props.costMissing)
  return (
    <>
      <Line {...props} name={props.line.line} kind={props.line.kind}>
        <Show when={parts().length > 0} fallback={<span class={css['label']}>{name()}</span>}>
          <button
            class={css['opener']}
            type="button"
            aria-expanded={isOpen()}
            onClick={() => setOpen(!isOpen())}
          >
            <Icon name="right" small />
            {name()}
          </button>
        </Show>
        <Explain figure={props.line.line} name={name()} />
      </Line>
      <Show when={isOpen()}>
        <For each={parts()}>
          {(part: KnownLine) => (
            <Line {...props} name={part} kind="part">
              <span class={css['label']}>{text.figures.lines[part]}</span>
              <Explain figure={part} name={text.figures.lines[part]} />
            </Line>
          )}
        </For>
      </Show>
    </>
  )
}

type LineProps = Omit<LineRowsProps, 'line'> & {
  name: LineName
  kind: StatementLine['kind'] | 'part'
  children: JSX.Element
}

function Line(props: LineProps) {
  return (
    <tr class={css['row']} data-kind={props.kind}>
      <th class={css['name']} scope="row">
        <span class={css['nameInner']}>{props.children}</span>
      </th>
      <For each={props.groups}>
        {(group) => (
          <td class={css['cell']}>
            <Amount
              amount={group.lines[props.name]}
              missing={missingName(props.name)}
              share={shareOfNetSales(group.lines[props.name], group.lines)}
              href={props.href(props.name, group)}
            />
          </td>
        )}
      </For>
    </tr>
  )
}

type AmountProps = {
  amount: number | null
  missing: string
  share: number | undefined
  href: string | undefined
}

function Amount(props: AmountProps) {
  // An object, because a condition on the amount itself would take nil for missing.
  const known = () => (props.amount === null ? undefined : { amount: props.amount })
  return (
    <Show when={known()} fallback={<span class={css['missing']}>{props.missing}</span>}>
      {(cell) => (
        <>
          <Show
            when={cell().amount !== 0 && props.href}
            fallback={
              <span classList={{ [css['zero'] ?? '']: cell().amount === 0 }}>
                <Rupees amount={cell().amount} />
              </span>
            }
          >
            {(href) => (
              <A class={css['link']} href={href()}>
                <Rupees amount={cell().amount} />
              </A>
            )}
          </Show>
          <small class={css['share']}>{props.share && formatPercent(props.share)}</small>
        </>
      )}
    </Show>
  )
}
