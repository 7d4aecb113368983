import { A } from '@solidjs/router'
import { type JSX, Show, children, createRenderEffect } from 'solid-js'
import { text } from '../locales/text'
import { Icon } from './icon'
import css from './page.module.css'

type PageProps = {
  title: string
  lead?: JSX.Element
  tools?: JSX.Element
  /** For screens below another one: where its arrow leads. */
  up?: { href: string; label: string } | undefined
  children: JSX.Element
}

/** Title, toolbar and content of a screen; also names the browser's tab. */
export function Page(props: PageProps) {
  // Once: each look at it would make it anew.
  const lead = children(() => props.lead)
  createRenderEffect(() => {
    document.title = text.common.title(props.title)
  })
  return (
    <div class={css['page']}>
      <header class={css['head']}>
        <div class={css['titles']}>
          <Show when={props.up}>
            {(up) => (
              <A class={css['up']} href={up().href}>
                <Icon name="left" small />
                {up().label}
              </A>
            )}
          </Show>
          <h1>{props.title}</h1>
          <Show when={lead()}>
            <div class={css['lead']}>{lead()}</div>
          </Show>
        </div>
        {props.tools}
      </header>
      {props.children}
    </div>
  )
}
