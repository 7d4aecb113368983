import { A, useLocation } from '@solidjs/router'
import { For, Show, onMount } from 'solid-js'
import { Icon } from '../components/icon'
import { Page } from '../components/page'
import { PanelPicture } from './help/panel-picture'
import type { HelpReport } from '../locales/en/help'
import { help } from '../locales/parts'
import css from './help/help.module.css'

/** Every file with the way to it, and every reason for which one is not counted. */
export function HelpPage() {
  const location = useLocation()
  // The browser looks for the anchor before this page is there.
  onMount(() => document.getElementById(location.hash.slice(1))?.scrollIntoView())
  return (
    <Page title={help.title} lead={help.lead}>
      <Contents />
      <section class={css['section']}>
        <h2>{help.reports}</h2>
        <p class={css['lead']}>{help.reportsLead}</p>
        <For each={help.items}>{(report) => <Report report={report} />}</For>
      </section>
      <section class={css['section']}>
        <h2>{help.troubles}</h2>
        <p class={css['lead']}>{help.troublesLead}</p>
        <For each={help.problems}>
          {(problem) => (
            <article class={`card ${css['problem']}`} id={problem.id}>
              <h3>{problem.name}</h3>
              <p>{problem.why}</p>
              <p>
                <strong>{help.doThis}</strong> {problem.todo}
              </p>
            </article>
          )}
        </For>
      </section>
      <p class={css['ways']}>
        <A href="/imports">{help.toFiles}</A>
        <A href="/glossary">{help.toGlossary}</A>
      </p>
    </Page>
  )
}

function Contents() {
  return (
    <nav class={css['contents']} aria-label={help.contents}>
      <ul>
        <For each={[...help.items, ...help.problems]}>
          {(entry) => (
            <li>
              <a href={`#${entry.id}`}>{entry.name}</a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}

function Report(props: { report: HelpReport }) {
  return (
    <article class={`card ${css['report']}`} id={props.report.id}>
      <div class={css['words']}>
        <h3>{props.report.name}</h3>
        <p>{props.report.why}</p>
        <p class="small muted">{props.report.hint}</p>
      </div>
      <div class={css['way']}>
        <PanelPicture
          name={props.report.name}
          path={props.report.path}
          gives={props.report.gives}
        />
        <Show when={props.report.path.length === 0 && props.report.id !== 'costs'}>
          <p class="small muted">{help.byName}</p>
        </Show>
      </div>
      <div class={css['facts']}>
        <h4>{help.reads}</h4>
        <ul>
          <For each={props.report.reads}>
            {(read) => (
              <li>
                <Icon name="check" small />
                <span>{read}</span>
              </li>
            )}
          </For>
        </ul>
        <h4>{help.use}</h4>
        <p>{props.report.use}</p>
      </div>
    </article>
  )
}
