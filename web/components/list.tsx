import { createAsync, useLocation } from '@solidjs/router'
import { type Accessor, createMemo, For, type JSX, onCleanup, Show, untrack } from 'solid-js'
import type { Page } from '../api-shapes'
import { askWithFigures } from '../figure-query'
import { text } from '../locales/text'
import { createColumnChoice } from './column-choice'
import type { Column, PlainColumn } from './columns'
import { troubleWords } from './face'
import css from './list.module.css'
import { createPlaceKeeper, placeIn } from './list-place'
import { createPages, growTo, type More, type Pages } from './pages'
import { TableBar } from './table-bar'
import { type Totals, VirtualTable } from './virtual-table'

const PAGE_SIZE = '100'
// Below the row that somebody goes back to, so that it can stand where it stood.
const ROWS_BELOW = 40

type Limited = { limit: string; cursor?: string }

export type List<Found, Item> = {
  readonly first: Accessor<Found | undefined>
  readonly pages: Pages<Item>
  /** What it is a list of: its question's name. */
  readonly name: string
  /** What it is asked with. */
  readonly question: () => string
}

type Load<Asked, Found, Item> = {
  (asked: NoInfer<Asked> & Limited): Promise<Found & Page<Item>>
  readonly key: string
}

/** A list of the API as the filters ask for it: its first page, and all that follow it. */
export function createList<Asked, Found, Item>(
  load: Load<Asked, Found, Item>,
  asked: () => Asked,
  limit = PAGE_SIZE,
): List<Found, Item> {
  const location = useLocation()
  const first = createAsync(() => {
    const question = { ...asked(), limit }
    const page = load(question)
    const place = untrack(() => placeIn(location.state, load.key))
    if (place === undefined) return page
    let isWanted = true
    onCleanup(() => (isWanted = false))
    const growth = {
      rows: place.row + ROWS_BELOW,
      // Not what the filters say by then.
      loadNext: (more: More) => load({ ...question, ...more }),
      isWanted: () => isWanted,
    }
    return page.then((found) => growTo(found, growth).then(() => found))
  })
  const pages = createPages(first, (more) => load({ ...asked(), limit, ...more }))
  return { first, pages, name: load.key, question: () => JSON.stringify(asked()) }
}

type ListTableProps<Found, Item> = {
  list: List<Found, Item>
  label: string
  /** By which a browser remembers columns and views, and a file is named. */
  name: string
  /** Where the address keeps its columns, beside another table on the same screen. */
  columnsIn?: string
  columns: readonly Column<Item>[]
  /** What stands on a phone instead of a row: pairs, the second of each at the right. */
  card: (item: Item) => JSX.Element
  /** What the first page says of everything that the filters leave. */
  count?: (page: Found) => number | undefined
  totals?: (page: Found) => Totals | undefined
  sort?: string | undefined
  onSort?: (sort: string) => void
  /** Between the filters and the table, once it has rows. */
  above?: (page: Accessor<Found>) => JSX.Element
  /** What stands here instead of a table without rows. */
  empty: JSX.Element
}

/** Nothing before the first page has come, for which the nearest `Part` waits. */
export function ListTable<Found, Item>(props: ListTableProps<Found, Item>) {
  const keeper = createPlaceKeeper(props.list)
  return (
    <Show when={props.list.first()}>
      {(page) => (
        <Show
          when={props.list.pages.items().length > 0}
          fallback={<Empty of={props.list.name}>{props.empty}</Empty>}
        >
          {props.above?.(page)}
          <div class="card" ref={keeper.box}>
            <VirtualTable
              scroller={keeper.scroller}
              label={props.label}
              name={props.name}
              columnsIn={props.columnsIn}
              count={props.count?.(page())}
              totals={props.totals?.(page())}
              columns={props.columns}
              pages={props.list.pages}
              card={props.card}
              sort={props.sort}
              onSort={(sort) => props.onSort?.(sort)}
            />
          </div>
        </Show>
      )}
    </Show>
  )
}

/** Nobody has a place in it to lose, so it is asked anew with the figures. */
function Empty(props: { of: string; children: JSX.Element }) {
  onCleanup(askWithFigures(props.of))
  return <>{props.children}</>
}

type ListCardsProps<Found, Item> = {
  list: List<Found, Item>
  /** By which a browser remembers columns and views, and a file is named. */
  name: string
  /** Where the address keeps its columns: a table may stand on the same screen. */
  columnsIn: string
  /** What a card and the file have of an item; the first names it and stays. */
  columns: readonly PlainColumn<Item>[]
  count: (page: Found) => number | undefined
  children: (item: Item, shows: (key: string) => boolean) => JSX.Element
  /** Between the bar and the cards. */
  above?: JSX.Element
  class: string | undefined
  empty: JSX.Element
}

/** For items of which each shows more than a row can; more of them come when they are asked for. */
export function ListCards<Found, Item>(props: ListCardsProps<Found, Item>) {
  const choice = createColumnChoice(props.name, () => props.columns, props.columnsIn)
  const keys = createMemo(() => new Set(choice.shown().map(({ key }) => key)))
  const shows = (key: string) => keys().has(key)
  const keeper = createPlaceKeeper(props.list)
  return (
    <Show when={props.list.first()}>
      {(page) => (
        <Show
          when={props.list.pages.items().length > 0}
          fallback={<Empty of={props.list.name}>{props.empty}</Empty>}
        >
          <TableBar
            name={props.name}
            columns={props.columns}
            choice={choice}
            isPlain
            pages={props.list.pages}
            count={props.count(page())}
          />
          {props.above}
          <ul class={props.class} ref={keeper.box}>
            <For each={props.list.pages.items()}>
              {(item, index) => <li data-row={index()}>{props.children(item, shows)}</li>}
            </For>
          </ul>
          <MoreButton pages={props.list.pages} />
        </Show>
      )}
    </Show>
  )
}

function MoreButton<Item>(props: { pages: Pages<Item> }) {
  return (
    <Show when={props.pages.hasMore()}>
      <Show when={props.pages.error()}>
        {(error) => <p role="alert">{troubleWords(error()).title}</p>}
      </Show>
      <button class="button centered" type="button" onClick={() => props.pages.loadMore()}>
        {text.reconcile.more}
      </button>
    </Show>
  )
}

/** Search, choices and what can be done, beside the title of a list. */
export function ListFilters(props: { children: JSX.Element }) {
  return (
    <div class={css['filters']} role="search">
      {props.children}
    </div>
  )
}
