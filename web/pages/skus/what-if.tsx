import { type Paise, paise } from '#core/money/paise'
import { parseDecimal, parseRupees } from '#core/money/rupees'
import { changeIf, profitIf, type SkuPast, type Trial, trialOf } from '#core/pnl/what-if'
import { createSignal, type JSX, Show } from 'solid-js'
import type { Sku } from '../../api-shapes'
import { Rupees } from '../../components/rupees'
import { text } from '../../locales/text'
import css from './skus.module.css'

/** What the SKU would be at another price, cost or RTO share: an estimate, reckoned here. */
export function WhatIf(props: { item: Sku }) {
  const words = text.skus
  const past = () => pastOf(props.item)
  const start = () => {
    const known = past()
    return known && trialOf(known)
  }
  return (
    <Show
      when={!props.item.isPartial && start()}
      fallback={<p class="muted">{words.notPossible}</p>}
    >
      {(trial) => <Trials past={past()} start={trial()} />}
    </Show>
  )
}

/** Nothing while it is not known how many units left and stayed. */
function pastOf(item: Sku): SkuPast | undefined {
  const { dispatchedUnits, keptUnits, rtoUnits } = item
  if (dispatchedUnits === null || keptUnits === null) return undefined
  const money = Object.entries(item.lines).map(([line, amount]) => [
    line,
    amount === null ? null : paise(amount),
  ])
  // Safe because every line of the answer is in it, as an amount or as unknown.
  return {
    lines: Object.fromEntries(money) as SkuPast['lines'],
    dispatchedUnits,
    rtoUnits,
    keptUnits,
  }
}

function Trials(props: { past: SkuPast | undefined; start: Trial }) {
  const words = text.skus
  const [price, setPrice] = createSignal(toRupees(props.start.price))
  const [cost, setCost] = createSignal(toRupees(props.start.cost))
  const [rto, setRto] = createSignal(String(props.start.rtoBps / 100))
  const trial = (): Trial | undefined => readTrial(price(), cost(), rto())
  const result = () => {
    const [known, tried] = [props.past, trial()]
    if (!known || !tried) return undefined
    const [profit, change] = [profitIf(known, tried), changeIf(known, tried)]
    return profit === undefined || change === undefined ? undefined : { profit, change }
  }
  return (
    <div class="stack">
      <h3>{words.whatIf}</h3>
      <div class={css['fields']}>
        <Field label={words.price} value={price()} onInput={setPrice} />
        <Field label={words.cost} value={cost()} onInput={setCost} />
        <Field label={words.rto} value={rto()} onInput={setRto} />
      </div>
      <div aria-live="polite">
        <Show when={result()} fallback={<p>{words.notNumbers}</p>}>
          {(found) => (
            <dl class={css['figures']}>
              <Figure name={words.was}>
                <Rupees amount={props.past?.lines.netProfit ?? 0} />
              </Figure>
              <Figure name={words.would}>
                <Rupees amount={found().profit} tone />
              </Figure>
              <Figure name={words.change}>
                <Rupees amount={found().change} tone />
              </Figure>
            </dl>
          )}
        </Show>
      </div>
      <p class="small muted">{`${words.estimate} ${words.formula}`}</p>
    </div>
  )
}

function readTrial(price: string, cost: string, rto: string): Trial | undefined {
  const amounts = [parseRupees(price), parseRupees(cost)] as const
  const rtoBps = parseDecimal(rto, 2)
  if (amounts[0] === undefined || amounts[1] === undefined || rtoBps === undefined) return undefined
  if (amounts[0] < 0 || amounts[1] < 0 || rtoBps < 0 || rtoBps > 100_00) return undefined
  return { price: amounts[0], cost: amounts[1], rtoBps }
}

/** As one types it: rupees, a point, paise. */
function toRupees(amount: Paise): string {
  const text = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`
}

function Field(props: { label: string; value: string; onInput: (value: string) => void }) {
  return (
    <label class="field">
      <span>{props.label}</span>
      <input
        class="input"
        inputmode="decimal"
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value.trim())}
      />
    </label>
  )
}

function Figure(props: { name: string; children: JSX.Element }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
