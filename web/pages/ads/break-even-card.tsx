import { A, useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import { formatRupees } from '#core/money/format-rupees'
import { paise, share } from '#core/money/paise'
import type { Ads } from '../../ads-api'
import { Badge } from '../../components/badge'
import { Explain } from '../../components/explain'
import { Section } from '../../components/section'
import { keepFilters } from '../../filters'
import { formatPercent } from '../../locales/format'
import { ads as words } from '../../locales/parts'
import { text } from '../../locales/text'
import css from './ads.module.css'

/** In plain words what each rupee of ads had to bring, and what it brought. */
export function BreakEvenCard(props: { ads: Ads }) {
  const breakEven = () => props.ads.breakEven
  return (
    <Section
      title={words.breakEven.title}
      isCard
      tools={
        <Show when={breakEven().isReached !== null}>
          <Badge tone={breakEven().isReached ? 'good' : 'bad'}>
            {breakEven().isReached ? words.breakEven.reached : words.breakEven.missed}
          </Badge>
        </Show>
      }
    >
      <p class={css['sentence']}>
        {sentence(props.ads)}
        <Explain figure="adBreakEven" name={text.figures.more.adBreakEven} />
      </p>
      <Why ads={props.ads} />
      <p class="small muted">{words.breakEven.assumption}</p>
    </Section>
  )
}

function sentence({ breakEven, salesPerRupee }: Ads): string {
  const brought = formatRupees(paise(salesPerRupee ?? 0))
  if (breakEven.sales === null) return words.breakEven.only(brought)
  return words.breakEven.sentence(formatRupees(paise(breakEven.sales)), brought)
}

/** What the break-even rests on, or why there is none. */
function Why(props: { ads: Ads }) {
  const location = useLocation()
  const breakEven = () => props.ads.breakEven
  const reason = () => {
    const { state } = breakEven()
    return state === 'known' ? undefined : words.breakEven.states[state]
  }
  const isWhole = () => breakEven().knownSkus === breakEven().skus
  const known = () => {
    const { knownSkus, skus, knownSalesPct } = breakEven()
    return words.breakEven.known(knownSkus, skus, percentOf(knownSalesPct))
  }
  return (
    <>
      <Show when={reason()}>{(why) => <p role="status">{why()}</p>}</Show>
      <Show when={breakEven().state === 'known'}>
        <p>
          {words.breakEven.margin(percentOf(breakEven().marginPct))}{' '}
          {isWhole() ? words.breakEven.whole : known()}{' '}
          <Show when={props.ads.spend.gstCredit > 0}>
            {words.breakEven.gst(creditOfOne(props.ads.spend))}
          </Show>
        </p>
      </Show>
      <Show when={!isWhole()}>
        <p>
          <A class="text-link" href={keepFilters('/costs', location.search)}>
            {words.breakEven.toCosts}
          </A>
        </p>
      </Show>
    </>
  )
}

function percentOf(value: number | null): string {
  return value === null ? text.common.dash : formatPercent(value)
}

/** Of one rupee taken, what comes back. */
function creditOfOne({ gstCredit, total }: Ads['spend']): string {
  return formatRupees(share(paise(100), gstCredit, -total))
}
