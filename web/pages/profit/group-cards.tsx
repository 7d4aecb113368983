import { A, useLocation } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { KnownLine, PnlGroup } from '../../api-shapes'
import { Rupees } from '../../components/rupees'
import { formatCount, formatPercent } from '../../locales/format'
import { text } from '../../locales/text'
import css from './group-cards.module.css'
import { type GroupView, groupHref, groupLabel } from './group-view'

const LINES: readonly KnownLine[] = ['netSales', 'fees', 'settlement', 'bankReceipts']

/** The phone's form of the table: nothing to push sideways. */
export function GroupCards(props: { view: GroupView }) {
  return (
    <ul class={`card ${css['list']}`} aria-label={text.profit.tableCaption}>
      <Show when={props.view.total}>
        {(total) => (
          <GroupCard group={total()} label={text.common.total} view={props.view} isTotal />
        )}
      </Show>
      <For each={props.view.groups}>
        {(group) => (
          <GroupCard group={group} label={groupLabel(group, props.view.isSku)} view={props.view} />
        )}
      </For>
    </ul>
  )
}

type GroupCardProps = { group: PnlGroup; label: string; view: GroupView; isTotal?: boolean }

function GroupCard(props: GroupCardProps) {
  const location = useLocation()
  const href = () =>
    props.isTotal ? undefined : groupHref(props.group, props.view.isSku, location.search)
  const profit = () => props.group.lines.netProfit
  return (
    <li class={css['item']} data-total={props.isTotal}>
      <p class={css['head']}>
        <Show when={href()} fallback={<span>{props.label}</span>}>
          {(to) => (
            <A class="row-link" href={to()}>
              {props.label}
            </A>
          )}
        </Show>
        <strong>
          <Rupees amount={profit()} tone={profit() < 0} />
        </strong>
      </p>
      <p class={css['note']}>
        <span>
          {`${text.figures.more.units} ${formatCount(props.group.units)}`}
          <Show when={props.group.marginPct !== null}>
            {`${text.common.dot}${text.figures.more.margin} ${formatPercent(props.group.marginPct ?? 0)}`}
          </Show>
        </span>
        <span>{props.view.lineName('netProfit')}</span>
      </p>
      <dl class={css['lines']}>
        <For each={LINES}>
          {(line) => (
            <div>
              <dt>{props.view.lineName(line)}</dt>
              <dd>
                <Rupees amount={props.group.lines[line]} />
              </dd>
            </div>
          )}
        </For>
      </dl>
    </li>
  )
}
