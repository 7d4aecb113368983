import { For, Show } from 'solid-js'
import type { PnlGroup } from '../../api-shapes'
import { lineName } from '../../locales/line-name'
import { definitions } from '../../locales/parts'
import { text } from '../../locales/text'
import { isCostMissing } from '../../pnl-statement'
import { shownNotes } from './note-numbers'
import css from './profit-print.module.css'

/** What each line of the sheet means, by the number beside it. */
export function Notes(props: { total: PnlGroup }) {
  return (
    <section class={css['notes']}>
      <h2>{text.print.notes}</h2>
      <dl>
        <For each={shownNotes([props.total])}>
          {({ line, no }) => (
            <div>
              <dt>
                <sup>{no}</sup> {lineName(line, isCostMissing(props.total.lines))}
              </dt>
              <dd>
                {definitions[line]?.what}
                {text.common.space}
                <Show when={definitions[line]?.formula}>
                  {(formula) => <>{`${text.print.formula(formula())} `}</>}
                </Show>
                {text.print.files(definitions[line]?.files ?? text.common.dash)}
              </dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  )
}
