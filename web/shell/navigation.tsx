import { useLocation, useNavigate } from '@solidjs/router'
import { For, Show, Suspense, createSignal, lazy } from 'solid-js'
import { Icon } from '../components/icon'
import { isPhone } from '../components/media'
import { text } from '../locales/text'
import type { Role } from '../roles'
import css from './navigation.module.css'
import { PlaceLink } from './place-link'
import { barOf, grouped, isAt, placesOf, sheetOf } from './places'

const MoreSheet = lazy(() =>
  import('./more-sheet').then((module) => ({ default: module.MoreSheet })),
)

/** Every place, by its group, beside the page on a desk; four and a sheet below it on a phone. */
export function Navigation(props: { role: Role }) {
  return (
    <Show when={isPhone()} fallback={<SideLinks role={props.role} />}>
      <BarLinks role={props.role} />
    </Show>
  )
}

function SideLinks(props: { role: Role }) {
  const groups = () => grouped(placesOf(props.role).filter(({ isSheetOnly }) => !isSheetOnly))
  return (
    <For each={groups()}>
      {({ group, places }) => (
        <div class={css['group']}>
          <Show when={group !== 'start'}>
            <p class={css['heading']} id={`places-${group}`}>
              {text.more.groups[group]}
            </p>
          </Show>
          <ul aria-labelledby={group === 'start' ? undefined : `places-${group}`}>
            <For each={places}>
              {(place) => (
                <li>
                  <PlaceLink place={place} />
                </li>
              )}
            </For>
          </ul>
        </div>
      )}
    </For>
  )
}

function BarLinks(props: { role: Role }) {
  const location = useLocation()
  const navigate = useNavigate()
  const [button, setButton] = createSignal<HTMLElement>()
  // In the history and not in a signal: the phone's own Back closes the sheet like any other screen.
  const isOpen = () => isSheet(location.state)
  const open = () =>
    navigate(`${location.pathname}${location.search}${location.hash}`, {
      state: { sheet: 'more' },
      scroll: false,
    })
  const isInSheet = () => sheetOf(props.role).some((place) => isAt(place, location.pathname))
  return (
    <>
      <For each={barOf(props.role)}>{(place) => <PlaceLink place={place} />}</For>
      <button
        ref={setButton}
        class={css['link']}
        classList={{ [css['here'] ?? '']: isInSheet() }}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen()}
        onClick={open}
      >
        <span class={css['mark']}>
          <Icon name="more" />
        </span>
        {text.nav.more}
      </button>
      <Show when={isOpen()}>
        <Suspense>
          <MoreSheet places={sheetOf(props.role)} onClose={() => navigate(-1)} opener={button()} />
        </Suspense>
      </Show>
    </>
  )
}

function isSheet(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'sheet' in state && state.sheet === 'more'
}
