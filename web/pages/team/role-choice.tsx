import { For } from 'solid-js'
import css from '../../components/scope-list.module.css'
import { text } from '../../locales/text'
import { type MemberRole, type Role, ROLES } from '../../roles'

type RoleChoiceProps = { initial: Role; roles?: readonly MemberRole[] }

/** Each role with what it sees, so that nobody chooses by a name alone. */
export function RoleChoice(props: RoleChoiceProps) {
  return (
    <fieldset class={css['choices']}>
      <legend>{text.roles.label}</legend>
      <For each={props.roles ?? ROLES}>
        {(role) => (
          <label class={css['choice']}>
            <input
              type="radio"
              name="role"
              value={role}
              checked={role === props.initial}
              required
            />
            <span>
              {text.roles.name[role]}
              <small class="muted">{text.roles.what[role]}</small>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  )
}

export function roleIn(form: FormData): MemberRole {
  const role = ROLES.find((each) => each === form.get('role'))
  // A form without a choice gives the least.
  return role ?? 'packer'
}
