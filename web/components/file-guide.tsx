import { For } from 'solid-js'
import { text } from '../locales/text'
import css from './file-guide.module.css'
import { Icon } from './icon'

/** The way to each file in the supplier panel, drawn as the panel looks. */
export function FileGuide() {
  return (
    <section class={css['guide']}>
      <h2>{text.imports.guide.title}</h2>
      <ol class={css['steps']}>
        <For each={Object.values(text.imports.guide.steps)}>
          {(step, index) => (
            <li class={`card ${css['step']}`}>
              <div class={css['panel']} aria-hidden="true">
                <span class={css['bar']}>
                  <i />
                  <i />
                  <i />
                  {text.imports.guide.panel}
                </span>
                <ol class={css['path']}>
                  <For each={step.path}>{(place) => <li>{place}</li>}</For>
                </ol>
                <span class={css['file']}>
                  <Icon name="file" small />
                  {step.gives}
                </span>
              </div>
              <div class={css['words']}>
                <h3>{`${index() + 1}. ${step.name}`}</h3>
                <p class="hidden-text">{step.path.join(', ')}</p>
                <p>{step.why}</p>
                <p class="small muted">{step.hint}</p>
              </div>
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}
