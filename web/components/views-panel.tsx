import { Popover } from '@kobalte/core/popover'
import { A, useLocation } from '@solidjs/router'
import { For, Show, createSignal } from 'solid-js'
import { text } from '../locales/text'
import type { ColumnChoice } from './column-choice'
import { writeColumnKeys } from './columns'
import { Icon } from './icon'
import type { PanelProps } from './panel-button'
import { returnFocus } from './return-focus'
import { createSavedViews, MOST_VIEWS, type SavedView, type ViewTrouble } from './saved-views'
import css from './table-bar.module.css'

type ViewsPanelProps = PanelProps & {
  workspaceId: string
  table: string
  choice: ColumnChoice<{ readonly key: string }>
}

/** A person's own views of a table: opened, saved, renamed, thrown away. */
export function ViewsPanel(props: ViewsPanelProps) {
  const location = useLocation()
  const saved = createSavedViews(props.workspaceId, props.table)
  // With its columns, also where they are all of them: a view shows the same whatever is remembered.
  const search = () => {
    const now = new URLSearchParams(location.search)
    const { choice } = props
    now.set(choice.inAddress, writeColumnKeys(choice.shown()))
    return now.toString()
  }
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
          <Popover.Title class={css['panelTitle']}>{text.tables.viewsTitle}</Popover.Title>
          <ul class={css['list']}>
            <li>
              <A
                class={css['view']}
                href={location.pathname}
                onClick={() => props.onOpenChange(false)}
              >
                {text.tables.viewAll}
              </A>
            </li>
            <For each={saved.views()}>
              {(view) => (
                <View
                  view={view}
                  href={`${location.pathname}?${view.search}`}
                  isHere={view.search === search()}
                  onOpen={() => props.onOpenChange(false)}
                  onRename={saved.rename}
                  onRemove={saved.remove}
                />
              )}
            </For>
          </ul>
          <NameForm label={text.tables.viewSave} onName={(name) => saved.add(name, search())} />
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  )
}

type ViewProps = {
  view: SavedView
  href: string
  isHere: boolean
  onOpen: () => void
  onRename: (from: string, to: string) => ViewTrouble | undefined
  onRemove: (name: string) => void
}

function View(props: ViewProps) {
  const [isNaming, setNaming] = createSignal(false)
  const rename = (name: string) => {
    const trouble = props.onRename(props.view.name, name)
    if (trouble === undefined) setNaming(false)
    return trouble
  }
  return (
    <li class={css['viewRow']}>
      <Show
        when={!isNaming()}
        fallback={<NameForm label={text.common.apply} name={props.view.name} onName={rename} />}
      >
        <A
          class={css['view']}
          href={props.href}
          aria-current={props.isHere ? 'true' : undefined}
          onClick={() => props.onOpen()}
        >
          {props.view.name}
        </A>
        <button
          class="icon-button"
          type="button"
          aria-label={text.tables.viewRename(props.view.name)}
          onClick={() => setNaming(true)}
        >
          <Icon name="settings" small />
        </button>
        <button
          class="icon-button"
          type="button"
          aria-label={text.tables.viewDelete(props.view.name)}
          onClick={() => props.onRemove(props.view.name)}
        >
          <Icon name="close" small />
        </button>
      </Show>
    </li>
  )
}

type NameFormProps = {
  label: string
  name?: string
  onName: (name: string) => ViewTrouble | undefined
}

function NameForm(props: NameFormProps) {
  const [trouble, setTrouble] = createSignal<ViewTrouble>()
  const save = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const form = event.currentTarget
    const name = String(new FormData(form).get('name')).trim()
    if (!name) return
    setTrouble(props.onName(name))
    if (trouble() === undefined) form.reset()
  }
  return (
    <form class={css['naming']} onSubmit={save}>
      <label>
        <span class="hidden-text">{text.tables.viewName}</span>
        <input
          class="input"
          name="name"
          maxLength={60}
          autocomplete="off"
          placeholder={text.tables.viewName}
          value={props.name ?? ''}
        />
      </label>
      <button class="button" type="submit">
        {props.label}
      </button>
      <Show when={trouble()}>
        {(found) => (
          <p class={css['trouble']} role="alert">
            {troubleText(found())}
          </p>
        )}
      </Show>
    </form>
  )
}

function troubleText(trouble: ViewTrouble): string {
  return trouble === 'taken' ? text.tables.viewTaken : text.tables.viewsFull(MOST_VIEWS)
}
