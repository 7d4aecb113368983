import { createAsync } from '@solidjs/router'
import { type JSX, Show, createSignal, lazy } from 'solid-js'
import { loadMe } from '../api'
import { text } from '../locales/text'
import type { ColumnChoice } from './column-choice'
import type { PlainColumn } from './columns'
import { troubleWords, Quiet } from './face'
import { Icon } from './icon'
import { listToCsv, saveFile } from './list-csv'
import type { Pages } from './pages'
import { PanelButton } from './panel-button'
import css from './table-bar.module.css'
import { showToast } from './toasts'

const ColumnsPanel = lazy(() =>
  import('./columns-panel').then((module) => ({ default: module.ColumnsPanel })),
)
const ViewsPanel = lazy(() =>
  import('./views-panel').then((module) => ({ default: module.ViewsPanel })),
)

type TableBarProps<Item> = {
  /** By which a browser remembers columns and views, and a file is named. */
  name: string
  columns: readonly PlainColumn<Item>[]
  choice: ColumnChoice<PlainColumn<Item>>
  /** Above cards, which have no box around them and follow the choice on a phone too. */
  isPlain?: boolean
  pages: Pages<Item>
  /** Of everything the filters leave; nothing where nobody counted it. */
  count: number | undefined
}

/** Above a list: how many rows the filters leave, and what can be done with all of them. */
export function TableBar<Item>(props: TableBarProps<Item>) {
  const rows = () => {
    if (props.count !== undefined) return text.common.rows(props.count)
    const loaded = props.pages.items().length
    return props.pages.hasMore() ? text.tables.atLeast(loaded) : text.common.rows(loaded)
  }
  return (
    <div class={css['bar']} data-plain={props.isPlain}>
      <p class={css['count']} role="status">
        {rows()}
      </p>
      <Quiet>
        <Views name={props.name} choice={props.choice} />
      </Quiet>
      <span classList={{ [css['desk'] ?? '']: !props.isPlain }}>
        <PanelButton
          icon="table"
          label={props.isPlain === true ? text.tables.details : text.tables.columns}
        >
          {(panel) => (
            <ColumnsPanel
              {...panel}
              isOfCards={props.isPlain}
              columns={props.columns}
              shown={props.choice.shown()}
              onToggle={props.choice.toggle}
              onAll={props.choice.showAll}
            />
          )}
        </PanelButton>
      </span>
      <CsvButton name={props.name} columns={props.choice.shown()} pages={props.pages} />
    </div>
  )
}

type ViewsProps = {
  name: string
  choice: ColumnChoice<{ readonly key: string }>
}

/** Kept apart for each workspace: a view may name a store. */
function Views(props: ViewsProps): JSX.Element {
  const me = createAsync(() => loadMe())
  return (
    <Show when={me()?.workspace.id} keyed>
      {(workspaceId) => (
        <PanelButton icon="bookmark" label={text.tables.views}>
          {(panel) => (
            <ViewsPanel
              {...panel}
              workspaceId={workspaceId}
              table={props.name}
              choice={props.choice}
            />
          )}
        </PanelButton>
      )}
    </Show>
  )
}

type CsvButtonProps<Item> = {
  name: string
  columns: readonly PlainColumn<Item>[]
  pages: Pages<Item>
}

/** Every row that the filters leave, with the columns that are shown. */
function CsvButton<Item>(props: CsvButtonProps<Item>) {
  const [rows, setRows] = createSignal<number>()
  let isWanted = false
  const write = async () => {
    isWanted = true
    setRows(0)
    try {
      const onRows = (count: number) => {
        setRows(count)
        return isWanted
      }
      const file = await listToCsv(props.columns, props.pages.all(), { onRows })
      if (file) saveFile(file, `${props.name}.csv`)
    } catch (problem) {
      showToast(`${text.tables.csvFailed} ${troubleWords(problem).detail}`)
    } finally {
      setRows(undefined)
    }
  }
  return (
    <Show
      when={rows() !== undefined}
      fallback={
        <button
          class={`button tool-button ${css['tool']}`}
          type="button"
          onClick={() => void write()}
        >
          <Icon name="download" small />
          <span>{text.tables.csv}</span>
        </button>
      }
    >
      <span class={css['count']} role="status">
        {text.tables.csvBusy(rows() ?? 0)}
      </span>
      <button class={`button ${css['tool']}`} type="button" onClick={() => (isWanted = false)}>
        {text.tables.csvStop}
      </button>
    </Show>
  )
}
