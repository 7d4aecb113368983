import { A, useLocation, useSearchParams } from '@solidjs/router'
import { For, Show, onMount } from 'solid-js'
import { Face } from '../components/face'
import { Page } from '../components/page'
import { SearchField } from '../components/search-field'
import type { GlossaryEntry } from '../locales/en/glossary'
import { glossary, glossaryParts } from '../locales/parts'
import { findEntries } from './glossary/find-entries'
import css from './glossary/glossary.module.css'

/** Every figure and word, each with an address of its own. */
export function GlossaryPage() {
  const location = useLocation()
  const [search, setSearch] = useSearchParams<{ q: string }>()
  const parts = () => findEntries(glossaryParts, search.q ?? '')
  const count = () => parts().reduce((sum, { entries }) => sum + entries.length, 0)
  // The browser looks for the anchor before this page is there.
  onMount(() => document.getElementById(location.hash.slice(1))?.scrollIntoView())
  return (
    <Page title={glossary.title} lead={glossary.lead}>
      <div class={css['search']}>
        <SearchField label={glossary.search} />
        <p class="small muted" role="status">
          {glossary.found(count())}
        </p>
      </div>
      <For
        each={parts()}
        fallback={
          <Face icon="search" title={glossary.none} detail={glossary.noneDetail}>
            <button
              class="button"
              type="button"
              onClick={() => setSearch({ q: null }, { replace: true })}
            >
              {glossary.clear}
            </button>
          </Face>
        }
      >
        {(part) => (
          <section class={css['section']}>
            <h2>{part.title}</h2>
            <div class={css['entries']}>
              <For each={part.entries}>{(entry) => <Entry entry={entry} />}</For>
            </div>
          </section>
        )}
      </For>
      <p>
        <A class={css['help']} href="/help">
          {glossary.toHelp}
        </A>
      </p>
    </Page>
  )
}

function Entry(props: { entry: GlossaryEntry }) {
  const location = useLocation()
  return (
    <article
      class={`card ${css['entry']}`}
      id={props.entry.id}
      // The browser's own mark of a target does not follow addresses that a router changes.
      data-here={location.hash === `#${props.entry.id}`}
    >
      <h3>
        <a
          class={css['name']}
          href={`#${props.entry.id}`}
          aria-label={glossary.link(props.entry.name)}
        >
          {props.entry.name}
        </a>
      </h3>
      <p>{props.entry.what}</p>
      <Show when={props.entry.formula ?? props.entry.files}>
        <dl class={css['facts']}>
          <Show when={props.entry.formula}>
            {(formula) => (
              <>
                <dt>{glossary.formula}</dt>
                <dd>{formula()}</dd>
              </>
            )}
          </Show>
          <Show when={props.entry.files}>
            {(files) => (
              <>
                <dt>{glossary.files}</dt>
                <dd>{files()}</dd>
              </>
            )}
          </Show>
        </dl>
      </Show>
    </article>
  )
}
