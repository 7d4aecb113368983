import { type JSX, Show, createSignal, onCleanup, onMount } from 'solid-js'
import { text } from '../locales/text'
import css from './scroll-box.module.css'

/** What is wider than its place moves inside it, and where more follows the edge shows it. */
export function ScrollBox(props: { label: string; children: JSX.Element }) {
  const [box, setBox] = createSignal<HTMLElement>()
  const [hasMore, setMore] = createSignal(false)
  const [isWide, setWide] = createSignal(false)
  const look = () => {
    const place = box()
    if (!place) return
    setWide(place.scrollWidth > place.clientWidth + 1)
    setMore(place.scrollLeft + place.clientWidth < place.scrollWidth - 1)
  }
  onMount(() => {
    const observer = new ResizeObserver(look)
    const place = box()
    if (place) observer.observe(place)
    if (place?.firstElementChild) observer.observe(place.firstElementChild)
    onCleanup(() => observer.disconnect())
  })
  return (
    <div class={`card ${css['frame']}`} data-more={hasMore()}>
      <div
        ref={setBox}
        class={css['box']}
        role="region"
        aria-label={props.label}
        tabIndex={0}
        onScroll={look}
      >
        {props.children}
      </div>
      <Show when={isWide()}>
        <p class={css['hint']}>{text.tables.scroll}</p>
      </Show>
    </div>
  )
}
