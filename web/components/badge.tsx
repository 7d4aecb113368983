import type { JSX } from 'solid-js'
import css from './badge.module.css'

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'busy' | 'note'

export function Badge(props: { tone: Tone; children: JSX.Element }) {
  return (
    <span class={css['badge']} data-tone={props.tone}>
      {props.children}
    </span>
  )
}

const STATUS_TONES: Readonly<Record<string, Tone>> = {
  delivered: 'good',
  return: 'warn',
  rto: 'warn',
  lost: 'bad',
  exchange: 'plain',
  cancelled: 'plain',
}

/** A status is shown as the file says it; only its colour is ours. */
export function statusTone(status: string): Tone {
  return STATUS_TONES[status.toLowerCase()] ?? 'plain'
}
