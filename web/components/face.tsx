import { A, Navigate, revalidate, useLocation } from '@solidjs/router'
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
import { text } from '../locales/text'
import { forgetKeptTimes } from '../offline/kept-answers'
import { hadOwner } from '../offline/owner'
import { ApiProblem } from '../request'
import css from './face.module.css'
import { Icon, type IconName } from './icon'
import { KeptOverview } from './kept-overview'

export type FaceProps = {
  icon: IconName
  title: string
  detail?: string | undefined
  small?: string | undefined
  children?: JSX.Element
  alert?: boolean
  /** Trouble of the service or of the network: told once of parts under each other, and mended at once. */
  trouble?: 'server' | 'offline' | undefined
  /** The whole screen: its title is the screen's. */
  isScreen?: boolean
}

/** What a place shows instead of its content: nothing there, no network, trouble. */
export function Face(props: FaceProps) {
  return (
    <div class={css['face']} role={props.alert ? 'alert' : undefined} data-trouble={props.trouble}>
      <span class={css['icon']}>
        <Icon name={props.icon} />
      </span>
      <Show when={props.isScreen} fallback={<p class={css['title']}>{props.title}</p>}>
        <h1 class={css['title']}>{props.title}</h1>
      </Show>
      <Show when={props.detail}>
        <p class={css['detail']}>{props.detail}</p>
      </Show>
      <Show when={props.children}>
        <div class={css['actions']}>{props.children}</div>
      </Show>
      <Show when={props.small}>
        <p class={css['small']}>{props.small}</p>
      </Show>
    </div>
  )
}

/** A part of a page that loads by itself and fails by itself. */
export function Part(props: { loading: JSX.Element; children: JSX.Element }) {
  return (
    <ErrorBoundary fallback={(error: unknown, reset) => <Trouble error={error} reset={reset} />}>
      <Suspense fallback={props.loading}>{props.children}</Suspense>
    </ErrorBoundary>
  )
}

/** Waits with what stands around it, so that nothing of it moves when the last answer comes; fails by itself. */
export function Piece(props: { children: JSX.Element }) {
  return (
    <ErrorBoundary fallback={(error: unknown, reset) => <Trouble error={error} reset={reset} />}>
      {props.children}
    </ErrorBoundary>
  )
}

/**
 * A line beside the content: it waits and fails without a word, because the content says why. Awaited, it
 * comes with the content around it, which would jump if it came later.
 */
export function Quiet(props: { isAwaited?: boolean; children: JSX.Element }) {
  return (
    <ErrorBoundary
      fallback={(_, reset) => {
        resetOnRetry(reset)
        return undefined
      }}
    >
      <Show when={!props.isAwaited} fallback={props.children}>
        <Suspense>{props.children}</Suspense>
      </Show>
    </ErrorBoundary>
  )
}

const [retries, setRetries] = createSignal(0)

/** One press on “Try again” mends every part of the page that failed with it. */
export function resetOnRetry(reset: () => void): void {
  createEffect(on(retries, reset, { defer: true }))
}

/**
 * The one place that turns a thrown error into words; a lost session goes to sign in and comes back here.
 * Whoever asked for nothing but the address of TrackEcom is told first what it is.
 */
export function Trouble(props: { error: unknown; reset: () => void }) {
  const location = useLocation()
  const status = () => (props.error instanceof ApiProblem ? props.error.status : undefined)
  const asked = () => `${location.pathname}${location.search}`
  const door = () => (asked() === '/' && !hadOwner() ? '/welcome' : signInDoor(asked()))
  resetOnRetry(() => props.reset())
  return (
    <Switch fallback={<ServerFace error={props.error} />}>
      <Match when={status() === 401}>
        <Navigate href={door()} />
      </Match>
      <Match when={status() === 404}>
        <Face icon="search" title={text.faces.notFound.title} detail={text.faces.notFound.detail}>
          <A class="button" href="/">
            {text.faces.notFound.action}
          </A>
        </Face>
      </Match>
      <Match when={isStaleChunk(props.error)}>
        <Face
          icon={navigator.onLine ? 'alert' : 'offline'}
          title={missingWords().title}
          detail={missingWords().detail}
        >
          <Show when={!navigator.onLine}>
            <KeptOverview />
          </Show>
          <button class="button" type="button" onClick={() => window.location.reload()}>
            {text.faces.reload.action}
          </button>
        </Face>
      </Match>
    </Switch>
  )
}

/** Where one signs in and comes back; whoever was signed in on this page is told what happened. */
export function signInDoor(back: string): string {
  const search = new URLSearchParams({ back, ...(hadOwner() && { ended: '1' }) })
  return `/sign-in?${search}`
}

function ServerFace(props: { error: unknown }) {
  const [isBusy, setBusy] = createSignal(false)
  // The parts may only show themselves again once the new answers are there.
  const again = async () => {
    setBusy(true)
    forgetKeptTimes()
    await revalidate()
    setBusy(false)
    setRetries((count) => count + 1)
  }
  const words = () => troubleWords(props.error)
  return (
    <Face
      alert
      trouble={troubleOf(props.error)}
      icon={words().offline ? 'offline' : 'alert'}
      title={words().title}
      detail={words().detail}
      small={words().small}
    >
      <Show when={words().offline}>
        <KeptOverview />
      </Show>
      <button class="button" type="button" disabled={isBusy()} onClick={() => void again()}>
        {isBusy() ? text.common.working : text.common.retry}
      </button>
    </Face>
  )
}

function troubleOf(error: unknown): 'server' | 'offline' | undefined {
  if (!(error instanceof ApiProblem) || error.status >= 500) return 'server'
  return error.status === 0 ? 'offline' : undefined
}

/** Words for a person; an error that is no answer of ours never shows its own text. */
export function troubleWords(error: unknown): {
  title: string
  detail: string
  small?: string
  offline?: boolean
} {
  if (!(error instanceof ApiProblem)) return text.faces.server
  if (error.status === 0) return { ...text.faces.offline, offline: true }
  if (error.status === 429 || error.status === 503) {
    return { title: text.faces.busy.title, detail: error.message || text.faces.busy.detail }
  }
  if (error.status >= 500) {
    const small = error.requestId && text.faces.server.request(error.requestId)
    return {
      title: text.faces.server.title,
      // The service's one sentence for all that it cannot explain is the title already.
      detail:
        error.code === 'internal-error'
          ? text.faces.server.detail
          : error.message || text.faces.server.detail,
      ...(small && { small }),
    }
  }
  return { title: text.faces.refused.title, detail: error.message || text.faces.server.detail }
}

/** A screen that was never loaded on this device cannot be without a network; else it is of an older build. */
function missingWords(): { readonly title: string; readonly detail: string } {
  return navigator.onLine ? text.faces.reload : text.faces.offline
}

// After a deployment the old page asks for files that are gone; browsers word it differently, and the build's
// loader has a sentence of its own for styles.
function isStaleChunk(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error instanceof TypeError
    ? /dynamically imported|module script/i.test(error.message)
    : /^unable to preload css/i.test(error.message)
}
