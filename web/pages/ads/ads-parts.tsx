import { useLocation } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Ads } from '../../ads-api'
import { Explain } from '../../components/explain'
import { Rupees } from '../../components/rupees'
import { Section } from '../../components/section'
import { keepFilters } from '../../filters'
import { ads as words } from '../../locales/parts'
import { text } from '../../locales/text'
import css from './ads.module.css'

const PARTS = ['adCost', 'adCredits', 'adGst'] as const

/** How the total comes about; what its rows do not explain has a line of its own. */
export function AdsParts(props: { ads: Ads }) {
  const location = useLocation()
  const amounts = () => {
    const { cost, credits, gst } = props.ads.spend
    return { adCost: cost, adCredits: credits, adGst: gst }
  }
  const href = (figure: string) => keepFilters('/provenance', location.search, { figure })
  return (
    <Section title={words.parts.title} isCard>
      <dl class={css['parts']}>
        <For each={PARTS}>
          {(part) => (
            <div>
              <dt>
                <a href={href(part)}>{text.figures.more[part]}</a>
                <Explain figure={part} name={text.figures.more[part]} />
              </dt>
              <dd>
                <Rupees amount={amounts()[part]} />
              </dd>
            </div>
          )}
        </For>
        <Show when={props.ads.spend.unexplained !== 0}>
          <div>
            <dt>{words.parts.unexplained}</dt>
            <dd>
              <Rupees amount={props.ads.spend.unexplained} />
            </dd>
          </div>
        </Show>
        <div data-total="">
          <dt>
            <a href={href('pnl.ads')}>{words.parts.total}</a>
            <span class="small muted">{words.parts.rows(props.ads.spend.rows)}</span>
          </dt>
          <dd>
            <Rupees amount={props.ads.spend.total} />
          </dd>
        </div>
        <div>
          <dt>
            <a href={href('adGstCredit')}>{text.figures.more.adGstCredit}</a>
            <Explain figure="adGstCredit" name={text.figures.more.adGstCredit} />
          </dt>
          <dd>
            <Rupees amount={props.ads.spend.gstCredit} />
          </dd>
        </div>
        <div data-total="">
          <dt>{words.parts.lasting}</dt>
          <dd>
            <Rupees amount={props.ads.spend.lasting} />
          </dd>
        </div>
      </dl>
    </Section>
  )
}
