import { createAsync, revalidate } from '@solidjs/router'
import { For, Show, createSignal } from 'solid-js'
import { ConfirmDialog } from '../../components/confirm-dialog'
import { wordsOf } from '../../components/scope-list'
import { showToast } from '../../components/toasts'
import { formatInstant } from '../../locales/format'
import { text } from '../../locales/text'
import { loadTokens, removeToken, removeTokens, type Token } from '../../team-api'
import { attempt } from '../security/attempt'
import css from '../settings/settings.module.css'

const removeOne = ({ id }: Token) =>
  attempt(async () => {
    await removeToken(id)
    showToast(text.tokens.removed)
    await revalidate(loadTokens.key)
  })

const removeAll = () =>
  attempt(async () => {
    await removeTokens()
    showToast(text.tokens.allRemoved)
    await revalidate(loadTokens.key)
  })

export function TokenList() {
  const tokens = createAsync(() => loadTokens())
  const [removing, setRemoving] = createSignal<Token>()
  const [isRemovingAll, setRemovingAll] = createSignal(false)
  return (
    <>
      <For each={tokens()?.items} fallback={<p class={css['row']}>{text.tokens.none}</p>}>
        {(token) => <Row token={token} onRemove={setRemoving} />}
      </For>
      <Show when={(tokens()?.items.length ?? 0) > 1}>
        <div class={css['row']}>
          <button class="button" type="button" onClick={() => setRemovingAll(true)}>
            {text.tokens.removeAll}
          </button>
        </div>
      </Show>
      <Show when={removing()}>
        {(token) => (
          <ConfirmDialog
            open
            title={text.tokens.removeTitle(token().name)}
            detail={text.tokens.removeDetail}
            action={text.tokens.remove}
            onConfirm={() => void removeOne(token())}
            onClose={() => setRemoving()}
          />
        )}
      </Show>
      <Show when={isRemovingAll()}>
        <ConfirmDialog
          open
          title={text.tokens.removeAllTitle}
          detail={text.tokens.removeAllDetail}
          action={text.tokens.removeAll}
          onConfirm={() => void removeAll()}
          onClose={() => setRemovingAll(false)}
        />
      </Show>
    </>
  )
}

function Row(props: { token: Token; onRemove: (token: Token) => void }) {
  const title = () =>
    [props.token.name, props.token.client === 'cli' && text.tokens.cli]
      .filter(Boolean)
      .join(text.common.dot)
  const days = () => {
    const { createdAt, expiresAt, lastUsedAt } = props.token
    return [
      text.tokens.made(formatInstant(createdAt)),
      text.tokens.ends(formatInstant(expiresAt)),
      lastUsedAt === null ? text.tokens.neverUsed : text.tokens.used(formatInstant(lastUsedAt)),
    ].join(text.common.dot)
  }
  return (
    <div class={`${css['row']} ${css['line']}`}>
      <div>
        <p>{title()}</p>
        <p class="small muted">{props.token.scopes.map((each) => wordsOf(each).name).join(', ')}</p>
        <p class="small muted">{days()}</p>
      </div>
      <button
        class="button"
        type="button"
        aria-label={text.tokens.removeLabel(props.token.name)}
        onClick={() => props.onRemove(props.token)}
      >
        {text.tokens.remove}
      </button>
    </div>
  )
}
