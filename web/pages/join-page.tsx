import { createAsync, query, useLocation, useNavigate, useSearchParams } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { loadMe, signOut } from '../api'
import { AccessForm } from '../components/access-form'
import css from '../components/access-form.module.css'
import { Part, troubleWords } from '../components/face'
import { formatInstant } from '../locales/format'
import { text } from '../locales/text'
import { ApiProblem } from '../request'
import { joinWorkspace, loadOffer, type Offer } from '../team-api'
import { attempt } from './security/attempt'

/** What an invitation offers; who is not signed in is asked to, and comes back here. */
export function JoinPage() {
  const [search] = useSearchParams<{ token: string }>()
  return (
    <Show
      when={search.token}
      fallback={<Alone title={text.join.broken} detail={text.join.brokenDetail} />}
    >
      {(token) => (
        <Part loading={undefined}>
          <Offered token={token()} />
        </Part>
      )}
    </Show>
  )
}

/** A refusal is an answer here: the invitation is over, or for somebody else. */
async function readOffer(token: string) {
  try {
    return { offer: await loadOffer(token) }
  } catch (error) {
    const isRefused = error instanceof ApiProblem && [400, 403, 404].includes(error.status)
    if (!isRefused) throw error
    return { refusal: troubleWords(error).detail }
  }
}

function Offered(props: { token: string }) {
  const me = createAsync(() => loadMe())
  const answer = createAsync(() => readOffer(props.token))
  return (
    <>
      <Show when={answer()?.refusal}>
        {(detail) => (
          <Alone title={text.join.refused} detail={detail()}>
            <OtherAccount />
          </Alone>
        )}
      </Show>
      <Show when={answer()?.offer}>
        {(offer) => (
          <AccessForm
            title={text.join.offer(offer().workspaceName)}
            lead={wordsOf(offer())}
            action={text.join.action}
            onSubmit={() => joinWorkspace(props.token)}
            to="/"
            foot={<OtherAccount />}
          >
            <p>{text.join.signedIn(me()?.user.email ?? '')}</p>
            <p class="small muted">{text.join.stays}</p>
          </AccessForm>
        )}
      </Show>
    </>
  )
}

function wordsOf({ role, memberUntil }: Offer): string {
  const as = text.join.asRole(text.roles.name[role], text.roles.what[role])
  if (memberUntil === null) return as
  return `${as} ${text.join.until(formatInstant(memberUntil))}`
}

function Alone(props: { title: string; detail: string; children?: JSX.Element }) {
  return (
    <main class={css['place']}>
      <div class={css['column']}>
        <h1>{props.title}</h1>
        <p class={css['lead']}>{props.detail}</p>
        {props.children}
      </div>
    </main>
  )
}

/** An invitation may be for an address of another account of the same person. */
function OtherAccount() {
  const location = useLocation()
  const navigate = useNavigate()
  const leave = () =>
    attempt(async () => {
      const back = encodeURIComponent(`${location.pathname}${location.search}`)
      await signOut()
      query.clear()
      navigate(`/sign-in?back=${back}`, { replace: true })
    })
  return (
    <button class="button button-quiet" type="button" onClick={() => void leave()}>
      {text.join.another}
    </button>
  )
}
