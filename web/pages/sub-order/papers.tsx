import { microRupees, toPaise } from '#core/money/micro-rupees'
import { For, Show } from 'solid-js'
import type { SubOrderView } from '../../api-shapes'
import { Badge } from '../../components/badge'
import { Rupees } from '../../components/rupees'
import { SourceLink } from '../../components/source-link'
import { formatCount, formatDay, formatMonth } from '../../locales/format'
import { text } from '../../locales/text'
import { CreditBadge } from '../claims/credit-badge'
import css from './sub-order.module.css'

/** Parcels, tickets, GST rows and invoices: what other files say of it, each with its row. */
export function Papers(props: { view: SubOrderView }) {
  return (
    <>
      <Show when={props.view.returns.length > 0}>
        <section class={`card ${css['panel']}`}>
          <h2>{text.cases.subOrder.parcels}</h2>
          <For each={props.view.returns}>{(parcel) => <ParcelRow parcel={parcel} />}</For>
        </section>
      </Show>
      <Show when={props.view.claims.length > 0}>
        <section class={`card ${css['panel']}`}>
          <h2>{text.cases.subOrder.tickets}</h2>
          <For each={props.view.claims}>{(claim) => <ClaimRow claim={claim} />}</For>
        </section>
      </Show>
      <Show when={props.view.gst.length > 0}>
        <section class={`card ${css['panel']}`}>
          <h2>{text.cases.subOrder.gst}</h2>
          <For each={props.view.gst}>{(line) => <GstRow line={line} />}</For>
        </section>
      </Show>
      <Show when={props.view.invoices.length > 0}>
        <section class={`card ${css['panel']}`}>
          <h2>{text.cases.subOrder.invoices}</h2>
          <For each={props.view.invoices}>
            {(invoice) => (
              <div class={css['paper']}>
                <p class={css['eventHead']}>
                  <span>
                    {text.cases.subOrder.invoiceTypes[invoice.type]}
                    {text.common.space}
                    <code>{invoice.invoiceNo}</code>
                  </span>
                  <SourceLink source={invoice.source} />
                </p>
              </div>
            )}
          </For>
        </section>
      </Show>
    </>
  )
}

function ParcelRow(props: { parcel: SubOrderView['returns'][number] }) {
  const units = () => text.returns.units(props.parcel.quantity)
  return (
    <div class={css['paper']}>
      <p class={css['eventHead']}>
        <span>
          {text.cases.returnShort[props.parcel.type]}
          {text.common.dot}
          {text.cases.outcomes[props.parcel.outcome]}
          <Show when={props.parcel.outcomeOn}>{(day) => <>{` ${formatDay(day())}`}</>}</Show>
        </span>
        <SourceLink source={props.parcel.source} />
      </p>
      <p class="small muted">
        {[
          units(),
          props.parcel.courier,
          props.parcel.awb,
          props.parcel.detailedReason || props.parcel.reason,
        ]
          .filter(Boolean)
          .join(text.common.dot)}
      </p>
    </div>
  )
}

function ClaimRow(props: { claim: SubOrderView['claims'][number] }) {
  return (
    <div class={css['paper']}>
      <p class={css['eventHead']}>
        <span>
          {props.claim.issue || text.claims.noIssue}
          {text.common.dot}
          <code>{props.claim.ticketId}</code>
        </span>
        <SourceLink source={props.claim.source} />
      </p>
      <p class={css['standing']}>
        <Badge tone="plain">{text.cases.claimStates[props.claim.state]}</Badge>
        <Show when={props.claim.amount !== null && { amount: props.claim.amount }}>
          {(known) => <Rupees amount={known().amount} />}
        </Show>
        <CreditBadge claim={props.claim} />
      </p>
    </div>
  )
}

function GstRow(props: { line: SubOrderView['gst'][number] }) {
  return (
    <div class={css['paper']}>
      <p class={css['eventHead']}>
        <span>
          {props.line.direction === 'sales'
            ? text.cases.subOrder.gstSales
            : text.cases.subOrder.gstReturns}
          {text.common.dot}
          {formatMonth(props.line.month)}
        </span>
        <SourceLink source={props.line.source} />
      </p>
      <p class="small muted">
        {text.cases.subOrder.taxable} <Micro value={props.line.taxableMicro} />
        {text.common.dot}
        {text.cases.subOrder.tax} <Micro value={props.line.taxMicro} />
        <Show when={props.line.quantity !== null && { units: props.line.quantity }}>
          {(known) => <>{`${text.common.dot}${formatCount(known().units)}`}</>}
        </Show>
      </p>
    </div>
  )
}

/** Rounded to the paisa for the eye; a value the file leaves out is not known. */
function Micro(props: { value: number | null }) {
  return (
    <Show when={props.value !== null && { value: props.value }} fallback={text.common.notKnown}>
      {(known) => <Rupees amount={toPaise(microRupees(known().value))} />}
    </Show>
  )
}
