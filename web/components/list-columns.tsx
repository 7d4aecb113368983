import { rupeesText } from '#core/money/rupees'
import { type JSX, Show } from 'solid-js'
import type { Source } from '../api-shapes'
import { text } from '../locales/text'
import type { Column } from './columns'
import { KnownRupees } from './known-rupees'
import css from './list.module.css'
import { SourceLink, sourceText } from './source-link'
import { SubOrderLink } from './sub-order-link'

type Named<Item> = Pick<Column<Item>, 'key' | 'title' | 'width'>

/** The sub-order of a row; its link covers the row. */
export function subOrderColumn<Item extends { readonly subOrderNo: string }>(
  named: Named<Item>,
): Column<Item> {
  return {
    ...named,
    plain: ({ subOrderNo }) => subOrderNo,
    cell: (item) => <SubOrderLink subOrderNo={item.subOrderNo} isRow />,
  }
}

/** The row of the file; above the link of its own row. */
export function sourceColumn<Item extends { readonly source: Source }>(): Column<Item> {
  return {
    key: 'source',
    title: text.tables.file,
    width: '4.5rem',
    isNumber: true,
    plain: ({ source }) => sourceText(source),
    cell: (item) => (
      <span class="above">
        <SourceLink source={item.source} />
      </span>
    ),
  }
}

/** In one cell, where two columns would have no room. */
export function TwoLines(props: { children: JSX.Element; below: JSX.Element }) {
  return (
    <>
      {props.children}
      <Show when={props.below}>
        {text.common.space}
        <small class={css['below']}>{props.below}</small>
      </Show>
    </>
  )
}

type MoneyColumn<Item> = Named<Item> & {
  readonly sort?: string
  readonly of: (item: Item) => number | null
  readonly unknown?: string
  readonly isLossRed?: boolean
}

/** Of paise that may be unknown. */
export function moneyColumn<Item>({
  of,
  unknown,
  isLossRed,
  ...column
}: MoneyColumn<Item>): Column<Item> {
  return {
    ...column,
    isNumber: true,
    plain: (item) => rupeesOrNull(of(item)),
    cell: (item) => <KnownRupees amount={of(item)} unknown={unknown} isLossRed={isLossRed} />,
  }
}

/** As a spreadsheet reads it. */
export function rupeesOrNull(amount: number | null): string | null {
  return amount === null ? null : rupeesText(amount)
}
