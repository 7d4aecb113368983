import { A } from '@solidjs/router'
import { For, Show, lazy } from 'solid-js'
import { DropZone } from '../components/drop-zone'
import { Part } from '../components/face'
import { Icon } from '../components/icon'
import { fetchSoon } from '../components/later'
import { Page } from '../components/page'
import { Toolbar } from '../components/toolbar'
import { useFilters } from '../filters'
import { text } from '../locales/text'
import { apiUrl } from '../api-url'
import { useMay } from '../roles'
import { outgoing, sendFiles } from '../uploads/outgoing'
import { ArchiveCard } from './exports/archive-card'
import imports from './imports/imports.module.css'
import css from './settings/settings.module.css'

const OutgoingRows = lazy(() =>
  import('./imports/outgoing-rows').then((module) => ({ default: module.OutgoingRows })),
)
fetchSoon(OutgoingRows)

const TABLES = [
  'orders',
  'settlements',
  'payouts',
  'ads',
  'returns',
  'claims',
  'discrepancies',
  'costs',
] as const

const GROUPS = ['month', 'day', 'sku'] as const

export function ExportsPage() {
  const may = useMay()
  return (
    <Page title={text.exports.title} lead={text.exports.lead} tools={<Toolbar />}>
      <div class={css['sections']}>
        <section class={`card ${css['section']}`}>
          <h2>{text.exports.tables}</h2>
          <p class="muted">{text.exports.tablesDetail}</p>
          <Statement />
          <For each={TABLES}>{(name) => <Table name={name} />}</For>
        </section>
        <ArchiveCard />
        <Show when={may('changes')}>
          <BringBack />
        </Show>
      </div>
    </Page>
  )
}

/** The same statement by months, days or SKUs, on the basis that the toolbar says. */
function Statement() {
  const { filters } = useFilters()
  const href = (group: string) => {
    const { from, to, store, basis } = filters()
    return apiUrl('/export/pnl.csv', { from, to, store, basis, group })
  }
  return (
    <div class={css['row']}>
      <Words name="pnl" />
      <div class={css['buttons']}>
        <For each={GROUPS}>
          {(group) => (
            <a
              class="button"
              href={href(group)}
              download=""
              aria-label={text.exports.download(
                `${text.exports.table.pnl.name}, ${text.exports.groups[group]}`,
              )}
            >
              {text.exports.groups[group]}
            </a>
          )}
        </For>
      </div>
    </div>
  )
}

function Table(props: { name: (typeof TABLES)[number] }) {
  const { filters } = useFilters()
  const href = () => {
    const { from, to, store, basis } = filters()
    // Only ads stand on two days each; a question that others do not know would still name one.
    const by = props.name === 'ads' ? { basis } : {}
    return apiUrl(`/export/${props.name}.csv`, { from, to, store, ...by })
  }
  return (
    <div class={css['row']}>
      <Words name={props.name} />
      <a
        class="button"
        href={href()}
        download=""
        aria-label={text.exports.download(text.exports.table[props.name].name)}
      >
        <Icon name="download" small />
        {text.common.download}
      </a>
    </div>
  )
}

function Words(props: { name: keyof typeof text.exports.table }) {
  return (
    <div>
      <p>{text.exports.table[props.name].name}</p>
      <p class="small muted">{text.exports.table[props.name].detail}</p>
    </div>
  )
}

function BringBack() {
  return (
    <section class={`card ${css['section']}`}>
      <h2>{text.exports.bring}</h2>
      <p class="muted">{text.exports.bringDetail}</p>
      <DropZone onFiles={sendFiles} />
      <Show when={outgoing().length > 0}>
        <ul class={imports['list']}>
          <Part loading={undefined}>
            <OutgoingRows />
          </Part>
        </ul>
      </Show>
      <p class="small muted">
        {text.exports.bringLarge} <A href="/imports">{text.exports.toFiles}</A>
      </p>
    </section>
  )
}
