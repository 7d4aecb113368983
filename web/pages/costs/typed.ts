import { text } from '../../locales/text'
import { ApiProblem } from '../../request'

/** A field of a form, without the spaces around it. */
export function typed(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** A sentence for the person, said inside the dialog as one of the service would be. */
export function wrong(sentence: string): ApiProblem {
  return new ApiProblem(422, 'not-filled-in', sentence)
}

/** The store picked in the form; nothing where the form asks for none. */
export function chosenStore(form: FormData): string | undefined {
  if (!form.has('store')) return undefined
  const store = typed(form, 'store')
  if (store === '') throw wrong(text.store.needed)
  return store
}
