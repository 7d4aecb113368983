import { A } from '@solidjs/router'
import { For, type JSX, Show, createMemo } from 'solid-js'
import type { LineName, PnlGroup } from '../api-shapes'
import { Explain } from '../components/explain'
import { Rupees } from '../components/rupees'
import { formatPercent } from '../locales/format'
import { lineName, missingName } from '../locales/line-name'
import { text } from '../locales/text'
import {
  type StatementLine,
  isCostMissing,
  shareOfNetSales,
  shownLines,
  waterfallSteps,
} from '../pnl-statement'
import { type WaterfallBar, type WaterfallLayout, layoutWaterfall } from './waterfall-geometry'
import css from './waterfall.module.css'

type WaterfallProps = {
  group: PnlGroup
  /** The lines to draw; all that carry money when left out. */
  lines?: readonly StatementLine[]
  /** Where the cells of a line are listed; nothing for a cost that nobody has entered. */
  hrefOf: (line: StatementLine) => string | undefined
}

/** A waterfall drawn down the page, so that it reads on a phone; it is its own table. */
export function Waterfall(props: WaterfallProps) {
  const shown = createMemo(() => props.lines ?? shownLines([props.group]))
  const layout = createMemo(() => layoutWaterfall(waterfallSteps(shown(), props.group.lines)))
  const barOf = (line: LineName) => layout().bars.find((bar) => bar.key === line)
  return (
    <div class={css['place']}>
      <table class={css['table']} role="table">
        <caption class="hidden-text">{text.profit.waterfallCaption}</caption>
        <thead class="hidden-text">
          <tr role="row">
            <th scope="col">{text.profit.line}</th>
            <th scope="col">{text.profit.amount}</th>
            <th scope="col">{text.profit.share}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          <For each={shown()}>
            {(line) => (
              <Step
                line={line}
                name={lineName(line.line, isCostMissing(props.group.lines))}
                bar={barOf(line.line)}
                layout={layout()}
                href={props.hrefOf(line)}
                share={shareOfNetSales(props.group.lines[line.line], props.group.lines)}
              />
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

type StepProps = {
  line: StatementLine
  name: string
  bar: WaterfallBar | undefined
  layout: WaterfallLayout
  href: string | undefined
  share: number | undefined
}

function Step(props: StepProps) {
  return (
    <tr class={css['row']} role="row" data-kind={props.line.kind}>
      <th class={css['name']} scope="row" role="rowheader">
        {props.name}
        <Explain figure={props.line.line} name={props.name} />
      </th>
      <td class={css['bar']} aria-hidden="true">
        <Show when={props.bar} fallback={<span class={css['missing']} />}>
          {(bar) => <Bar bar={bar()} zero={props.layout.zero} />}
        </Show>
      </td>
      <td class={css['amount']} role="cell">
        <Show when={props.bar} fallback={<span class="muted">{missingName(props.line.line)}</span>}>
          {(bar) => (
            <MaybeLink href={props.href}>
              <Rupees amount={bar().amount} />
            </MaybeLink>
          )}
        </Show>
      </td>
      <td class={css['share']} role="cell">
        {props.share === undefined ? text.common.dash : formatPercent(props.share)}
      </td>
    </tr>
  )
}

const WIDTH = 1_000
const HEIGHT = 32
const BAR_TOP = 7
const BAR_HEIGHT = 18
// An amount too small to see is still there.
const LEAST_WIDTH = 3

function Bar(props: { bar: WaterfallBar; zero: number }) {
  const tone = () => {
    if (props.bar.kind === 'total') return css['total']
    return props.bar.amount < 0 ? css['loss'] : css['gain']
  }
  return (
    <svg class={css['svg']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
      <line
        class={css['zero']}
        x1={props.zero * WIDTH}
        x2={props.zero * WIDTH}
        y1="0"
        y2={HEIGHT}
      />
      <line
        class={css['level']}
        x1={props.bar.level * WIDTH}
        x2={props.bar.level * WIDTH}
        y1={BAR_TOP}
        y2={HEIGHT}
      />
      <rect
        class={tone()}
        x={props.bar.left * WIDTH}
        y={BAR_TOP}
        width={Math.max(props.bar.width * WIDTH, LEAST_WIDTH)}
        height={BAR_HEIGHT}
      />
    </svg>
  )
}

function MaybeLink(props: { href: string | undefined; children: JSX.Element }) {
  return (
    <Show when={props.href} fallback={props.children}>
      {(href) => (
        <A class={css['link']} href={href()}>
          {props.children}
        </A>
      )}
    </Show>
  )
}
