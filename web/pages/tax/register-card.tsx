import type { BusinessDate, BusinessMonth } from '#core/dates'
import { A, useLocation } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import { Badge } from '../../components/badge'
import { DataTable } from '../../components/data-table'
import { EmptyFace } from '../../components/empty-face'
import { FilterSelect } from '../../components/filter-select'
import { KnownRupees } from '../../components/known-rupees'
import { isNarrow } from '../../components/media'
import { Rupees } from '../../components/rupees'
import { Section } from '../../components/section'
import { Segmented } from '../../components/segmented'
import { keepFilters } from '../../filters'
import { formatDay, formatMonth, formatRate } from '../../locales/format'
import { text } from '../../locales/text'
import { wholeMonth } from '../../period'
import type { Register, RegisterMoney, RegisterMonth, WithheldTax } from '../../tax-api'
import css from './tax.module.css'
import { yearChoices } from './tax-search'

type RegisterCardProps = {
  register: Register
  today: BusinessDate
  onYear: (year: number) => void
  onTax: (tax: WithheldTax) => void
}

/** TCS or TDS of a financial year: what was kept back, beside what it should have been. */
export function RegisterCard(props: RegisterCardProps) {
  return (
    <Section
      title={text.tax.register[props.register.tax]}
      tools={
        <div class="wrap">
          <Segmented
            label={text.tax.kindLabel}
            value={props.register.tax}
            options={[
              { value: 'tcs', label: text.tax.kinds.tcs },
              { value: 'tds', label: text.tax.kinds.tds },
            ]}
            onChange={props.onTax}
          />
          <FilterSelect
            label={text.tax.year}
            value={String(props.register.year)}
            options={yearChoices(props.register.years, props.register.year, props.today).map(
              (year) => ({ value: String(year), label: text.tax.financialYear(year) }),
            )}
            onChoose={(year) => props.onYear(Number(year))}
          />
        </div>
      }
    >
      <p class="small muted">{text.tax.register.credit[props.register.creditedIn]}</p>
      <Show when={props.register.months.length > 0} fallback={<NoYear {...props} />}>
        <Show when={isNarrow()} fallback={<RegisterTable register={props.register} />}>
          <RegisterCards register={props.register} />
        </Show>
        <Show when={props.register.total.difference === null}>
          <p class="notice notice-warn">{text.tax.register.withoutRate}</p>
        </Show>
        <Show when={rowsWithoutValue(props.register)}>
          {(count) => <p class="notice notice-warn">{text.tax.register.withoutValue(count())}</p>}
        </Show>
        <p class="small muted">{text.tax.register.reportNote}</p>
      </Show>
    </Section>
  )
}

function rowsWithoutValue({ months }: Register): number {
  return months.reduce((total, { gstReport }) => total + (gstReport?.rowsWithoutValue ?? 0), 0)
}

/** Nothing where no month has a payment: what was kept back is then unknown, and not nothing. */
function totalOf({ months, total }: Register): RegisterMoney | null {
  return months.some(({ payments }) => payments !== null) ? total : null
}

function NoYear(props: RegisterCardProps) {
  return (
    <EmptyFace
      icon="tax"
      title={text.tax.register.empty(text.tax.financialYear(props.register.year))}
      detail={text.tax.register.emptyDetail}
    >
      <Show when={props.register.years[0]}>
        {(year) => (
          <button class="button" type="button" onClick={() => props.onYear(year())}>
            {text.tax.register.show(text.tax.financialYear(year()))}
          </button>
        )}
      </Show>
    </EmptyFace>
  )
}

const HEADS = [
  ...(['month', 'taxable', 'rate', 'due', 'withheld', 'difference'] as const),
  ...(['reportedTaxable', 'reportedDue'] as const),
] as const

function RegisterTable(props: { register: Register }) {
  return (
    <DataTable
      label={text.tax.register[props.register.tax]}
      heads={HEADS.map((head) => text.tax.register[head])}
    >
      <tbody>
        <For each={props.register.months}>
          {(month) => (
            <tr>
              <th scope="row">{formatMonth(month.month)}</th>
              <MoneyCells money={month.payments} rates={<Rates month={month} />}>
                <Withheld tax={props.register.tax} month={month} />
              </MoneyCells>
              <td class="number">
                <Known amount={month.gstReport?.taxable} />
              </td>
              <td class="number">
                <Known amount={month.gstReport?.due} />
              </td>
            </tr>
          )}
        </For>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.common.total}</th>
          <MoneyCells money={totalOf(props.register)} rates={undefined}>
            <Known amount={totalOf(props.register)?.withheld} />
          </MoneyCells>
          <td class="number" />
          <td class="number" />
        </tr>
      </tfoot>
    </DataTable>
  )
}

type MoneyCellsProps = { money: RegisterMoney | null; rates: JSX.Element; children: JSX.Element }

function MoneyCells(props: MoneyCellsProps) {
  return (
    <>
      <td class="number">
        <Known amount={props.money?.taxable} />
      </td>
      <td class="number">{props.rates}</td>
      <td class="number">
        <Known amount={props.money?.due} />
      </td>
      <td class="number">{props.children}</td>
      <td class="number">
        <Difference money={props.money} />
      </td>
    </>
  )
}

/** What a month kept back, and the way to the cells that it is the sum of. */
function Withheld(props: { tax: WithheldTax; month: RegisterMonth }) {
  const location = useLocation()
  // Safe because the key of a register's month is that month.
  const days = () => wholeMonth(props.month.month as BusinessMonth)
  const href = () =>
    keepFilters('/provenance', location.search, {
      period: undefined,
      ...days(),
      basis: 'payment',
      figure: props.tax,
    })
  return (
    <Show when={props.month.payments} fallback={text.common.notKnown}>
      {(money) => (
        <A href={href()} title={text.tax.register.open(formatMonth(props.month.month))}>
          <Rupees amount={money().withheld} />
        </A>
      )}
    </Show>
  )
}

function Rates(props: { month: RegisterMonth }) {
  return (
    <For each={props.month.rates}>
      {(rate, index) => (
        <span class={css['rate']} title={rate.source}>
          <Show when={index() > 0} fallback={formatRate(rate.rateBps)}>
            {text.tax.register.ratesFrom(formatRate(rate.rateBps), formatDay(rate.from))}
          </Show>
        </span>
      )}
    </For>
  )
}

function Known(props: { amount: number | null | undefined }) {
  return <KnownRupees amount={props.amount} unknown={text.common.notKnown} />
}

function Difference(props: { money: RegisterMoney | null }) {
  return (
    <>
      <Known amount={props.money?.difference} />
      <Show when={props.money?.isWithinRounding === false}>
        {text.common.space}
        <Badge tone="warn">{text.tax.register.moreThanRounding}</Badge>
      </Show>
    </>
  )
}

function RegisterCards(props: { register: Register }) {
  return (
    <ul class="card" aria-label={text.tax.register[props.register.tax]}>
      <For each={props.register.months}>
        {(month) => (
          <li class={css['item']}>
            <p class={css['itemHead']}>
              <span>{formatMonth(month.month)}</span>
              <strong>
                <Withheld tax={props.register.tax} month={month} />
              </strong>
            </p>
            <dl class={css['parts']}>
              <Pair name={text.tax.register.taxable}>
                <Known amount={month.payments?.taxable} />
              </Pair>
              <Pair name={text.tax.register.rate}>
                <Rates month={month} />
              </Pair>
              <Pair name={text.tax.register.due}>
                <Known amount={month.payments?.due} />
              </Pair>
              <Pair name={text.tax.register.difference}>
                <Difference money={month.payments} />
              </Pair>
              <Pair name={text.tax.register.reportedTaxable}>
                <Known amount={month.gstReport?.taxable} />
              </Pair>
              <Pair name={text.tax.register.reportedDue}>
                <Known amount={month.gstReport?.due} />
              </Pair>
            </dl>
          </li>
        )}
      </For>
      <li class={css['item']} data-total="">
        <p class={css['itemHead']}>
          <span>{text.common.total}</span>
          <strong>
            <Known amount={totalOf(props.register)?.withheld} />
          </strong>
        </p>
        <dl class={css['parts']}>
          <Pair name={text.tax.register.due}>
            <Known amount={totalOf(props.register)?.due} />
          </Pair>
          <Pair name={text.tax.register.difference}>
            <Difference money={totalOf(props.register)} />
          </Pair>
        </dl>
      </li>
    </ul>
  )
}

function Pair(props: { name: string; children: JSX.Element }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
