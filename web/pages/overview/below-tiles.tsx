import { A } from '@solidjs/router'
import type { Pnl, PnlGroup, Upload } from '../../api-shapes'
import { Quiet } from '../../components/face'
import { Icon } from '../../components/icon'
import { text } from '../../locales/text'
import { AttentionCard } from './attention-card'
import { FlowCard } from './flow-card'
import css from './overview.module.css'
import { TrendCard } from './trend-card'

type BelowTilesProps = {
  pnl: Pnl
  group: PnlGroup
  uploads: readonly Upload[]
  href: (path: string, extra?: object) => string
}

/** What there is to do, and the same figures drawn: below the first sight of a phone. */
export function BelowTiles(props: BelowTilesProps) {
  return (
    <>
      <Quiet>
        <AttentionCard pnl={props.pnl} uploads={props.uploads} href={props.href} />
      </Quiet>
      <div class={css['halves']}>
        <TrendCard />
        <FlowCard group={props.group} href={props.href} />
      </div>
      <A class="text-link" href={props.href('/orders')}>
        {text.overview.toOrders}
        <Icon name="right" small />
      </A>
    </>
  )
}
