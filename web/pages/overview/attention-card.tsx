import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Pnl, Upload } from '../../api-shapes'
import { Quiet } from '../../components/face'
import { Icon } from '../../components/icon'
import { JudgingNotice } from '../../components/judging-notice'
import { Rupees } from '../../components/rupees'
import { useFilters } from '../../filters'
import { followJudging } from '../../follow-judging'
import { text } from '../../locales/text'
import { reachWords } from '../../payments-reach'
import {
  type Discrepancies,
  loadReconciliation,
  loadWrongTotals,
  type Reconciliation,
} from '../../reconcile-api'
import { faceOf, needsAttention, rejectedRows } from '../../uploads/upload-state'
import css from './overview.module.css'

type AttentionCardProps = {
  pnl: Pnl
  uploads: readonly Upload[]
  href: (path: string, extra?: object) => string
}

type Total = NonNullable<Discrepancies['totals']>[number]
/** What a kind of trouble costs; one whose money is unknown has no rank among them. */
type Totals = readonly (Omit<Total, 'atStake'> & { readonly atStake: number })[]
type Item = { readonly words: string; readonly href: string; readonly amount?: number }

const MOST_KINDS = 5

/** What a person can do something about, the most money first, then files. Absent when there is nothing. */
export function AttentionCard(props: AttentionCardProps) {
  const { filters } = useFilters()
  // As of today whatever the dates above: what is owed is owed now. Without an answer the rest is shown.
  const found = createAsync(() =>
    loadWrongTotals({ store: filters().store, state: 'open' }).catch(() => undefined),
  )
  const standings = createAsync(() =>
    loadReconciliation({ store: filters().store, asOf: undefined }).catch(() => undefined),
  )
  followJudging(standings, {
    watched: loadReconciliation.key,
    question: () => filters().store,
    after: [],
  })
  const wrong = () =>
    (found()?.totals ?? []).flatMap(({ atStake, ...each }) =>
      atStake === null ? [] : [{ ...each, atStake }],
    )
  const items = () => [...moneyItems(props, wrong()), ...fileItems(props)]
  return (
    <Show when={items().length > 0}>
      <section class={`card ${css['attention']}`}>
        <h2>{text.overview.attention}</h2>
        <Quiet>
          <JudgingNotice isUpToDate={standings()?.isUpToDate !== false} />
        </Quiet>
        <ul>
          <Show when={wrong().some(({ rule }) => rule === 'delivered_not_paid')}>
            <Quiet>
              <Unproven found={standings()} href={props.href('/imports')} />
            </Quiet>
          </Show>
          <For each={items()}>
            {(item) => (
              <li>
                <a class={css['item']} href={item.href}>
                  <Icon name="alert" />
                  <span>{item.words}</span>
                  <Show when={item.amount}>{(amount) => <Rupees amount={amount()} />}</Show>
                  <Icon name="right" small />
                </a>
              </li>
            )}
          </For>
        </ul>
        <Show when={wrong().length > MOST_KINDS}>
          <a class={css['allWrong']} href={props.href('/reconcile')}>
            {text.overview.actions.allWrong}
          </a>
        </Show>
      </section>
    </Show>
  )
}

type StandingsProps = { found: Reconciliation | undefined; href: string }

/** What is not paid may have been paid in days of no payments file: files come before tickets. */
function Unproven(props: StandingsProps) {
  const words = () => {
    const unproven = props.found?.unproven
    const reach = unproven && reachWords(unproven)
    return unproven && reach
      ? `${reach}${text.common.space}${text.overview.actions.unproven(unproven.count)}`
      : undefined
  }
  return (
    <Show when={words()}>
      {(sentence) => (
        <li>
          <a class={css['item']} href={props.href}>
            <Icon name="imports" />
            <span>{sentence()}</span>
            <Icon name="right" small />
          </a>
        </li>
      )}
    </Show>
  )
}

function moneyItems(props: AttentionCardProps, wrong: Totals): Item[] {
  // The same money under another name, where the rule has found its rows.
  const isFound = wrong.some(({ rule }) => rule === 'settlement_does_not_add_up')
  return [
    ...wrongItems(props, wrong),
    ...figureItems(props).filter(({ figure }) => !(isFound && figure === 'unexplained')),
  ].sort((a, b) => Math.abs(b.amount ?? 0) - Math.abs(a.amount ?? 0))
}

function wrongItems({ href }: AttentionCardProps, wrong: Totals): Item[] {
  return wrong
    .toSorted((a, b) => b.atStake - a.atStake)
    .slice(0, MOST_KINDS)
    .map(({ rule, count, atStake }) => ({
      words: text.overview.actions.wrong(text.cases.rules[rule], count),
      href: href('/reconcile', { rule }),
      amount: atStake,
    }))
}

function figureItems({ pnl, href }: AttentionCardProps): (Item & { figure: string })[] {
  const group = pnl.groups[0]
  const gstUnknown = group?.coverage.gstUnknownLines ?? 0
  const { undated } = pnl
  return [
    {
      figure: 'unexplained',
      words: text.overview.actions.unexplained,
      href: href('/provenance', { figure: 'pnl.unexplained' }),
      amount: group?.lines.unexplained ?? 0,
      isThere: (group?.lines.unexplained ?? 0) !== 0,
    },
    {
      figure: 'undated',
      words: text.overview.actions.undated(undated?.lines ?? 0),
      href: href('/settlements'),
      amount: undated?.settlement ?? 0,
      isThere: (undated?.lines ?? 0) > 0,
    },
    {
      figure: 'gstUnknown',
      words: text.overview.actions.gstUnknown(gstUnknown),
      href: href('/settlements'),
      isThere: gstUnknown > 0,
    },
  ].filter(({ isThere }) => isThere)
}

function fileItems({ uploads, href }: AttentionCardProps): Item[] {
  return uploads.filter(needsAttention).map((upload) => ({
    words: fileWords(upload),
    href: href('/imports'),
  }))
}

function fileWords(upload: Upload): string {
  const rejected = rejectedRows(upload)
  if (faceOf(upload) === 'quarantined') return text.overview.actions.quarantined(upload.filename)
  if (rejected > 0) return text.overview.actions.rejected(rejected, upload.filename)
  if (faceOf(upload) === 'failed') return text.overview.actions.failed(upload.filename)
  return text.overview.actions.unrecognised(upload.filename)
}
