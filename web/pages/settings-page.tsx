import { A, createAsync, query, revalidate, useNavigate } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { changeStore, loadMe, signOut } from '../api'
import type { Store } from '../api-shapes'
import { Part, troubleWords } from '../components/face'
import { Page } from '../components/page'
import { Segmented } from '../components/segmented'
import { Skeleton } from '../components/skeleton'
import { showToast } from '../components/toasts'
import { storeName } from '../components/toolbar'
import { text } from '../locales/text'
import { amountsHidden, setAmountsHidden, setTheme, theme } from '../preferences'
import css from './settings/settings.module.css'

export function SettingsPage() {
  const me = createAsync(() => loadMe())
  return (
    <Page title={text.settings.title}>
      <div class={css['sections']}>
        <section class={`card ${css['section']}`}>
          <h2>{text.settings.stores}</h2>
          <Part loading={<Skeleton shape="lines" />}>
            <For each={me()?.stores} fallback={<p class="muted">{text.settings.noStores}</p>}>
              {(store) => <StoreRow store={store} />}
            </For>
          </Part>
        </section>
        <Appearance />
        <section class={`card ${css['section']}`}>
          <h2>{text.settings.account}</h2>
          <Part loading={<Skeleton shape="lines" />}>
            <div class={`${css['row']} ${css['line']}`}>
              <div>
                <p>{me()?.user.name}</p>
                <p class="small muted">{me()?.user.email}</p>
              </div>
              <SignOut />
            </div>
            <div class={`${css['row']} ${css['line']}`}>
              <div>
                <p>{text.security.link}</p>
                <p class="small muted">{text.security.linkDetail}</p>
              </div>
              <A class="button" href="/settings/security">
                {text.common.open}
                <span class="hidden-text">{text.security.link}</span>
              </A>
            </div>
          </Part>
        </section>
      </div>
    </Page>
  )
}

function StoreRow(props: { store: Store }) {
  const change = async (gstScheme: Store['gstScheme']) => {
    try {
      await changeStore(props.store.id, { gstScheme })
      showToast(text.settings.saved)
      await revalidate()
    } catch (error) {
      showToast(troubleWords(error).detail, 'bad')
    }
  }
  return (
    <div class={css['row']}>
      <div>
        <p>{storeName(props.store)}</p>
        <Show when={props.store.supplierId}>
          {(id) => <p class="small muted">{text.settings.supplier(id())}</p>}
        </Show>
      </div>
      <label>
        <span class="hidden-text">{text.settings.gstScheme}</span>
        <select
          class="input"
          onChange={(event) =>
            void change(event.currentTarget.value === 'none' ? 'none' : 'regular')
          }
        >
          <For each={['regular', 'none'] as const}>
            {(scheme) => (
              <option value={scheme} selected={scheme === props.store.gstScheme}>
                {text.store.gst[scheme]}
              </option>
            )}
          </For>
        </select>
      </label>
    </div>
  )
}

function Appearance() {
  return (
    <section class={`card ${css['section']}`}>
      <h2>{text.settings.appearance}</h2>
      <div class={css['row']}>
        <p>{text.theme.label}</p>
        <Segmented
          label={text.theme.label}
          value={theme()}
          options={[
            { value: 'system', label: text.theme.system },
            { value: 'light', label: text.theme.light },
            { value: 'dark', label: text.theme.dark },
          ]}
          onChange={setTheme}
        />
      </div>
      <label class={`${css['row']} ${css['switch']}`}>
        <span>
          {text.settings.hide}
          <span class={css['hint']}>{text.settings.hideDetail}</span>
        </span>
        <input
          class={css['check']}
          type="checkbox"
          checked={amountsHidden()}
          onChange={(event) => setAmountsHidden(event.currentTarget.checked)}
        />
      </label>
    </section>
  )
}

function SignOut() {
  const navigate = useNavigate()
  const leave = async () => {
    try {
      await signOut()
      query.clear()
      navigate('/sign-in', { replace: true })
    } catch (error) {
      showToast(troubleWords(error).detail, 'bad')
    }
  }
  return (
    <button class="button" type="button" onClick={() => void leave()}>
      {text.settings.signOut}
    </button>
  )
}
