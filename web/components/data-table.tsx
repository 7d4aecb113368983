import { For, type JSX } from 'solid-js'
import css from './data-table.module.css'

type DataTableProps = {
  label: string
  /** Above it, where no title says it already. */
  hasCaption?: boolean
  /** On a phone each row is a card of so many named figures beside each other. */
  cardColumns?: 2 | 3
  /** Lines with links of their own height. */
  isTight?: boolean
  /** Of the columns; the first names the row, the others are figures. */
  heads: readonly string[]
  children: JSX.Element
}

/** A table that is short enough to be whole; what is wider than its place moves inside its box. */
export function DataTable(props: DataTableProps) {
  return (
    <div class={`card ${css['box']}`} role="region" aria-label={props.label} tabIndex={0}>
      <table class={css['table']} data-cards={props.cardColumns} data-tight={props.isTight}>
        <caption class={props.hasCaption ? css['caption'] : 'hidden-text'}>{props.label}</caption>
        <thead>
          <tr>
            <For each={props.heads}>
              {(head, index) => (
                <th scope="col" classList={{ number: index() > 0 }}>
                  {head}
                </th>
              )}
            </For>
          </tr>
        </thead>
        {props.children}
      </table>
    </div>
  )
}
