import { A } from '@solidjs/router'
import { For, Show, createRenderEffect } from 'solid-js'
import { Icon } from '../components/icon'
import { publicText, welcome } from '../locales/parts'
import { text } from '../locales/text'
import { createSignedIn } from '../signed-in'
import { StatementPicture } from './welcome/statement-picture'
import { VisitButton } from './welcome/visit-button'
import css from './welcome/welcome.module.css'

const QUESTIONS = ['profit', 'reconcile', 'claims', 'returns', 'payouts', 'tax'] as const

/** What somebody sees who has no session yet: what this is, for whom, and what we promise. */
export function WelcomePage() {
  createRenderEffect(() => {
    document.title = text.common.title(welcome.tab)
  })
  return (
    <div class={css['page']}>
      <Hero />
      <Questions />
      <Steps />
      <Promises />
      <section class={css['last']}>
        <h2>{welcome.last.title}</h2>
        <p>{welcome.last.detail}</p>
        <A class="button button-primary" href="/sign-up">
          {welcome.own}
        </A>
      </section>
    </div>
  )
}

function Hero() {
  const isSignedIn = createSignedIn()
  return (
    <section class={css['hero']}>
      <div class={css['words']}>
        <h1>{welcome.title}</h1>
        <p class={css['lead']}>{welcome.lead}</p>
        <Show
          when={!isSignedIn()}
          fallback={
            <div class={css['actions']}>
              <A class="button button-primary" href="/">
                {publicText.open}
              </A>
            </div>
          }
        >
          <div class={css['actions']}>
            <VisitButton />
            <A class="button" href="/sign-up">
              {welcome.own}
            </A>
          </div>
          <p class="small muted">{welcome.sampleNote}</p>
        </Show>
      </div>
      <StatementPicture />
    </section>
  )
}

function Questions() {
  return (
    <section class={css['section']}>
      <h2>{welcome.questions.title}</h2>
      <ul class={css['grid']}>
        <For each={QUESTIONS}>
          {(name) => (
            <li class={`card ${css['question']}`}>
              <Icon name={name} />
              <h3>{welcome.questions[name].ask}</h3>
              <p>{welcome.questions[name].answer}</p>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

function Steps() {
  return (
    <section class={css['section']}>
      <h2>{welcome.steps.title}</h2>
      <ol class={css['grid']}>
        <For each={welcome.steps.items}>
          {(step, index) => (
            <li class={css['step']}>
              <span class={css['number']} aria-hidden="true">
                {index() + 1}
              </span>
              <div>
                <h3>{step.name}</h3>
                <p>{step.detail}</p>
              </div>
            </li>
          )}
        </For>
      </ol>
      <A class={css['more']} href="/help">
        {welcome.steps.more}
        <Icon name="right" small />
      </A>
    </section>
  )
}

function Promises() {
  return (
    <section class={css['section']}>
      <h2>{welcome.promises.title}</h2>
      <ul class={css['grid']}>
        <For each={welcome.promises.items}>
          {(promise) => (
            <li class={css['promise']}>
              <Icon name="check" />
              <div>
                <h3>{promise.name}</h3>
                <p>{promise.detail}</p>
              </div>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
