import type { PnlGroup } from '../../api-shapes'
import { Waterfall } from '../../charts/waterfall'
import { Icon } from '../../components/icon'
import { text } from '../../locales/text'
import { STATEMENT, shownLines } from '../../pnl-statement'
import css from './overview.module.css'

const SHORT = new Set([
  'grossSales',
  'salesReturned',
  'fees',
  'taxesWithheld',
  'compensation',
  'claims',
  'recovery',
  'unexplained',
  'ads',
  'referral',
  'platformAdjustments',
  'bankReceipts',
])

/** From sales to the bank in one look; the Profit page has every line. */
export function FlowCard(props: {
  group: PnlGroup
  href: (path: string, extra?: object) => string
}) {
  const lines = () => {
    const shown = shownLines([props.group])
    return STATEMENT.filter((line) => SHORT.has(line.line) && shown.includes(line))
  }
  return (
    <section class={`card ${css['section']}`}>
      <div class={css['sectionHead']}>
        <h2>{text.overview.flow}</h2>
        <a class="text-link" href={props.href('/profit')}>
          {text.overview.flowMore}
          <Icon name="right" small />
        </a>
      </div>
      <Waterfall
        group={props.group}
        lines={lines()}
        hrefOf={({ line }) => props.href('/provenance', { figure: `pnl.${line}` })}
      />
    </section>
  )
}
