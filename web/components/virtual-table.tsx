import { For, type JSX, Show, createEffect, createSignal } from 'solid-js'
import { WindowVirtualizer, type WindowVirtualizerHandle } from 'virtua/solid'
import { text } from '../locales/text'
import { troubleWords } from './face'
import { createColumnChoice } from './column-choice'
import type { Column } from './columns'
import { isNarrow } from './media'
import type { Pages } from './pages'
import { TableBar } from './table-bar'
import css from './virtual-table.module.css'

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
  /** By which a row that is not in the page is gone to. */
  scroller?: Scroller | undefined
}

type Scroller = (handle: WindowVirtualizerHandle | undefined) => void

const ROW_HEIGHT = 52
const CARD_HEIGHT = 112
const LOAD_AHEAD = 15
// Above and below the screen: a flick of the thumb must not outrun the rows.
const ROWS_BEYOND = 8
const MOST_WHOLE = 40

/** Only the rows on the screen exist, however long the list; on a phone each row is a card. */
export function VirtualTable<Item>(props: VirtualTableProps<Item>) {
  const [table, setTable] = createSignal<HTMLElement>()
  const choice = createColumnChoice(props.name, () => props.columns, props.columnsIn)
  createEffect(() => {
    const tracks = choice.shown().map(({ width }) => width)
    table()?.style.setProperty('--tracks', tracks.join(' '))
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
        <div role="rowgroup">
          <Show
            when={isNarrow()}
            fallback={
              <Rows pages={props.pages} height={ROW_HEIGHT} scroller={props.scroller}>
                {(item) => <Line item={item} columns={choice.shown()} />}
              </Rows>
            }
          >
            <Rows pages={props.pages} height={CARD_HEIGHT} scroller={props.scroller}>
              {(item) => (
                <div class={css['card']} role="cell">
                  {props.card(item)}
                </div>
              )}
            </Rows>
          </Show>
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

type RowsProps<Item> = {
  pages: Pages<Item>
  /** Of a row that nobody has seen yet, and for good: rows and cards are lists of their own. */
  height: number
  scroller: Scroller | undefined
  children: (item: Item) => JSX.Element
}

/** A short list is all there, for whoever comes to it by keyboard or with a screen reader. */
function Rows<Item>(props: RowsProps<Item>) {
  const isLong = () => props.pages.hasMore() || props.pages.items().length > MOST_WHOLE
  return (
    <Show
      when={isLong()}
      fallback={
        <For each={props.pages.items()}>
          {(item, index) => (
            <div role="row" aria-rowindex={index() + 2} data-row={index()}>
              {props.children(item)}
            </div>
          )}
        </For>
      }
    >
      <LongRows {...props} />
    </Show>
  )
}

function LongRows<Item>(props: RowsProps<Item>) {
  return (
    <WindowVirtualizer
      ref={(handle) => props.scroller?.(handle)}
      data={props.pages.items()}
      itemSize={props.height}
      bufferSize={ROWS_BEYOND * props.height}
    >
      {(item, index) => {
        createEffect(() => {
          if (index() >= props.pages.items().length - LOAD_AHEAD) props.pages.loadMore()
        })
        return (
          <div role="row" aria-rowindex={index() + 2} data-row={index()}>
            {props.children(item)}
          </div>
        )
      }}
    </WindowVirtualizer>
  )
}

function Line<Item>(props: { item: Item; columns: readonly Column<Item>[] }) {
  return (
    <div class={`${css['row']} ${css['line']}`}>
      <For each={props.columns}>
        {(column) => (
          <div
            class={css['cell']}
            classList={{ [css['number'] ?? '']: column.isNumber === true }}
            role="cell"
          >
            {column.cell(props.item)}
          </div>
        )}
      </For>
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
