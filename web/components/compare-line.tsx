import { For } from 'solid-js'
import type { Caution } from '../compare'
import { formatPeriod } from '../locales/format'
import { text } from '../locales/text'
import type { Period } from '../period'

/** With which days a screen compares, and why the two may not be alike. */
export function CompareLine(props: { against: Period; cautions: readonly Caution[] }) {
  return (
    <p class="small muted" role="note" aria-label={text.compare.label}>
      {text.compare.against(formatPeriod(props.against.from, props.against.to))}
      <For each={props.cautions}>
        {(caution) => `${text.common.dot}${text.compare.cautions[caution]}`}
      </For>
    </p>
  )
}
