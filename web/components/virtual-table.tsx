import { For, type JSX, Show, createEffect, createSignal } from 'solid-js'
import { text } from '../locales/text'
import { troubleWords } from './face'
import { createColumnChoice } from './column-choice'
import type { Column } from './columns'
import { isNarrow } from './media'
import type { Pages } from './pages'
import { TableBar } from './table-bar'
import css from './virtual-table.module.css'
import { createWindowRows } from './window-rows'

/** Sums of everything the filters leave, by the key of their column; from the API, never of what is loaded. */
export type Totals = Readonly<Record<string, JSX.Element>>

type VirtualTableProps<Item> = {
  label: string
  /** By which a browser remembers its columns and views, and its file is named. */
  name: string
  /** Where the address keeps its columns, beside another table on the same screen. */
  columnsIn?: string | undefined
  columns: readonly Column<Item>[]
  pages: Pages<Item>
  /** Of all rows that the filters leave; nothing where nobody counted them. */
  count?: number | undefined
  totals?: Totals | undefined
  card: (item: Item) => JSX.Element
  sort?: string | undefined
  onSort?: (sort: string) => void
}

const ROW_HEIGHT = 52
const CARD_HEIGHT = 112
const LOAD_AHEAD = 15

/** Only the rows on the screen exist, however long the list; on a phone each row is a card. */
export function VirtualTable<Item>(props: VirtualTableProps<Item>) {
  const [table, setTable] = createSignal<HTMLElement>()
  const choice = createColumnChoice(props.name, () => props.columns, props.columnsIn)
  const rows = createWindowRows({
    count: () => props.pages.items().length,
    guess: () => (isNarrow() ? CARD_HEIGHT : ROW_HEIGHT),
  })
  createEffect(() => {
    const tracks = choice.shown().map(({ width }) => width)
    table()?.style.setProperty('--tracks', tracks.join(' '))
  })
  createEffect(() => {
    if (rows.range().to > props.pages.items().length - LOAD_AHEAD) props.pages.loadMore()
  })
  return (
    <>
      <TableBar
        name={props.name}
        columns={props.columns}
        choice={choice}
        pages={props.pages}
        count={props.count}
      />
      <div
        ref={setTable}
        class={css['table']}
        role="table"
        aria-label={props.label}
        data-dense={choice.shown().length > 7}
        aria-rowcount={props.count === undefined ? -1 : props.count + 1}
      >
        <Head
          columns={choice.shown()}
          totals={props.totals}
          sort={props.sort}
          onSort={(sort) => props.onSort?.(sort)}
        />
        <div ref={rows.setBody} role="rowgroup">
          <Room height={rows.above()} />
          <For each={rows.indexes()}>
            {(index) => (
              <Row
                index={index}
                item={props.pages.items()[index]}
                columns={choice.shown()}
                card={props.card}
                follow={rows.follow}
              />
            )}
          </For>
          <Room height={rows.below()} />
        </div>
      </div>
      <Foot pages={props.pages} />
    </>
  )
}

type HeadProps<Item> = {
  columns: readonly Column<Item>[]
  totals: Totals | undefined
  sort: string | undefined
  onSort: (sort: string) => void
}

function Head<Item>(props: HeadProps<Item>) {
  const direction = (sort: string | undefined) => {
    if (sort && props.sort === sort) return 'ascending'
    return sort && props.sort === `-${sort}` ? 'descending' : undefined
  }
  return (
    <div class={css['head']} role="rowgroup">
      <div class={`${css['row']} ${css['titles']}`} role="row">
        <For each={props.columns}>
          {(column) => (
            <div
              class={css['title']}
              classList={{ [css['number'] ?? '']: column.isNumber === true }}
              role="columnheader"
              aria-sort={direction(column.sort)}
            >
              <Show when={column.sort} fallback={column.title}>
                {(sort) => (
                  <button
                    class={css['sort']}
                    type="button"
                    title={text.settlements.sortBy(column.title)}
                    data-direction={direction(sort())}
                    onClick={() =>
                      props.onSort(direction(sort()) === 'descending' ? sort() : `-${sort()}`)
                    }
                  >
                    {column.title}
                  </button>
                )}
              </Show>
            </div>
          )}
        </For>
      </div>
      <Show when={props.totals}>
        {(totals) => <TotalsRow columns={props.columns} totals={totals()} />}
      </Show>
    </div>
  )
}

/** On a phone, where a table has no head, the sums stand under each other with their names. */
function TotalsRow<Item>(props: { columns: readonly Column<Item>[]; totals: Totals }) {
  return (
    <div class={`${css['row']} ${css['totals']}`} role="row">
      <For each={props.columns}>
        {(column, index) => (
          <div
            class={css['cell']}
            classList={{ [css['number'] ?? '']: column.isNumber === true }}
            role="cell"
          >
            <Show when={index() > 0} fallback={text.tables.totals}>
              <Show when={props.totals[column.key]}>
                {(sum) => (
                  <>
                    <span class={css['sumName']}>{column.title}</span>
                    {sum()}
                  </>
                )}
              </Show>
            </Show>
          </div>
        )}
      </For>
    </div>
  )
}

/** Of the rows that are not in the page. */
function Room(props: { height: number }) {
  const [room, setRoom] = createSignal<HTMLElement>()
  createEffect(() => room()?.style.setProperty('height', `${props.height}px`))
  return <div ref={setRoom} role="presentation" />
}

type RowProps<Item> = {
  index: number
  item: Item | undefined
  columns: readonly Column<Item>[]
  card: (item: Item) => JSX.Element
  follow: (row: Element, index: number) => void
}

function Row<Item>(props: RowProps<Item>) {
  return (
    <div ref={(row) => props.follow(row, props.index)} role="row" aria-rowindex={props.index + 2}>
      <Show when={props.item} keyed>
        {(item) => (
          <Show
            when={!isNarrow()}
            fallback={
              <div class={css['card']} role="cell">
                {props.card(item)}
              </div>
            }
          >
            <div class={`${css['row']} ${css['line']}`}>
              <For each={props.columns}>
                {(column) => (
                  <div
                    class={css['cell']}
                    classList={{ [css['number'] ?? '']: column.isNumber === true }}
                    role="cell"
                  >
                    {column.cell(item)}
                  </div>
                )}
              </For>
            </div>
          </Show>
        )}
      </Show>
    </div>
  )
}

function Foot<Item>(props: { pages: Pages<Item> }) {
  return (
    <Show when={props.pages.hasMore()}>
      <div class={css['foot']}>
        <Show when={props.pages.error()} fallback={<p role="status">{text.common.loadingMore}</p>}>
          {(error) => (
            <>
              <p role="alert">{troubleWords(error()).title}</p>
              <button class="button" type="button" onClick={() => props.pages.loadMore()}>
                {text.common.retry}
              </button>
            </>
          )}
        </Show>
      </div>
    </Show>
  )
}
