import { A, useLocation } from '@solidjs/router'
import { For, type ParentProps, Show, createEffect, createSignal, on } from 'solid-js'
import { BrandMark } from '../components/brand-mark'
import { Part } from '../components/face'
import { LanguageChoice } from '../components/language-choice'
import { Skeleton } from '../components/skeleton'
import { publicText } from '../locales/parts'
import { text } from '../locales/text'
import { createSignedIn } from '../signed-in'
import css from './public-shell.module.css'

const PAGES = [
  { href: '/help', name: 'help' },
  { href: '/glossary', name: 'glossary' },
] as const

/** Around the pages that need no session; whoever has one is led back to the figures. */
export function PublicShell(props: ParentProps) {
  const location = useLocation()
  const [main, setMain] = createSignal<HTMLElement>()
  const isSignedIn = createSignedIn()
  createEffect(
    on(
      () => location.pathname,
      () => main()?.focus({ preventScroll: true }),
      { defer: true },
    ),
  )
  return (
    <div class={css['shell']}>
      <a class={css['skip']} href="#main">
        {text.nav.skip}
      </a>
      <header class={css['top']}>
        <A class={css['brand']} href={isSignedIn() ? '/' : '/welcome'} aria-label={publicText.home}>
          <BrandMark size={28} />
          <span>{text.brand}</span>
        </A>
        <nav class={css['nav']} aria-label={publicText.navLabel}>
          <For each={PAGES}>
            {(page) => (
              <A class={css['link']} activeClass={css['here'] ?? ''} href={page.href}>
                {publicText[page.name]}
              </A>
            )}
          </For>
        </nav>
        <div class={css['doors']}>
          <LanguageChoice isSignedIn={isSignedIn()} />
          <Doors isSignedIn={isSignedIn()} />
        </div>
      </header>
      <main ref={setMain} class={css['main']} id="main" tabIndex={-1}>
        <Part loading={<Skeleton shape="rows" />}>{props.children}</Part>
      </main>
      <footer class={css['foot']}>
        <nav class={css['footLinks']} aria-label={publicText.footLabel}>
          <For each={PAGES}>{(page) => <A href={page.href}>{publicText[page.name]}</A>}</For>
          <Show
            when={isSignedIn()}
            fallback={
              <>
                <A href="/sign-in">{publicText.signIn}</A>
                <A href="/sign-up">{publicText.signUp}</A>
              </>
            }
          >
            <A href="/">{publicText.open}</A>
          </Show>
        </nav>
        <p>{publicText.foot}</p>
      </footer>
    </div>
  )
}

function Doors(props: { isSignedIn: boolean }) {
  return (
    <Show
      when={props.isSignedIn}
      fallback={
        <>
          <A class="button button-quiet" href="/sign-in">
            {publicText.signIn}
          </A>
          <A class={`button ${css['wide']}`} href="/sign-up">
            {publicText.signUp}
          </A>
        </>
      }
    >
      <A class="button" href="/">
        {publicText.open}
      </A>
    </Show>
  )
}
