import { A } from '@solidjs/router'
import { text } from '../../locales/text'
import css from './settings.module.css'

type SettingsLinkProps = { href: string; title: string; detail: string }

export function SettingsLink(props: SettingsLinkProps) {
  return (
    <div class={`${css['row']} ${css['line']}`}>
      <div>
        <p>{props.title}</p>
        <p class="small muted">{props.detail}</p>
      </div>
      <A class="button" href={props.href}>
        {text.common.open}
        <span class="hidden-text">{props.title}</span>
      </A>
    </div>
  )
}
