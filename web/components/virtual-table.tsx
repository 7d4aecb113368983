import { type VirtualItem, createWindowVirtualizer } from '@tanstack/solid-virtual'
import { For, type JSX, Show, createEffect, createSignal, onCleanup, onMount } from 'solid-js'
import { text } from '../locales/text'
import { troubleWords } from './face'
import { isNarrow } from './media'
import type { Pages } from './pages'
import css from './virtual-table.module.css'

export type Column<Item> = {
  readonly key: string
  readonly title: string
  readonly isNumber?: boolean
  /** The name the API sorts by; a column without it cannot be sorted. */
  readonly sort?: string
  readonly cell: (item: Item) => JSX.Element
}

type VirtualTableProps<Item> = {
  label: string
  /** A class that sets `grid-template-columns` for the head and the rows. */
  grid: string | undefined
  columns: readonly Column<Item>[]
  pages: Pages<Item>
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
    const last = virtualizer.getVirtualItems().at(-1)
    if (last && last.index >= props.pages.items().length - LOAD_AHEAD) props.pages.loadMore()
  })
  return (
    <>
      <div class={css['table']} role="table" aria-label={props.label}>
        <Head
          grid={props.grid}
          columns={props.columns}
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
                columns={props.columns}
                grid={props.grid}
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
  grid: string | undefined
  columns: readonly Column<Item>[]
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
      <div class={`${css['row']} ${props.grid}`} role="row">
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
    </div>
  )
}

type RowProps<Item> = {
  row: VirtualItem
  margin: number
  item: Item | undefined
  columns: readonly Column<Item>[]
  grid: string | undefined
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
            <div class={`${css['row']} ${css['line']} ${props.grid}`}>
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
