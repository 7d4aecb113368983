import { Show } from 'solid-js'
import { Badge, type Tone } from '../../components/badge'
import { TwoLines } from '../../components/list-columns'
import { formatDay } from '../../locales/format'
import { text } from '../../locales/text'
import type { Claim } from '../../reconcile-api'

type Credited = Pick<Claim, 'creditState' | 'credit'>

const TONES: Readonly<Record<NonNullable<Claim['creditState']>, Tone>> = {
  credited: 'good',
  waiting: 'note',
  late: 'bad',
}

/** The same for a spreadsheet. */
export function creditText({ creditState, credit }: Credited): string | null {
  if (creditState === null) return null
  return [text.cases.creditStates[creditState], credit?.paidOn].filter(Boolean).join(' ')
}

/** Whether the money of an approved ticket came; nothing for a ticket that names none. */
export function CreditBadge(props: { claim: Credited }) {
  return (
    <Show when={props.claim.creditState}>
      {(state) => (
        <TwoLines below={props.claim.credit && formatDay(props.claim.credit.paidOn)}>
          <Badge tone={TONES[state()]}>{text.cases.creditStates[state()]}</Badge>
        </TwoLines>
      )}
    </Show>
  )
}
