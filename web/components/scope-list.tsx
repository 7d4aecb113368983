import { For } from 'solid-js'
import { text } from '../locales/text'
import css from './scope-list.module.css'

/** What a token may do, with what each word means; one that is new is named as it is. */
export function ScopeList(props: { scopes: readonly string[] }) {
  return (
    <ul class={css['list']}>
      <For each={props.scopes}>
        {(scope) => (
          <li>
            <strong>{wordsOf(scope).name}</strong>
            <span class="small muted">{wordsOf(scope).detail}</span>
          </li>
        )}
      </For>
    </ul>
  )
}

export const SCOPES = ['uploads:write', 'reports:read', 'costs:write', 'export:read'] as const

export function wordsOf(scope: string): { readonly name: string; readonly detail: string } {
  const known = SCOPES.find((each) => each === scope)
  return known ? text.scopes[known] : { name: scope, detail: text.scopes.other }
}
