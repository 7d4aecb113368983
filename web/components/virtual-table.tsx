import { type VirtualItem, createWindowVirtualizer } from '@tanstack/solid-virtual'
import { For, type JSX, Show, createEffect, createSignal, onCleanup, onMount } from 'solid-js'
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
}

const ROW_HEIGHT = 52
const CARD_HEIGHT = 112
const LOAD_AHEAD = 15

/** Only the rows on the screen exist, however long the list; on a phone each row is a card. */
export function VirtualTable<Item>(props: VirtualTableProps<Item>) {
  const [margin, setMargin] = createSignal(0)
  const [body, setBody] = createSignal<HTMLElement>()
  const [table, setTable] = createSignal<HTMLElement>()
  const choice = createColumnChoice(props.name, () => props.columns, props.columnsIn)
  const virtualizer = createWindowVirtualizer({
    get count() {
      return props.pages.items().length
    },
    get scrollMargin() {
      return margin()
    },
    estimateSize: () => (isNarrow() ? CARD_HEIGHT : ROW_HEIGHT),
    overscan: 8,
  })
  const measure = () => setMargin((body()?.getBoundingClientRect().top ?? 0) + window.scrollY)
  onMount(() => {
    measure()
    // What stands above the table may still be loading, and moves it down when it comes.
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    onCleanup(() => observer.disconnect())
  })
  createEffect(() => {
    const element = body()
    if (element) element.style.height = `${virtualizer.getTotalSize()}px`
  })
  createEffect(() => {
    const tracks = choice.shown().map(({ width }) => width)
    table()?.style.setProperty('--tracks', tracks.join(' '))
  })
  createEffect(() => {
    const last = virtualizer.getVirtualItems().at(-1)
    if (last && last.index >= props.pages.items().length - LOAD_AHEAD) props.pages.loadMore()
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
        <div ref={setBody} class={css['body']} role="rowgroup">
          <For each={virtualizer.getVirtualItems()}>
            {(row) => (
              <Row
                row={row}
                margin={margin()}
                item={props.pages.items()[row.index]}
                columns={choice.shown()}
                card={props.card}
                measure={(element) => virtualizer.measureElement(element)}
              />
            )}
          </For>
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

type RowProps<Item> = {
  row: VirtualItem
  margin: number
  item: Item | undefined
  columns: readonly Column<Item>[]
  card: (item: Item) => JSX.Element
  measure: (element: Element) => void
}

function Row<Item>(props: RowProps<Item>) {
  const [place, setPlace] = createSignal<HTMLElement>()
  createEffect(() => {
    const element = place()
    if (element) element.style.transform = `translateY(${props.row.start - props.margin}px)`
  })
  createEffect(() => {
    const element = place()
    if (element) props.measure(element)
  })
  return (
    <div
      ref={setPlace}
      class={css['place']}
      role="row"
      aria-rowindex={props.row.index + 2}
      data-index={props.row.index}
    >
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
