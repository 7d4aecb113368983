import { onAnotherOwner } from './offline/owner'

/** By the dialog they were typed into; in memory only, for the way to sign in and back. */
const drafts = new Map<string, ReadonlyMap<string, string>>()

// Radio buttons share a name, and no dialog that can be left this way has any.
const SECRET: ReadonlySet<string> = new Set(['password', 'file', 'radio'])

onAnotherOwner(() => drafts.clear())

/** Keeps what was typed; never a password, a code or a file. */
export function keepDraft(place: string, form: HTMLFormElement): void {
  drafts.set(place, new Map(fieldsOf(form).map((field) => [field.name, valueOf(field)])))
}

/** Types it again, once. */
export function restoreDraft(place: string, form: HTMLFormElement): void {
  const draft = drafts.get(place)
  drafts.delete(place)
  if (!draft) return
  for (const field of fieldsOf(form)) {
    const value = draft.get(field.name)
    if (value === undefined) continue
    if (isSwitch(field)) field.checked = value === 'on'
    else field.value = value
    // Whatever follows a field hears of it as if a hand had typed.
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>('input[name], select[name], textarea[name]')].filter(
    ({ type, autocomplete }) => !SECRET.has(type) && autocomplete !== 'one-time-code',
  )
}

function isSwitch(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && field.type === 'checkbox'
}

function valueOf(field: Field): string {
  if (isSwitch(field)) return field.checked ? 'on' : ''
  return field.value
}
