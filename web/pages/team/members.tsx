import { revalidate } from '@solidjs/router'
import { For, Show, createSignal, untrack } from 'solid-js'
import { ConfirmDialog } from '../../components/confirm-dialog'
import { FormDialog } from '../../components/form-dialog'
import { showToast } from '../../components/toasts'
import { formatInstant } from '../../locales/format'
import { text } from '../../locales/text'
import { changeMember, type Member, type MemberChange, removeMember } from '../../team-api'
import { attempt } from '../security/attempt'
import css from '../settings/settings.module.css'
import { RoleChoice, roleIn } from './role-choice'

const KEEP = 'keep'
const NO_END = 'none'
const DAYS = [1, 7, 30, 90, 180, 366] as const

const remove = ({ id }: Member) =>
  attempt(async () => {
    await removeMember(id)
    showToast(text.team.removed)
    // Everything: who has left is shown the way to sign in.
    await revalidate()
  })

const nameOf = ({ name }: Member) => name ?? text.team.left

export function Members(props: { members: readonly Member[] }) {
  const [changing, setChanging] = createSignal<Member>()
  const [removing, setRemoving] = createSignal<Member>()
  return (
    <>
      <For each={props.members}>
        {(member) => <Row member={member} onChange={setChanging} onRemove={setRemoving} />}
      </For>
      <Show when={changing()}>
        {(member) => <ChangeDialog member={member()} onClose={() => setChanging()} />}
      </Show>
      <Show when={removing()}>
        {(member) => (
          <ConfirmDialog
            open
            title={member().isMe ? text.team.leaveTitle : text.team.removeTitle(nameOf(member()))}
            detail={member().isMe ? text.team.leaveDetail : text.team.removeDetail}
            action={member().isMe ? text.team.leave : text.team.remove}
            onConfirm={() => void remove(member())}
            onClose={() => setRemoving()}
          />
        )}
      </Show>
    </>
  )
}

type RowProps = {
  member: Member
  onChange: (member: Member) => void
  onRemove: (member: Member) => void
}

function Row(props: RowProps) {
  const place = () =>
    [
      text.roles.name[props.member.role],
      text.team.since(formatInstant(props.member.since)),
      props.member.until !== null && text.team.until(formatInstant(props.member.until)),
    ]
      .filter(Boolean)
      .join(text.common.dot)
  return (
    <div class={css['row']}>
      <div>
        <p>
          {[nameOf(props.member), props.member.isMe && text.team.me]
            .filter(Boolean)
            .join(text.common.dot)}
        </p>
        <Show when={props.member.email}>{(email) => <p class="small muted">{email()}</p>}</Show>
        <p class="small muted">{place()}</p>
      </div>
      <div class={css['buttons']}>
        <button
          class="button"
          type="button"
          aria-label={text.team.changeLabel(nameOf(props.member))}
          onClick={() => props.onChange(props.member)}
        >
          {text.team.change}
        </button>
        <button
          class="button"
          type="button"
          aria-label={
            props.member.isMe ? text.team.leave : text.team.removeLabel(nameOf(props.member))
          }
          onClick={() => props.onRemove(props.member)}
        >
          {props.member.isMe ? text.team.leave : text.team.remove}
        </button>
      </div>
    </div>
  )
}

function ChangeDialog(props: { member: Member; onClose: () => void }) {
  // Read once: news of the member must not overwrite what is being chosen.
  const member = untrack(() => props.member)
  const submit = async (form: FormData) => {
    await changeMember(member.id, changeIn(form))
    props.onClose()
    showToast(text.team.changed)
    await revalidate()
  }
  return (
    <FormDialog
      title={text.team.changeTitle(nameOf(member))}
      detail={text.team.changeDetail}
      action={text.team.change}
      onSubmit={submit}
      onClose={() => props.onClose()}
    >
      <RoleChoice initial={member.role} />
      <label class="field">
        <span>{text.team.ends}</span>
        <select class="input" name="until">
          <Show when={member.until}>
            {(until) => <option value={KEEP}>{text.team.keep(formatInstant(until()))}</option>}
          </Show>
          <option value={NO_END}>{text.team.noEnd}</option>
          <For each={DAYS}>{(days) => <option value={days}>{text.team.forDays(days)}</option>}</For>
        </select>
      </label>
    </FormDialog>
  )
}

function changeIn(form: FormData): MemberChange {
  const role = roleIn(form)
  const until = String(form.get('until'))
  if (until === KEEP) return { role }
  return { role, memberDays: until === NO_END ? null : Number(until) }
}
