import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { Face, troubleWords } from '../../components/face'
import { FileChoice } from '../../components/file-choice'
import { Section } from '../../components/section'
import { createStoreChoice, StoreField } from '../../components/store-field'
import { showToast } from '../../components/toasts'
import { type CostImport, importCosts } from '../../costs-api'
import { useFilters } from '../../filters'
import { formatCount } from '../../locales/format'
import { said } from '../../locales/said'
import { text } from '../../locales/text'
import { ApiProblem } from '../../request'
import { formatSince, Known } from './cost-list'
import css from './costs.module.css'

const words = text.costs.import

/** A list of costs from a file: first what it would change, and only then the change. */
export function ImportCard() {
  const { filters } = useFilters()
  const choice = createStoreChoice()
  const [chosen, setChosen] = createSignal('')
  const named = () => filters().store ?? (chosen() || undefined)
  const [file, setFile] = createSignal<File>()
  const [result, setResult] = createSignal<CostImport>()
  const [error, setError] = createSignal<unknown>()
  const [isBusy, setBusy] = createSignal(false)
  const send = async (chosen: File | undefined, mode: 'dry-run' | 'apply') => {
    if (!chosen || isBusy()) return
    setBusy(true)
    setError(undefined)
    try {
      // The store whose costs the change was shown for, whatever is chosen since.
      const store = mode === 'apply' ? (result()?.storeId ?? named()) : named()
      const answer = await importCosts(chosen, store, mode)
      setFile(chosen)
      setResult(answer)
      if (mode === 'apply') showToast(words.applied(answer.new + answer.changed))
    } catch (problem) {
      if (mode === 'dry-run') setResult(undefined)
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section title={words.title} isCard>
      <p class="small muted">{words.lead}</p>
      <StoreField stores={choice()} value={chosen()} onChange={setChosen} />
      <FileChoice
        label={isBusy() ? words.reading : result() ? words.another : words.choose}
        accepts={words.accepts}
        types=".csv,.xlsx"
        isClosed={isBusy() || (choice().length > 0 && chosen() === '')}
        onFile={(file) => void send(file, 'dry-run')}
      />
      <div aria-live="polite">
        <Switch>
          <Match when={error()}>
            {(problem) => (
              <Face
                icon="alert"
                title={troubleWords(problem()).title}
                detail={isTooLarge(problem()) ? words.tooLarge : troubleWords(problem()).detail}
              />
            )}
          </Match>
          <Match when={result()}>
            {(found) => (
              <Result
                name={file()?.name ?? ''}
                found={found()}
                isBusy={isBusy()}
                onApply={() => void send(file(), 'apply')}
                onDrop={() => setResult(undefined)}
              />
            )}
          </Match>
        </Switch>
      </div>
    </Section>
  )
}

function isTooLarge(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.status === 413
}

type ResultProps = {
  name: string
  found: CostImport
  isBusy: boolean
  onApply: () => void
  onDrop: () => void
}

const COUNTS = ['new', 'changed', 'same', 'rejected'] as const

function Result(props: ResultProps) {
  const changes = () => props.found.new + props.found.changed
  const unlisted = () => changes() - props.found.items.length
  return (
    <div class={`stack ${css['result']}`}>
      <h3>{props.found.dryRun ? words.wouldChange(props.name) : words.changed(props.name)}</h3>
      <dl class={css['counts']}>
        <For each={COUNTS}>
          {(key) => (
            <div>
              <dt>{words.counts[key]}</dt>
              <dd>{formatCount(props.found[key])}</dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={changes() > 0} fallback={<p>{words.nothing}</p>}>
        <ul class={css['changes']}>
          <For each={props.found.items}>{(item) => <Change item={item} />}</For>
        </ul>
        <Show when={unlisted() > 0}>
          <p class="small muted">{words.more(unlisted())}</p>
        </Show>
      </Show>
      <Rejected found={props.found} />
      <Show when={props.found.dryRun}>
        <div class={css['actions']}>
          <button class="button" type="button" onClick={() => props.onDrop()}>
            {words.drop}
          </button>
          <Show when={changes() > 0}>
            <button
              class="button button-primary"
              type="button"
              disabled={props.isBusy}
              onClick={() => props.onApply()}
            >
              {words.apply(changes())}
            </button>
          </Show>
        </div>
      </Show>
    </div>
  )
}

type Item = CostImport['items'][number]

function Change(props: { item: Item }) {
  return (
    <li class={css['change']}>
      <span class={css['name']}>{props.item.sku}</span>
      <span class="small muted">{formatSince(props.item.effectiveFrom)}</span>
      <Amount
        name={words.columns.cost}
        amount={props.item.cost}
        isChange={props.item.before !== null && props.item.before.cost !== props.item.cost}
        before={props.item.before?.cost ?? null}
      />
      <Amount
        name={words.columns.packaging}
        amount={props.item.packaging}
        isChange={
          props.item.before !== null && props.item.before.packaging !== props.item.packaging
        }
        before={props.item.before?.packaging ?? null}
      />
    </li>
  )
}

type AmountProps = {
  name: string
  amount: number | null
  before: number | null
  isChange: boolean
}

function Amount(props: AmountProps) {
  return (
    <span class="small">
      <span class="muted">{props.name}</span> <Known amount={props.amount} />
      <Show when={props.isChange}>
        {text.common.space}
        <span class="muted">{words.was}</span> <Known amount={props.before} />
      </Show>
    </span>
  )
}

function Rejected(props: { found: CostImport }) {
  const unlisted = () => props.found.rejected - props.found.rejectedRows.length
  return (
    <Show when={props.found.rejected > 0}>
      <div class={`stack ${css['rejected']}`}>
        <h4>{words.rejected(props.found.rejected)}</h4>
        <ul class={css['changes']}>
          <For each={props.found.rejectedRows}>
            {(row) => (
              <li class="small">
                <strong>{words.row(row.row)}</strong>
                {text.common.dot}
                {row.column}
                {text.common.space}
                <code>{row.text || words.blank}</code>
                {text.common.dot}
                {said(row.reason)}
              </li>
            )}
          </For>
        </ul>
        <Show when={unlisted() > 0}>
          <p class="small muted">{words.more(unlisted())}</p>
        </Show>
      </div>
    </Show>
  )
}
