import { A, useLocation } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Pnl, PnlGroup } from '../../api-shapes'
import { Icon } from '../../components/icon'
import { Rupees } from '../../components/rupees'
import { keepFilters } from '../../filters'
import { text } from '../../locales/text'
import { useMay } from '../../roles'
import css from './profit.module.css'

/** What these figures leave out: costs that are missing, and money that no day can be given. */
export function CostNotice(props: { total: PnlGroup; pnl: Pnl }) {
  const location = useLocation()
  const may = useMay()
  const undated = () => (props.pnl.undated?.lines ? props.pnl.undated : undefined)
  return (
    <div class={css['notices']}>
      <For each={costNotices(props.total, props.pnl.costState)}>
        {(notice) => (
          <p class={css['notice']}>
            <Icon name="info" small />
            <span>
              <strong>{notice.title}</strong> {notice.detail}
              <Show when={notice.isToEnter && may('changes')}>
                {text.common.space}
                <A href={keepFilters('/costs', location.search)}>{text.profit.costs.enter}</A>
              </Show>
            </span>
          </p>
        )}
      </For>
      <Show when={undated()}>
        {(money) => (
          <p class={css['notice']}>
            <Icon name="alert" small />
            <span>
              {text.profit.undated(money().lines)} <Rupees amount={money().settlement} />
            </span>
          </p>
        )}
      </Show>
    </div>
  )
}

type Notice = {
  readonly title: string
  readonly detail: string
  /** True where the seller can say what is missing. */
  readonly isToEnter?: boolean
}

function costNotices({ lines, coverage }: PnlGroup, state: Pnl['costState']): Notice[] {
  const words = text.profit.costs
  if (state === 'not_then') return [words.notThen]
  const notices: Notice[] = state === 'counting' ? [words.counting] : []
  const { skus, units } = coverage.costMissing
  if (lines.cogs === null) {
    notices.push({
      title: text.profit.costMissing,
      detail: text.profit.costMissingDetail,
      isToEnter: true,
    })
  } else if (units) {
    notices.push({
      title: words.missingFor(skus, units),
      detail: words.missingForDetail,
      isToEnter: true,
    })
  }
  const unpacked = coverage.packagingMissing.units
  if (lines.packaging !== null && unpacked)
    notices.push({ title: words.unpacked(unpacked), detail: words.unpackedDetail, isToEnter: true })
  return notices
}
