import { createAsync, useSearchParams } from '@solidjs/router'
import { Match, Show, Switch, createSignal } from 'solid-js'
import { loadMe } from '../api'
import { AccessForm } from '../components/access-form'
import css from '../components/access-form.module.css'
import { CodeField } from '../components/code-field'
import { Part } from '../components/face'
import { ScopeList } from '../components/scope-list'
import { formatInstant } from '../locales/format'
import { text } from '../locales/text'
import { answerDevice, askAboutDevice, type Question } from '../team-api'
import own from './device/device.module.css'

type Asked = { readonly code: string; readonly question: Question }

/** A program on another device asks to be let in; only who is signed in can answer it. */
export function DevicePage() {
  return (
    <Part loading={undefined}>
      <SignedIn />
    </Part>
  )
}

function SignedIn() {
  // Asked first: who is not signed in goes there, and comes back with the code.
  const me = createAsync(() => loadMe())
  const [asked, setAsked] = createSignal<Asked>()
  const [answer, setAnswer] = createSignal<'approved' | 'refused'>()
  const again = () => {
    setAsked()
    setAnswer()
  }
  return (
    <Show when={me()}>
      {(person) => (
        <Switch fallback={<AskCode onAsked={setAsked} />}>
          <Match when={answer()}>{(given) => <Answered answer={given()} onAgain={again} />}</Match>
          <Match when={asked()}>
            {(about) => (
              <Decide
                asked={about()}
                email={person().user.email}
                onAnswer={setAnswer}
                onAgain={again}
              />
            )}
          </Match>
        </Switch>
      )}
    </Show>
  )
}

function AskCode(props: { onAsked: (asked: Asked) => void }) {
  const [search] = useSearchParams<{ code: string }>()
  const ask = async (form: FormData) => {
    const code = String(form.get('userCode')).trim()
    props.onAsked({ code, question: await askAboutDevice(code) })
    return 'stay' as const
  }
  return (
    <AccessForm
      title={text.device.title}
      lead={text.device.lead}
      action={text.device.go}
      onSubmit={ask}
      foot={undefined}
    >
      <CodeField
        name="userCode"
        label={text.device.code}
        {...(search.code !== undefined && { initial: search.code })}
        isText
      />
    </AccessForm>
  )
}

type DecideProps = {
  asked: Asked
  email: string
  onAnswer: (answer: 'approved' | 'refused') => void
  onAgain: () => void
}

function Decide(props: DecideProps) {
  const question = () => props.asked.question
  const give = async (approve: boolean) => {
    await answerDevice(props.asked.code, approve)
    props.onAnswer(approve ? 'approved' : 'refused')
    return 'stay' as const
  }
  return (
    <AccessForm
      title={text.device.asks(question().clientName)}
      lead={text.join.signedIn(props.email)}
      action={text.device.approve}
      onSubmit={() => give(true)}
      other={{ label: text.device.refuse, act: () => give(false) }}
      foot={
        <button class="button button-quiet" type="button" onClick={() => props.onAgain()}>
          {text.device.another}
        </button>
      }
    >
      <div>
        <p class="small muted">{text.device.check}</p>
        <code class={own['code']}>{props.asked.code}</code>
      </div>
      <dl class={own['facts']}>
        <dt>{text.device.who}</dt>
        <dd>{question().clientName}</dd>
        <dt>{text.device.place}</dt>
        <dd>{question().place || text.device.noPlace}</dd>
        <dt>{text.device.when}</dt>
        <dd>{formatInstant(question().askedAt)}</dd>
        <dt>{text.device.ends}</dt>
        <dd>{formatInstant(question().expiresAt)}</dd>
      </dl>
      <div>
        <p class={own['may']}>{text.device.may}</p>
        <ScopeList scopes={question().scopes} />
      </div>
      <p class={own['warning']}>{text.device.warning}</p>
    </AccessForm>
  )
}

function Answered(props: { answer: 'approved' | 'refused'; onAgain: () => void }) {
  return (
    <main class={css['place']}>
      <div class={css['column']} role="status">
        <h1>{text.device[props.answer]}</h1>
        <p class={css['lead']}>{text.device[`${props.answer}Detail`]}</p>
        <p class={css['foot']}>
          <button class="button button-quiet" type="button" onClick={() => props.onAgain()}>
            {text.device.another}
          </button>
        </p>
      </div>
    </main>
  )
}
