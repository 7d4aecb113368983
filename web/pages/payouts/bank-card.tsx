import { createSignal, Match, Switch } from 'solid-js'
import type { BankMatch } from '../../api-shapes'
import { Face, troubleWords } from '../../components/face'
import { FileChoice } from '../../components/file-choice'
import { Section } from '../../components/section'
import { useFilters } from '../../filters'
import { text } from '../../locales/text'
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
  const label = () => {
    const { reading, another, choose } = text.bank
    if (isBusy()) return reading
    return result() ? another : choose
  }
  return (
    <Section title={text.bank.title} isCard>
      <p class="small muted">{text.bank.lead}</p>
      <FileChoice
        label={label()}
        accepts={text.bank.accepts}
        types=".csv,.txt,.tsv,.xls,.xlsx,.zip"
        isClosed={isBusy()}
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
    </Section>
  )
}
