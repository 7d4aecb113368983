import type { PnlGroup } from '../../api-shapes'
import { Waterfall } from '../../charts/waterfall'
import { Quiet } from '../../components/face'
import type { StatementLine } from '../../pnl-statement'
import { BridgeCard } from './bridge-card'

type BelowCompareProps = {
  group: PnlGroup
  hrefOf: (line: StatementLine | string) => string
}

/** The whole period step by step, and what lies between its profit and the bank: below the first sight. */
export function BelowCompare(props: BelowCompareProps) {
  return (
    <>
      <section class="card padded">
        <Waterfall group={props.group} hrefOf={props.hrefOf} />
      </section>
      <Quiet>
        <BridgeCard />
      </Quiet>
    </>
  )
}
