import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { Quiet } from '../../components/face'
import { formatInstant } from '../../locales/format'
import { text } from '../../locales/text'
import { enterWorkspace, loadWorkspaces, type Workspace } from '../../team-api'
import { attempt } from '../security/attempt'
import css from './settings.module.css'

// As a new page: nothing that was read, sent or watched in the workspace of before goes along.
const enter = ({ id }: Workspace) =>
  attempt(async () => {
    await enterWorkspace(id)
    window.location.assign('/')
  })

/** Only for who belongs to more than one. */
export function Workspaces() {
  return (
    <Quiet isAwaited>
      <Several />
    </Quiet>
  )
}

function Several() {
  const known = createAsync(() => loadWorkspaces())
  const items = () => known()?.items ?? []
  return (
    <Show when={items().length > 1}>
      <section class={`card ${css['section']}`}>
        <h2>{text.workspaces.title}</h2>
        <p class="muted">{text.workspaces.detail}</p>
        <For each={items()}>{(item) => <Row item={item} />}</For>
      </section>
    </Show>
  )
}

function Row(props: { item: Workspace }) {
  const place = () => {
    const { role, until } = props.item
    const name = text.roles.name[role]
    return until === null ? name : `${name}, ${text.team.until(formatInstant(until))}`
  }
  const name = () => props.item.name ?? text.workspaces.noName
  return (
    <div class={`${css['row']} ${css['line']}`}>
      <div>
        <p>{name()}</p>
        <p class="small muted">{place()}</p>
      </div>
      <Show
        when={!props.item.isCurrent}
        fallback={<p class="small muted">{text.workspaces.current}</p>}
      >
        <button
          class="button"
          type="button"
          aria-label={text.workspaces.enterLabel(name())}
          onClick={() => void enter(props.item)}
        >
          {text.workspaces.enter}
        </button>
      </Show>
    </div>
  )
}
