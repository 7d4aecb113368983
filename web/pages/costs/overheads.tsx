import { createAsync, useSearchParams } from '@solidjs/router'
import { createSignal, For, lazy, Show, Suspense } from 'solid-js'
import { Face, troubleWords } from '../../components/face'
import { Rupees } from '../../components/rupees'
import { Section } from '../../components/section'
import { showToast } from '../../components/toasts'
import { loadOverheads, type Overhead, removeOverhead } from '../../costs-api'
import { useFilters } from '../../filters'
import { formatMonth } from '../../locales/format'
import { text } from '../../locales/text'
import { useMay } from '../../roles'
import css from './costs.module.css'
import { OverheadDialog } from './overhead-dialog'

const ConfirmDialog = lazy(() =>
  import('../../components/confirm-dialog').then((module) => ({ default: module.ConfirmDialog })),
)

const words = text.costs.overheads

/** What a month costs whatever is sold. */
export function Overheads() {
  const { filters } = useFilters()
  const may = useMay()
  const [search, setSearch] = useSearchParams<Record<'add', string>>()
  const found = createAsync(() => loadOverheads({ store: filters().store }))
  const [removing, setRemoving] = createSignal<Overhead>()
  return (
    <Section
      title={words.title}
      tools={
        <Show when={may('changes')}>
          <button class="button" type="button" onClick={() => setSearch({ add: '1' })}>
            {words.add}
          </button>
        </Show>
      }
    >
      <p class="small muted">{words.lead}</p>
      <Show when={found()}>
        {(page) => (
          <Show
            when={page().items.length > 0}
            fallback={<Face icon="calendar" title={words.empty} detail={words.emptyDetail} />}
          >
            <ul class={`card ${css['boxed']}`}>
              <For each={page().items}>
                {(item) => <Row item={item} onRemove={() => setRemoving(item)} />}
              </For>
            </ul>
          </Show>
        )}
      </Show>
      <Show when={may('changes') && search.add !== undefined}>
        <OverheadDialog onClose={() => setSearch({ add: null })} />
      </Show>
      <Show when={removing()}>
        {(item) => (
          <Suspense>
            <ConfirmDialog
              open
              title={words.removeTitle}
              detail={words.removeDetail(item().name)}
              action={words.remove}
              onConfirm={() => void remove(item())}
              onClose={() => setRemoving(undefined)}
            />
          </Suspense>
        )}
      </Show>
    </Section>
  )
}

async function remove({ id, name }: Overhead): Promise<void> {
  try {
    await removeOverhead(id)
    showToast(words.removed(name))
  } catch (error) {
    showToast(troubleWords(error).detail, 'bad')
  }
}

function Row(props: { item: Overhead; onRemove: () => void }) {
  const may = useMay()
  return (
    <li class={`wrap ${css['row']}`}>
      <div class={css['words']}>
        <p class={css['name']}>{props.item.name}</p>
        <p class="small muted">{spanOf(props.item)}</p>
      </div>
      <p>
        <strong>
          <Rupees amount={props.item.amount} />
        </strong>
        {text.common.space}
        <span class="small muted">{words.aMonth}</span>
      </p>
      <Show when={may('changes')}>
        <button
          class="button button-quiet"
          type="button"
          aria-label={words.removeLabel(props.item.name)}
          onClick={() => props.onRemove()}
        >
          {words.remove}
        </button>
      </Show>
    </li>
  )
}

function spanOf({ fromMonth, toMonth }: Overhead): string {
  const from = formatMonth(fromMonth)
  return toMonth === null ? words.since(from) : words.span(from, formatMonth(toMonth))
}
