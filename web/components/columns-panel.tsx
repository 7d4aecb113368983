import { Popover } from '@kobalte/core/popover'
import { For, Show } from 'solid-js'
import { text } from '../locales/text'
import type { PanelProps } from './panel-button'
import css from './table-bar.module.css'
import { returnFocus } from './return-focus'

type Named = { readonly key: string; readonly title: string }

type ColumnsPanelProps = PanelProps & {
  columns: readonly Named[]
  shown: readonly Named[]
  onToggle: (key: string) => void
  onAll: () => void
  /** What stands on cards is no column. */
  isOfCards?: boolean | undefined
}

/** Which columns a table shows; the first one names the row and stays. */
export function ColumnsPanel(props: ColumnsPanelProps) {
  const isShown = (key: string) => props.shown.some((each) => each.key === key)
  return (
    <Popover
      open={props.open}
      onOpenChange={props.onOpenChange}
      anchorRef={props.anchor}
      placement="bottom-end"
      gutter={6}
      overflowPadding={12}
    >
      <Popover.Portal>
        <Popover.Content class={css['panel']} onCloseAutoFocus={() => returnFocus(props.anchor())}>
          <Popover.Title class={css['panelTitle']}>
            {props.isOfCards === true ? text.tables.detailsTitle : text.tables.columnsTitle}
          </Popover.Title>
          <ul class={css['list']}>
            <For each={props.columns}>
              {(column, index) => (
                <li>
                  <label class={css['choice']}>
                    <input
                      type="checkbox"
                      checked={isShown(column.key)}
                      disabled={index() === 0}
                      onChange={() => props.onToggle(column.key)}
                    />
                    {column.title}
                  </label>
                </li>
              )}
            </For>
          </ul>
          <Show when={props.shown.length < props.columns.length}>
            <button class="button" type="button" onClick={() => props.onAll()}>
              {props.isOfCards === true ? text.tables.allDetails : text.tables.allColumns}
            </button>
          </Show>
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  )
}
