import { revalidate } from '@solidjs/router'
import { For } from 'solid-js'
import { showToast } from '../../components/toasts'
import { formatInstant } from '../../locales/format'
import { text } from '../../locales/text'
import { type Invitation, loadTeam, withdrawInvitation } from '../../team-api'
import { attempt } from '../security/attempt'
import css from '../settings/settings.module.css'

const withdraw = ({ id }: Invitation) =>
  attempt(async () => {
    await withdrawInvitation(id)
    showToast(text.team.withdrawn)
    await revalidate(loadTeam.key)
  })

export function Invitations(props: { invitations: readonly Invitation[] }) {
  return (
    <For each={props.invitations} fallback={<p class={css['row']}>{text.team.noneOpen}</p>}>
      {(invitation) => <Row invitation={invitation} />}
    </For>
  )
}

function Row(props: { invitation: Invitation }) {
  const whom = () => {
    const { email, byLink } = props.invitation
    return email ?? (byLink ? text.team.byLink : text.team.addressGone)
  }
  const detail = () => {
    const { role, expiresAt, memberUntil } = props.invitation
    return [
      text.roles.name[role],
      text.team.expires(formatInstant(expiresAt)),
      memberUntil !== null && text.team.placeUntil(formatInstant(memberUntil)),
    ]
      .filter(Boolean)
      .join(text.common.dot)
  }
  return (
    <div class={css['row']}>
      <div>
        <p>{whom()}</p>
        <p class="small muted">{detail()}</p>
      </div>
      <button
        class="button"
        type="button"
        aria-label={text.team.withdrawLabel(whom())}
        onClick={() => void withdraw(props.invitation)}
      >
        {text.team.withdraw}
      </button>
    </div>
  )
}
