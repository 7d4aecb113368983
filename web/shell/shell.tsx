import { A, Navigate, type RouteSectionProps, createAsync, useLocation } from '@solidjs/router'
import {
  ErrorBoundary,
  type JSX,
  Match,
  Show,
  Suspense,
  Switch,
  createEffect,
  createSignal,
  on,
} from 'solid-js'
import { loadMe } from '../api'
import { BrandMark } from '../components/brand-mark'
import { Part, Quiet, resetOnRetry } from '../components/face'
import { Icon } from '../components/icon'
import { NotYours } from '../components/not-yours'
import { Skeleton } from '../components/skeleton'
import { VerifyNotice } from '../components/verify-notice'
import { VisitNotice } from '../components/visit-notice'
import { text } from '../locales/text'
import { amountsHidden, setAmountsHidden } from '../preferences'
import { isAllowed, type Role, RoleContext, rightOfPage } from '../roles'
import { KeptLine } from './kept-line'
import { Navigation } from './navigation'
import navigationCss from './navigation.module.css'
import css from './shell.module.css'

/** Side navigation on a desk, bottom bar on a phone. */
export function Shell(props: RouteSectionProps) {
  const location = useLocation()
  const [main, setMain] = createSignal<HTMLElement>()
  // A keyboard or a screen reader goes on from the new page, not from the link that led to it.
  createEffect(
    on(
      () => location.pathname,
      () => main()?.focus({ preventScroll: true }),
      { defer: true },
    ),
  )
  return (
    <div class={css['shell']}>
      <a class={css['skip']} href="#main" onClick={() => main()?.focus()}>
        {text.nav.skip}
      </a>
      <header class={css['top']}>
        <A class={css['brand']} href="/">
          <BrandMark size={28} />
          {text.brand}
        </A>
        <div class={css['tools']}>
          <ForRole>
            {(role) => (
              <Show when={isAllowed(role, 'figures')}>
                <HideAmounts />
              </Show>
            )}
          </ForRole>
          <A class={`icon-button ${css['gear']}`} href="/settings" aria-label={text.nav.settings}>
            <Icon name="settings" />
          </A>
        </div>
      </header>
      <nav class={navigationCss['nav']} aria-label={text.nav.label}>
        <ForRole>{(role) => <Navigation role={role} />}</ForRole>
      </nav>
      <main ref={setMain} class={css['main']} id="main" tabIndex={-1}>
        <KeptLine />
        <Part loading={<Skeleton shape="rows" />}>
          <Allowed>{props.children}</Allowed>
        </Part>
      </main>
      <footer class={css['foot']}>
        <Quiet>
          <Workspace />
        </Quiet>
        <nav class={css['more']} aria-label={text.nav.more}>
          <a href="/help">{text.nav.help}</a>
          <a href="/glossary">{text.nav.glossary}</a>
        </nav>
      </footer>
    </div>
  )
}

/** By role; as for an owner until there is an answer, and without one, so that the frame stands still. */
function ForRole(props: { children: (role: Role) => JSX.Element }) {
  return (
    // With a parameter, or Solid writes the error to the console: the screen itself says what it means.
    <ErrorBoundary
      fallback={(_, reset) => {
        resetOnRetry(reset)
        return props.children('owner')
      }}
    >
      <Suspense fallback={props.children('owner')}>
        <Known />
      </Suspense>
    </ErrorBoundary>
  )

  function Known() {
    const me = createAsync(() => loadMe())
    return (
      <Show when={me()?.workspace.role} keyed>
        {(role) => props.children(role)}
      </Show>
    )
  }
}

/**
 * No screen asks for anything before it is known that whoever looks may see it. Notices come with the
 * screen, so that they push nothing down.
 */
function Allowed(props: { children: JSX.Element }) {
  const me = createAsync(() => loadMe())
  const location = useLocation()
  const may = (role: Role) => {
    const right = rightOfPage(location.pathname)
    return right === undefined || isAllowed(role, right)
  }
  return (
    <Show when={me()?.workspace.role} keyed>
      {(role) => (
        <RoleContext.Provider value={() => role}>
          <VerifyNotice />
          <VisitNotice />
          <Switch>
            <Match when={may(role)}>{props.children}</Match>
            <Match when={location.pathname === '/'}>
              <Navigate href="/returns" />
            </Match>
            <Match when={true}>
              <NotYours role={role} />
            </Match>
          </Switch>
        </RoleContext.Provider>
      )}
    </Show>
  )
}

function HideAmounts() {
  return (
    <button
      class="icon-button"
      type="button"
      aria-pressed={amountsHidden()}
      aria-label={text.common.hideAmounts}
      title={amountsHidden() ? text.common.showAmounts : text.common.hideAmounts}
      onClick={() => setAmountsHidden(!amountsHidden())}
    >
      <Icon name={amountsHidden() ? 'eye-off' : 'eye'} />
    </button>
  )
}

/** Whose figures these are. */
function Workspace() {
  const me = createAsync(() => loadMe())
  return (
    <div class={css['workspace']}>
      <Show when={me()}>
        {(person) => (
          <>
            <strong>{person().workspace.name ?? text.workspaces.noName}</strong>
            <Show when={person().workspace.role !== 'visitor'}>
              <span>{person().user.email}</span>
            </Show>
          </>
        )}
      </Show>
    </div>
  )
}
