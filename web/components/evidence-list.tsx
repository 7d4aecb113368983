import { isMoneyColumn } from '#core/claims/ticket-text'
import { For, Show } from 'solid-js'
import { formatDay } from '../locales/format'
import { text } from '../locales/text'
import type { Discrepancy } from '../reconcile-api'
import css from './evidence-list.module.css'
import { Rupees } from './rupees'
import { SourceLink } from './source-link'

type Evidence = Discrepancy['evidence'][number]

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The cells a discrepancy rests on, each with its row in the file. */
export function EvidenceList(props: { evidence: readonly Evidence[] }) {
  return (
    <dl class={css['list']}>
      <For each={props.evidence}>
        {(each) => (
          <div class={css['row']}>
            <dt>{columnName(each.column)}</dt>
            <dd>
              <Value evidence={each} />
            </dd>
            <dd class={css['source']}>
              <Show when={each.source}>{(source) => <SourceLink source={source()} />}</Show>
            </dd>
          </div>
        )}
      </For>
    </dl>
  )
}

function Value(props: { evidence: Evidence }) {
  const amount = () => {
    const { column, value } = props.evidence
    return typeof value === 'number' && isMoneyColumn(column) ? { value } : undefined
  }
  return (
    <Show when={amount()} fallback={plainValue(props.evidence.value)}>
      {(known) => <Rupees amount={known().value} />}
    </Show>
  )
}

function plainValue(value: Evidence['value']): string {
  if (value === '') return text.reconcile.blank
  return typeof value === 'string' && DAY.test(value) ? formatDay(value) : String(value)
}

function columnName(column: string): string {
  const terms: Readonly<Record<string, string>> = text.figures.terms
  return terms[column] ?? text.cases.columns[column] ?? column
}
