import { BESIDE, TERMS } from '#core/settlements/terms'
import { For, Show } from 'solid-js'
import type { Settlement } from '../../api-shapes'
import { Badge, statusTone } from '../../components/badge'
import { Rupees } from '../../components/rupees'
import { SourceLink } from '../../components/source-link'
import { formatDay, formatRate } from '../../locales/format'
import { text } from '../../locales/text'
import css from './sub-order.module.css'

/** One row of a payments file, and how its terms make its settlement. */
export function LineCard(props: { line: Settlement }) {
  const terms = () => TERMS.filter((term) => props.line.terms[term] !== 0)
  const beside = () => BESIDE.filter((name) => props.line.beside[name] !== 0)
  return (
    <article class={`card ${css['line']}`}>
      <header class={css['lineHead']}>
        <h3>{text.subOrder.lineTitle(formatDay(props.line.paidOn))}</h3>
        <Badge tone={statusTone(props.line.status)}>
          {props.line.status || text.settlements.noStatus}
        </Badge>
      </header>
      <table class={css['sum']}>
        <tbody>
          <For each={terms()}>
            {(term) => <SumRow name={text.figures.terms[term]} amount={props.line.terms[term]} />}
          </For>
          <Show when={props.line.unexplained !== 0}>
            <SumRow name={text.subOrder.gap} amount={props.line.unexplained} isGap />
          </Show>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.settlements.settlement}</th>
            <td>
              <Rupees amount={props.line.settlement} />
            </td>
          </tr>
        </tfoot>
      </table>
      <Show when={beside().length > 0}>
        <p class={css['besideTitle']}>{text.subOrder.beside}</p>
        <table class={css['sum']}>
          <tbody>
            <For each={beside()}>
              {(name) => (
                <SumRow name={text.figures.beside[name]} amount={props.line.beside[name]} />
              )}
            </For>
          </tbody>
        </table>
      </Show>
      <LineFoot line={props.line} />
    </article>
  )
}

function SumRow(props: { name: string; amount: number; isGap?: boolean }) {
  return (
    <tr data-gap={props.isGap}>
      <th scope="row">{props.name}</th>
      <td>
        <Rupees amount={props.amount} />
      </td>
    </tr>
  )
}

function LineFoot(props: { line: Settlement }) {
  const reasons = () =>
    [
      props.line.reasons.compensation,
      props.line.reasons.claims,
      props.line.reasons.recovery,
    ].filter(Boolean)
  return (
    <footer class={css['lineFoot']}>
      <For each={reasons()}>
        {(reason) => (
          <span>
            {text.subOrder.reason}
            {text.common.space}
            <b>{reason}</b>
          </span>
        )}
      </For>
      <span>
        {text.subOrder.transaction} <code>{props.line.transactionId}</code>
      </span>
      <Show when={props.line.gstRateBps !== null && { bps: props.line.gstRateBps }}>
        {(rate) => (
          <span>
            {text.subOrder.gst} {formatRate(rate().bps)}
          </span>
        )}
      </Show>
      <SourceLink source={props.line.source} />
    </footer>
  )
}
