import { A, createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { DAYS_TO_CLAIM } from '#core/claims/deadline'
import { addDays } from '#core/dates'
import { Badge } from '../../components/badge'
import { EmptyFace } from '../../components/empty-face'
import { troubleWords } from '../../components/face'
import { createPages } from '../../components/pages'
import { Rupees } from '../../components/rupees'
import { SourceLink } from '../../components/source-link'
import { SubOrderLink } from '../../components/sub-order-link'
import { TicketPanel } from '../../components/ticket-panel'
import { loadCoverage } from '../../coverage-api'
import { useFilters } from '../../filters'
import { followJudging } from '../../follow-judging'
import { formatDay } from '../../locales/format'
import { text } from '../../locales/text'
import { type Claimable, loadClaimable } from '../../reconcile-api'
import { useMay } from '../../roles'
import css from './claims.module.css'

const PAGE_SIZE = '20'
// On these last days the count is a warning.
const FEW_DAYS = 2

/** Returns received in the last seven days without a ticket, the earliest deadline first. */
export function ClaimableList() {
  const { filters } = useFilters()
  const asked = () => ({ store: filters().store, limit: PAGE_SIZE })
  const first = createAsync(() => loadClaimable(asked()))
  followJudging(first, { watched: loadClaimable.key, after: [] })
  const pages = createPages(first, (more) => loadClaimable({ ...asked(), ...more }))
  return (
    <section class={css['section']}>
      <div class={css['sectionHead']}>
        <h2>{text.claims.open}</h2>
        <Show when={first()?.total?.count ? first()?.total : undefined}>
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
      </div>
      <Show when={first()?.isUpToDate === false}>
        <p class={css['judging']} role="status">
          {text.reconcile.judging}
        </p>
      </Show>
      <Show when={first()}>
        <Show when={pages.items().length > 0} fallback={<NothingToClaim />}>
          <ul class={css['items']}>
            <For each={pages.items()}>
              {(item) => (
                <li>
                  <Item item={item} />
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={pages.hasMore()}>
          <Show when={pages.error()}>
            {(error) => <p role="alert">{troubleWords(error()).title}</p>}
          </Show>
          <button class={`button ${css['more']}`} type="button" onClick={() => pages.loadMore()}>
            {text.reconcile.more}
          </button>
        </Show>
      </Show>
    </section>
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

/** Wrapped, as an amount of nothing is an amount too; without one, whoever looks sees no money. */
function amountOf(paise: number | null) {
  return paise === null ? undefined : { paise }
}

function Item(props: { item: Claimable }) {
  const may = useMay()
  return (
    <article class={`card ${css['item']}`}>
      <div class={css['itemHead']}>
        <Badge tone={props.item.daysLeft <= FEW_DAYS ? 'bad' : 'warn'}>
          {text.cases.daysLeft(props.item.daysLeft)}
        </Badge>
        <Show when={amountOf(props.item.atStake)}>
          {(stake) => (
            <strong>
              <Rupees amount={stake().paise} />
            </strong>
          )}
        </Show>
      </div>
      <h3>
        <SubOrderLink subOrderNo={props.item.subOrderNo} />
      </h3>
      <p class="small">
        {[props.item.sku, props.item.productName].filter(Boolean).join(text.common.dot)}
      </p>
      <p class="small muted">
        {[
          text.claims.received(formatDay(props.item.receivedOn)),
          text.claims.claimBy(formatDay(props.item.claimBy)),
          props.item.courier,
          props.item.awb,
          props.item.reason,
        ]
          .filter(Boolean)
          .join(text.common.dot)}
        {text.common.dot}
        <SourceLink source={props.item.source} />
      </p>
      <Show when={props.item.fairValue}>
        {(value) => (
          <p class="small">
            {text.claims.likely} <Rupees amount={value().least} /> {text.claims.to}
            {text.common.space}
            <Rupees amount={value().most} />
          </p>
        )}
      </Show>
      <Show when={may('figures')}>
        <TicketPanel id={props.item.id} asOf={undefined} />
      </Show>
    </article>
  )
}
