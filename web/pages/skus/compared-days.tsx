import { createAsync } from '@solidjs/router'
import { Show } from 'solid-js'
import { loadPnl } from '../../api'
import { cautionsOf, lastDayKnown } from '../../compare'
import { CompareLine } from '../../components/compare-line'
import { Quiet } from '../../components/face'
import { useFilters } from '../../filters'
import type { Period } from '../../period'

/** With which days the SKUs are compared, and why those may not be alike. */
export function ComparedDays(props: { against: Period }) {
  return (
    <Quiet>
      <Days {...props} />
    </Quiet>
  )
}

function Days(props: { against: Period }) {
  const { filters } = useFilters()
  const load = ({ from, to }: Period) => {
    const { store, basis } = filters()
    return loadPnl({ from, to, store, basis, group: 'total' })
  }
  const now = createAsync(() => load(filters()))
  const then = createAsync(() => load(props.against))
  const cautions = () => {
    const [pnl, other] = [now(), then()]
    if (!pnl || !other) return undefined
    return cautionsOf(
      { period: filters(), group: pnl.groups[0] },
      { period: props.against, group: other.groups[0] },
      lastDayKnown(pnl),
    )
  }
  return (
    <Show when={cautions()}>
      {(found) => <CompareLine against={props.against} cautions={found()} />}
    </Show>
  )
}
