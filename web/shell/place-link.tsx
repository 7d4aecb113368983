import { useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import { Icon } from '../components/icon'
import { keepFilters } from '../filters'
import { isSending } from '../uploads/sending'
import { isAt, type Place } from './places'
import css from './navigation.module.css'

type PlaceLinkProps = {
  place: Place
  /** Takes the place of the entry one is at, so that Back leads to before it. */
  isReplacing?: boolean
  onClick?: () => void
}

/** A place's name and picture; it keeps the days, the basis and the store of this screen. */
export function PlaceLink(props: PlaceLinkProps) {
  const location = useLocation()
  return (
    <a
      ref={(link) => props.isReplacing && link.setAttribute('replace', '')}
      class={css['link']}
      href={keepFilters(props.place.path, location.search)}
      aria-current={isAt(props.place, location.pathname) ? 'page' : undefined}
      onClick={() => props.onClick?.()}
    >
      <span class={css['mark']}>
        <Icon name={props.place.icon} />
        <Show when={props.place.path === '/imports' && isSending()}>
          <span class={css['busy']} />
        </Show>
      </span>
      {props.place.label()}
    </a>
  )
}
