import { For, Show } from 'solid-js'
import type { LineName, PnlGroup } from '../../api-shapes'
import { Rupees } from '../../components/rupees'
import { formatMonth, formatPercent } from '../../locales/format'
import { lineName, missingName } from '../../locales/line-name'
import { text } from '../../locales/text'
import { isCostMissing, shareOfNetSales, shownLines, shownParts } from '../../pnl-statement'
import { noteOf } from './note-numbers'
import css from './profit-print.module.css'

// What a sheet of A4 has room for beside the names.
const MONTHS_A_TABLE = 6

/** Months in tables that fit the paper; the whole stands at the end of the last. */
export function monthSheets(
  months: readonly PnlGroup[],
  total: PnlGroup,
): readonly (readonly PnlGroup[])[] {
  const tables: PnlGroup[][] = []
  for (let start = 0; start < months.length; start += MONTHS_A_TABLE)
    tables.push(months.slice(start, start + MONTHS_A_TABLE))
  const last = tables.pop() ?? []
  return [...tables, [...last, total]]
}

/** The statement with every group open: paper cannot be clicked. */
export function SheetTable(props: { groups: readonly PnlGroup[]; total: PnlGroup }) {
  const isWide = () => props.groups.length > 4
  const lines = () => shownLines([props.total])
  return (
    <table class={css['table']} data-wide={isWide()} data-single={props.groups.length === 1}>
      <caption class="hidden-text">{text.print.title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.profit.line}</th>
          <For each={props.groups}>
            {({ key }) => (
              <th class="number" scope="col">
                {key === 'total' ? text.common.total : formatMonth(key)}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={lines()}>
          {(line) => (
            <>
              <Line {...props} name={line.line} kind={line.kind} />
              <For each={shownParts(line, [props.total])}>
                {(part) => <Line {...props} name={part} kind="part" />}
              </For>
            </>
          )}
        </For>
      </tbody>
    </table>
  )
}

type LineProps = {
  groups: readonly PnlGroup[]
  total: PnlGroup
  name: LineName
  kind: 'flow' | 'total' | 'cost' | 'part'
}

function Line(props: LineProps) {
  return (
    <tr data-kind={props.kind}>
      <th scope="row">
        {lineName(props.name, isCostMissing(props.total.lines))}
        <sup>{noteOf(props.name)}</sup>
      </th>
      <For each={props.groups}>
        {({ lines }) => (
          <td class="number">
            <Amount amount={lines[props.name]} missing={missingName(props.name)} />
            <small>{shareText(shareOfNetSales(lines[props.name], lines))}</small>
          </td>
        )}
      </For>
    </tr>
  )
}

function shareText(share: number | undefined): string {
  return share === undefined ? '' : formatPercent(share)
}

function Amount(props: { amount: number | null; missing: string }) {
  return (
    <Show when={props.amount !== null && { paise: props.amount }} fallback={props.missing}>
      {(known) => <Rupees amount={known().paise} />}
    </Show>
  )
}
