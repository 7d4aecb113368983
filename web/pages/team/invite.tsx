import { revalidate } from '@solidjs/router'
import { For, Show, createSignal } from 'solid-js'
import { FormDialog } from '../../components/form-dialog'
import { SecretDialog } from '../../components/secret-dialog'
import { showToast } from '../../components/toasts'
import { text } from '../../locales/text'
import type { MemberRole } from '../../roles'
import { inviteByLink, inviteByMail, loadTeam } from '../../team-api'
import css from '../settings/settings.module.css'
import { RoleChoice, roleIn } from './role-choice'

// An owner is invited by mail alone: a link may fall into anybody's hands.
const BY_LINK: readonly MemberRole[] = ['accountant', 'packer', 'manager']
const DAYS = [7, 30, 90, 180, 366] as const
const USUAL_DAYS = 30

export function Invite() {
  const [asks, setAsks] = createSignal<'mail' | 'link'>()
  const [link, setLink] = createSignal('')
  const mail = async (form: FormData) => {
    const email = String(form.get('email')).trim()
    await inviteByMail(roleIn(form), email)
    setAsks()
    showToast(text.team.sent(email))
    await revalidate(loadTeam.key)
  }
  const make = async (form: FormData) => {
    const made = await inviteByLink(roleIn(form), Number(form.get('days')))
    setAsks()
    setLink(made)
    await revalidate(loadTeam.key)
  }
  return (
    <div class={css['row']}>
      <div class={css['buttons']}>
        <button class="button" type="button" onClick={() => setAsks('mail')}>
          {text.team.byMail}
        </button>
        <button class="button" type="button" onClick={() => setAsks('link')}>
          {text.team.makeLink}
        </button>
      </div>
      <Show when={asks() === 'mail'}>
        <FormDialog
          title={text.team.byMail}
          detail={text.team.mailDetail}
          action={text.team.send}
          onSubmit={mail}
          onClose={() => setAsks()}
        >
          <label class="field">
            <span>{text.team.email}</span>
            <input class="input" name="email" type="email" autocomplete="off" required />
          </label>
          <RoleChoice initial="accountant" />
        </FormDialog>
      </Show>
      <Show when={asks() === 'link'}>
        <FormDialog
          title={text.team.linkTitle}
          detail={text.team.linkLead}
          action={text.team.makeLink}
          onSubmit={make}
          onClose={() => setAsks()}
        >
          <RoleChoice initial="accountant" roles={BY_LINK} />
          <label class="field">
            <span>{text.team.ends}</span>
            <select class="input" name="days">
              <For each={DAYS}>
                {(days) => (
                  <option value={days} selected={days === USUAL_DAYS}>
                    {text.team.forDays(days)}
                  </option>
                )}
              </For>
            </select>
          </label>
        </FormDialog>
      </Show>
      <Show when={link()}>
        {(made) => (
          <SecretDialog
            title={text.team.madeTitle}
            detail={text.team.madeDetail}
            secret={made()}
            onClose={() => setLink('')}
          />
        )}
      </Show>
    </div>
  )
}
