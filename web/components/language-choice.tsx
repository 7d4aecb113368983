import { For, Show, createUniqueId } from 'solid-js'
import { saveLanguage } from '../api'
import { LANGUAGE_NAMES, LANGUAGES, chooseLanguage, languageOfPage, showIn } from '../language'
import { text } from '../locales/text'
import { troubleWords } from './face'
import { ApiProblem } from '../request'
import css from './language-choice.module.css'
import { showToast } from './toasts'

/** The page comes back in the language chosen; whoever is signed in keeps it on every device. */
export function LanguageChoice(props: { isSignedIn: boolean; hint?: string }) {
  const id = createUniqueId()
  const change = async (value: string) => {
    const language = LANGUAGES.find((one) => one === value)
    if (language === undefined) return
    if (!props.isSignedIn) return chooseLanguage(language)
    try {
      await saveLanguage(language)
      showIn(language)
    } catch (error) {
      // Who looks around in the sample has no account that could keep it.
      if (error instanceof ApiProblem && error.status === 403) chooseLanguage(language)
      else showToast(troubleWords(error).detail, 'bad')
    }
  }
  return (
    <>
      <label class={props.hint === undefined ? 'hidden-text' : undefined} for={id}>
        {text.language.label}
        <Show when={props.hint}>
          <span class={css['hint']}>{props.hint}</span>
        </Show>
      </label>
      <select
        class={`input ${css['choice']}`}
        id={id}
        onChange={(event) => void change(event.currentTarget.value)}
      >
        <For each={LANGUAGES}>
          {(language) => (
            <option value={language} lang={language} selected={language === languageOfPage()}>
              {LANGUAGE_NAMES[language]}
            </option>
          )}
        </For>
      </select>
    </>
  )
}
