import { A, createAsync } from '@solidjs/router'
import { Show } from 'solid-js'
import { DAYS_TO_CLAIM } from '#core/claims/deadline'
import { addDays } from '#core/dates'
import { rupeesText } from '#core/money/rupees'
import { Badge } from '../../components/badge'
import type { PlainColumn } from '../../components/columns'
import { EmptyFace } from '../../components/empty-face'
import { JudgingNotice } from '../../components/judging-notice'
import { createList, ListCards } from '../../components/list'
import { rupeesOrNull } from '../../components/list-columns'
import { Rupees } from '../../components/rupees'
import { Section } from '../../components/section'
import { SourceLink, sourceText } from '../../components/source-link'
import { SubOrderLink } from '../../components/sub-order-link'
import { TicketPanel } from '../../components/ticket-panel'
import { loadCoverage } from '../../coverage-api'
import { useFilters } from '../../filters'
import { followJudging } from '../../follow-judging'
import { formatDay } from '../../locales/format'
import { text } from '../../locales/text'
import { type Claimable, type ClaimableTotal, loadClaimable } from '../../reconcile-api'
import { useMay } from '../../roles'
import css from './claims.module.css'

const PAGE_SIZE = '20'
// On these last days the count is a warning.
const FEW_DAYS = 2

/** Returns received in the last seven days without a ticket, the earliest deadline first. */
export function ClaimableList() {
  const { filters } = useFilters()
  const may = useMay()
  const list = createList(loadClaimable, () => ({ store: filters().store }), PAGE_SIZE)
  followJudging(list.first, { watched: loadClaimable.key, question: list.question, after: [] })
  return (
    <Section title={text.claims.open} tools={<Total total={list.first()?.total} />}>
      <JudgingNotice isUpToDate={list.first()?.isUpToDate !== false} />
      <ListCards
        list={list}
        name="claimable"
        columnsIn="cardColumns"
        columns={may('figures') ? COLUMNS : COLUMNS.filter(({ key }) => !OF_MONEY.has(key))}
        count={({ total }) => total?.count}
        class={css['items']}
        empty={<NothingToClaim />}
      >
        {(item, shows) => <Item item={item} shows={shows} />}
      </ListCards>
    </Section>
  )
}

/** “None” is only said where a file would name one: without a returns file of these days nobody knows. */
function NothingToClaim() {
  const { filters, today } = useFilters()
  const may = useMay()
  const days = () => ({ from: addDays(today, -DAYS_TO_CLAIM), to: today, store: filters().store })
  const coverage = createAsync(async () => (may('figures') ? loadCoverage(days()) : undefined))
  const isKnown = () =>
    coverage()?.items.some(({ kind, state }) => kind === 'returns' && state !== 'missing') ?? true
  return (
    <Show
      when={isKnown()}
      fallback={
        <EmptyFace
          icon="returns"
          title={text.claims.openUnknown}
          detail={text.claims.openUnknownDetail}
        >
          <A class="button" href="/imports">
            {text.reconcile.toFiles}
          </A>
        </EmptyFace>
      }
    >
      <EmptyFace icon="check" title={text.claims.openNone} detail={text.claims.openNoneDetail} />
    </Show>
  )
}

function Total(props: { total: ClaimableTotal | undefined }) {
  return (
    <Show when={props.total?.count ? props.total : undefined}>
      {(total) => (
        <p class="small muted">
          <Show when={amountOf(total().atStake)} fallback={text.roles.parcels(total().count)}>
            {(stake) => (
              <>
                {text.claims.openTotal(total().count)} <Rupees amount={stake().paise} />
              </>
            )}
          </Show>
        </p>
      )}
    </Show>
  )
}

const COLUMNS: readonly PlainColumn<Claimable>[] = [
  { key: 'no', title: text.claims.subOrder, plain: ({ subOrderNo }) => subOrderNo },
  { key: 'sku', title: text.returns.sku, plain: ({ sku }) => sku },
  { key: 'product', title: text.tables.heads.product, plain: ({ productName }) => productName },
  { key: 'received', title: text.returns.tiles.received, plain: ({ receivedOn }) => receivedOn },
  { key: 'claimBy', title: text.tables.heads.claimBy, plain: ({ claimBy }) => claimBy },
  { key: 'atStake', title: text.reconcile.atStake, plain: ({ atStake }) => rupeesOrNull(atStake) },
  { key: 'likely', title: text.claims.likely, plain: likelyText },
  { key: 'courier', title: text.returns.courier, plain: ({ courier }) => courier },
  { key: 'awb', title: text.returns.awb, plain: ({ awb }) => awb },
  { key: 'reason', title: text.returns.by.reason, plain: ({ reason }) => reason },
  { key: 'source', title: text.tables.file, plain: ({ source }) => sourceText(source) },
]

const OF_MONEY: ReadonlySet<string> = new Set(['atStake', 'likely'])

/** Wrapped, as an amount of nothing is an amount too; without one, whoever looks sees no money. */
function amountOf(paise: number | null) {
  return paise === null ? undefined : { paise }
}

type ItemProps = { item: Claimable; shows: (key: string) => boolean }

function Item(props: ItemProps) {
  const may = useMay()
  return (
    <article class={`card stack ${css['item']}`}>
      <div class="between">
        <Badge tone={props.item.daysLeft <= FEW_DAYS ? 'bad' : 'warn'}>
          {text.cases.daysLeft(props.item.daysLeft)}
        </Badge>
        <Show when={props.shows('atStake') && amountOf(props.item.atStake)}>
          {(stake) => (
            <strong>
              <Rupees amount={stake().paise} />
            </strong>
          )}
        </Show>
      </div>
      <h3 class={css['no']}>
        <SubOrderLink subOrderNo={props.item.subOrderNo} />
      </h3>
      <Show when={productOf(props)}>{(words) => <p class="small">{words()}</p>}</Show>
      <p class="small muted">
        {parcelOf(props)}
        <Show when={props.shows('source')}>
          <Show when={parcelOf(props)}>{text.common.dot}</Show>
          <SourceLink source={props.item.source} />
        </Show>
      </p>
      <Likely {...props} />
      <Show when={may('figures')}>
        <TicketPanel id={props.item.id} asOf={undefined} />
      </Show>
    </article>
  )
}

function productOf({ item, shows }: ItemProps): string {
  const words = [shows('sku') && item.sku, shows('product') && item.productName]
  return words.filter(Boolean).join(text.common.dot)
}

function parcelOf({ item, shows }: ItemProps): string {
  const words = [
    shows('received') && text.claims.received(formatDay(item.receivedOn)),
    shows('claimBy') && text.claims.claimBy(formatDay(item.claimBy)),
    shows('courier') && item.courier,
    shows('awb') && item.awb,
    shows('reason') && item.reason,
  ]
  return words.filter(Boolean).join(text.common.dot)
}

/** What approved claims like it were paid. */
function Likely(props: ItemProps) {
  return (
    <Show when={props.shows('likely') ? props.item.fairValue : null}>
      {(value) => (
        <p class="small">
          {text.claims.likely} <Rupees amount={value().least} /> {text.claims.to}
          {text.common.space}
          <Rupees amount={value().most} />
        </p>
      )}
    </Show>
  )
}

function likelyText({ fairValue }: Claimable): string | null {
  return fairValue && `${rupeesText(fairValue.least)} – ${rupeesText(fairValue.most)}`
}
