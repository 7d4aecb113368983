import { For, type JSX, Show } from 'solid-js'
import type { BankMatch } from '../../api-shapes'
import { Badge, type Tone } from '../../components/badge'
import { Rupees } from '../../components/rupees'
import { formatDay, formatPeriod } from '../../locales/format'
import { said } from '../../locales/said'
import { text } from '../../locales/text'
import css from './bank-card.module.css'

type ListName = keyof typeof text.bank.lists
type Pair = BankMatch['matched'][number]
type Payout = Pair['payout']
type Credit = Pair['credit']

/** What to look at first comes first; what is in order is closed. */
export function BankResult(props: { match: BankMatch }) {
  const words = text.bank
  const different = () => props.match.matched.filter(({ difference }) => difference !== 0)
  const same = () => props.match.matched.filter(({ difference }) => difference === 0)
  const isFine = () =>
    same().length > 0 &&
    different().length + props.match.missing.length + props.match.unknownCredits.length === 0 &&
    props.match.amountOnly.length + props.match.unreadableRows.length === 0
  // The API cuts long lists; the counts are of all.
  const rest = (name: Exclude<ListName, 'different'>) =>
    props.match.totals[name].count - props.match[name].length
  return (
    <div class="stack">
      <p class="small muted">
        <Show when={props.match.period}>
          {(period) => <>{`${words.period(formatPeriod(period().from, period().to))}. `}</>}
        </Show>
        {words.notStored}
      </p>
      <Show when={isFine()}>
        <p>
          <strong>{words.allFine}</strong>
        </p>
      </Show>
      <List name="different" tone="bad" items={different()}>
        {(pair) => <PairItem pair={pair} />}
      </List>
      <List name="missing" tone="bad" items={props.match.missing} rest={rest('missing')}>
        {(payout) => <PayoutItem payout={payout} />}
      </List>
      <List
        name="unknownCredits"
        tone="warn"
        items={props.match.unknownCredits}
        rest={rest('unknownCredits')}
      >
        {(credit) => <CreditItem credit={credit} />}
      </List>
      <List name="amountOnly" tone="warn" items={props.match.amountOnly} rest={rest('amountOnly')}>
        {(pair) => (
          <PairItem pair={pair} note={pair.looksLikeMeesho ? undefined : words.stranger} />
        )}
      </List>
      <List
        name="unreadableRows"
        tone="warn"
        items={props.match.unreadableRows}
        rest={rest('unreadableRows')}
      >
        {(row) => (
          <li class={css['item']}>
            <span>{`${words.row(row.row)}: ${said(row.reason)}`}</span>
            <span class={css['narration']}>{row.text}</span>
          </li>
        )}
      </List>
      <List name="matched" tone="good" items={same()} rest={rest('matched')} isClosed>
        {(pair) => <PairItem pair={pair} />}
      </List>
      <List
        name="notCovered"
        tone="plain"
        items={props.match.notCovered}
        rest={rest('notCovered')}
        isClosed
      >
        {(payout) => <PayoutItem payout={payout} />}
      </List>
    </div>
  )
}

type ListProps<Item> = {
  name: ListName
  tone: Tone
  items: readonly Item[]
  rest?: number
  isClosed?: boolean
  children: (item: Item) => JSX.Element
}

function List<Item>(props: ListProps<Item>) {
  const count = () => props.items.length + (props.rest ?? 0)
  return (
    <Show when={props.items.length > 0}>
      <details class={css['list']} open={props.isClosed !== true}>
        <summary>
          <span>{text.bank.lists[props.name]}</span>
          <Badge tone={props.tone}>{String(count())}</Badge>
        </summary>
        <p class="small muted">{text.bank.why[props.name]}</p>
        <ul class={css['items']}>
          <For each={props.items}>{(item) => props.children(item)}</For>
        </ul>
        <Show when={props.rest}>{(more) => <p class="small">{text.bank.cut(more())}</p>}</Show>
      </details>
    </Show>
  )
}

function PayoutItem(props: { payout: Payout }) {
  return (
    <li class={css['item']}>
      <PayoutHead payout={props.payout} />
    </li>
  )
}

function PayoutHead(props: { payout: Payout }) {
  return (
    <span class={css['itemHead']}>
      <span>
        {formatDay(props.payout.paidOn)} <code>{props.payout.transactionId}</code>
      </span>
      <Show when={props.payout.expected !== null} fallback={text.bank.unknownAmount}>
        <Rupees amount={props.payout.expected ?? 0} />
      </Show>
    </span>
  )
}

function CreditItem(props: { credit: Credit }) {
  return (
    <li class={css['item']}>
      <span class={css['itemHead']}>
        <span>{formatDay(props.credit.on)}</span>
        <Rupees amount={props.credit.amount} />
      </span>
      <Narration credit={props.credit} />
    </li>
  )
}

function Narration(props: { credit: Credit }) {
  return (
    <span class={css['narration']}>
      {`${text.bank.row(props.credit.row)}: ${props.credit.narration} ${props.credit.reference}`}
    </span>
  )
}

function PairItem(props: {
  pair: Pick<Pair, 'payout' | 'credit'> & Partial<Pick<Pair, 'difference'>>
  note?: string | undefined
}) {
  const words = text.bank
  return (
    <li class={css['item']}>
      <PayoutHead payout={props.pair.payout} />
      <span class={css['amounts']}>
        <span>
          {`${words.came} ${formatDay(props.pair.credit.on)}: `}
          <Rupees amount={props.pair.credit.amount} />
        </span>
        <Show when={props.pair.difference}>
          {(difference) => (
            <span>
              {`${words.difference}: `}
              <Rupees amount={difference()} tone />
            </span>
          )}
        </Show>
        <Show when={props.note}>{(note) => <Badge tone="warn">{note()}</Badge>}</Show>
      </span>
      <Narration credit={props.pair.credit} />
    </li>
  )
}
