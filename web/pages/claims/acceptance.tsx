import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { DataTable } from '../../components/data-table'
import { KnownRupees } from '../../components/known-rupees'
import { Section } from '../../components/section'
import { useFilters } from '../../filters'
import { formatCount, formatPercent } from '../../locales/format'
import { text } from '../../locales/text'
import { type Acceptance as Kind, type ClaimSummary, loadClaimSummary } from '../../reconcile-api'
import css from './claims.module.css'

/** What was approved beside what came, and which claims are accepted; nothing without a ticket. */
export function Acceptance() {
  const { filters } = useFilters()
  const found = createAsync(() => loadClaimSummary({ store: filters().store }))
  const shown = () => (found()?.byIssue.length ? found() : undefined)
  return (
    <Show when={shown()}>
      {(summary) => (
        <>
          <Section title={text.claims.credits}>
            <Credits summary={summary()} />
          </Section>
          <Section title={text.claims.acceptance}>
            <div class={css['halves']}>
              <KindTable
                title={text.claims.byIssue}
                column={text.claims.issue}
                noKey={text.claims.noIssue}
                kinds={summary().byIssue}
              />
              <KindTable
                title={text.claims.byCourier}
                column={text.claims.courier}
                noKey={text.claims.noCourier}
                kinds={summary().byCourier}
              />
            </div>
          </Section>
        </>
      )}
    </Show>
  )
}

function Credits(props: { summary: ClaimSummary }) {
  return (
    <ul class={css['tiles']}>
      <For each={props.summary.credits}>
        {(each) => (
          <li class={`card ${css['tile']}`} data-credit={each.state}>
            <span class={css['tileName']}>{text.cases.creditStates[each.state]}</span>
            <strong class={css['tileAmount']}>
              <KnownRupees amount={amountOf(each)} isTile />
            </strong>
            <span class="small muted">
              {text.claims.tickets(each.tickets)}
              <Show when={each.state === 'credited'}>
                {text.common.dot}
                {text.claims.came}{' '}
                <KnownRupees amount={each.creditedAmount} unknown={text.reconcile.notKnown} />
              </Show>
            </span>
          </li>
        )}
      </For>
    </ul>
  )
}

type Credit = ClaimSummary['credits'][number]

/** Without a payments file no ticket can be seen to be credited: none that is says nothing. */
function amountOf({ tickets, amount, creditedAmount }: Credit): number | null {
  return tickets === 0 && creditedAmount === null ? null : amount
}

const HEADS = [
  text.claims.accepted,
  text.claims.rejected,
  text.claims.notDecided,
  text.claims.acceptancePct,
]

type KindTableProps = { title: string; column: string; noKey: string; kinds: readonly Kind[] }

function KindTable(props: KindTableProps) {
  return (
    <DataTable label={props.title} hasCaption cardColumns={2} heads={[props.column, ...HEADS]}>
      <tbody>
        <For each={props.kinds}>
          {(kind) => (
            <tr>
              <th scope="row">{kind.key || props.noKey}</th>
              <td class="number" data-label={text.claims.accepted}>
                {formatCount(kind.approved)}
              </td>
              <td class="number" data-label={text.claims.rejected}>
                {formatCount(kind.rejected)}
              </td>
              <td class="number" data-label={text.claims.notDecided}>
                {formatCount(kind.open + kind.closed + kind.unknown)}
              </td>
              <td class="number" data-label={text.claims.acceptancePct}>
                {kind.acceptancePct === null ? text.common.dash : formatPercent(kind.acceptancePct)}
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </DataTable>
  )
}
