import { createSignal, Match, Show, Switch } from 'solid-js'
import type { BankMatch } from '../../api-shapes'
import { Face, troubleWords } from '../../components/face'
import { Icon } from '../../components/icon'
import { useFilters } from '../../filters'
import { text } from '../../locales/text'
import css from './bank-card.module.css'
import { BankResult } from './bank-result'
import { sendStatement } from './send-statement'

/** A bank statement laid beside the payouts; it is kept neither here nor there. */
export function BankCard() {
  const { filters } = useFilters()
  const [result, setResult] = createSignal<BankMatch>()
  const [error, setError] = createSignal<unknown>()
  const [isBusy, setBusy] = createSignal(false)
  const compare = async (file: File | undefined) => {
    if (!file || isBusy()) return
    setBusy(true)
    setError(undefined)
    try {
      setResult(await sendStatement(file, filters().store))
    } catch (problem) {
      setResult(undefined)
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section class={`card ${css['section']}`} aria-labelledby="bank-match">
      <h2 id="bank-match">{text.money.bank.title}</h2>
      <p class="small muted">{text.money.bank.lead}</p>
      <Drop
        isBusy={isBusy()}
        isAgain={result() !== undefined}
        onFile={(file) => void compare(file)}
      />
      <div aria-live="polite">
        <Switch>
          <Match when={error()}>
            {(problem) => (
              <Face
                icon="alert"
                title={troubleWords(problem()).title}
                detail={troubleWords(problem()).detail}
              />
            )}
          </Match>
          <Match when={result()}>{(match) => <BankResult match={match()} />}</Match>
        </Switch>
      </div>
    </section>
  )
}

type DropProps = { isBusy: boolean; isAgain: boolean; onFile: (file: File | undefined) => void }

function Drop(props: DropProps) {
  const [isOver, setOver] = createSignal(false)
  const words = () => (props.isAgain ? text.money.bank.another : text.money.bank.choose)
  return (
    <label
      class={css['drop']}
      classList={{ [css['over'] ?? '']: isOver() }}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        props.onFile(event.dataTransfer?.files[0])
      }}
    >
      <input
        class="hidden-text"
        type="file"
        accept=".csv,.txt,.tsv,.xls,.xlsx,.zip"
        disabled={props.isBusy}
        aria-describedby="bank-accepts"
        onChange={(event) => {
          props.onFile(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <Icon name="upload" />
      <span>
        <strong>{props.isBusy ? text.money.bank.reading : words()}</strong>
        <Show when={!props.isBusy}>
          <small id="bank-accepts">{text.money.bank.accepts}</small>
        </Show>
      </span>
    </label>
  )
}
