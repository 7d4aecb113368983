import { createAsync, query, revalidate, useNavigate } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { changeStore, loadMe, signOut } from '../api'
import type { Store } from '../api-shapes'
import { Part, troubleWords } from '../components/face'
import { LanguageChoice } from '../components/language-choice'
import { Page } from '../components/page'
import { Segmented } from '../components/segmented'
import { Skeleton } from '../components/skeleton'
import { showToast } from '../components/toasts'
import { storeName } from '../components/toolbar'
import { text } from '../locales/text'
import { amountsHidden, setAmountsHidden, setTheme, theme } from '../preferences'
import { useMay } from '../roles'
import { SettingsLink } from './settings/settings-link'
import css from './settings/settings.module.css'
import { Workspaces } from './settings/workspaces'

export function SettingsPage() {
  const me = createAsync(() => loadMe())
  const may = useMay()
  return (
    <Page title={text.settings.title}>
      <Part loading={<Skeleton shape="rows" />}>
        <div class={css['sections']}>
          <section class={`card ${css['section']}`}>
            <h2>{text.settings.stores}</h2>
            <For each={me()?.stores} fallback={<p class="muted">{text.settings.noStores}</p>}>
              {(store) => <StoreRow store={store} />}
            </For>
          </section>
          <Workspaces />
          <Appearance />
          <section class={`card ${css['section']}`}>
            <h2>{text.settings.account}</h2>
            <div class={`${css['row']} ${css['line']}`}>
              <div>
                <p>{me()?.user.name}</p>
                <p class="small muted">{me()?.user.email}</p>
              </div>
              <SignOut />
            </div>
            <SettingsLink
              href="/settings/security"
              title={text.security.link}
              detail={text.security.linkDetail}
            />
            <SettingsLink
              href="/settings/tokens"
              title={text.tokens.title}
              detail={text.tokens.linkDetail}
            />
            <Show when={may('team')}>
              <SettingsLink
                href="/settings/team"
                title={text.team.title}
                detail={text.team.linkDetail}
              />
            </Show>
          </section>
        </div>
      </Part>
    </Page>
  )
}

function StoreRow(props: { store: Store }) {
  const may = useMay()
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
      <Show
        when={may('changes')}
        fallback={<p class="small muted">{text.store.gst[props.store.gstScheme]}</p>}
      >
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
      </Show>
    </div>
  )
}

function Appearance() {
  const may = useMay()
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
      <div class={css['row']}>
        <LanguageChoice isSignedIn hint={text.language.detail} />
      </div>
      <Show when={may('figures')}>
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
      </Show>
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
