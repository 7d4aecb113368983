import { For, Match, Show, Switch } from 'solid-js'
import { FilterSelect } from '../../components/filter-select'
import { Icon } from '../../components/icon'
import { text } from '../../locales/text'
import { apiUrl } from '../../api-url'
import type { GstSummary } from '../../tax-api'
import css from './tax.module.css'

type FilesProps = {
  summary: GstSummary
  store: string | undefined
  gstin: string | undefined
  onGstin: (gstin: string) => void
}

const TABLES = ['7', '8', '12', '13', '14'] as const

/** The tables of the month's returns to save; a return is of one GSTIN, so of several one is chosen first. */
export function FilesToFile(props: FilesProps) {
  const chosen = () => {
    const { gstins } = props.summary
    return gstins.length === 1 ? gstins[0] : gstins.find((gstin) => gstin === props.gstin)
  }
  return (
    <section class={css['files']}>
      <h3>{text.tax.file.title}</h3>
      <Switch fallback={<Links {...props} gstin={chosen()} />}>
        <Match when={props.summary.gstins.length === 0}>
          <p class="notice notice-warn">{text.tax.file.noGstin}</p>
        </Match>
        <Match when={props.summary.gstins.length > 1}>
          <GstinSelect {...props} gstin={chosen()} />
          <Links {...props} gstin={chosen()} />
        </Match>
      </Switch>
    </section>
  )
}

function GstinSelect(props: FilesProps) {
  return (
    <FilterSelect
      label={text.tax.file.gstin}
      value={props.gstin}
      options={[
        { value: '', label: text.tax.file.choose },
        ...props.summary.gstins.map((gstin) => ({ value: gstin, label: gstin })),
      ]}
      onChoose={(gstin) => props.onGstin(gstin ?? '')}
    />
  )
}

function Links(props: FilesProps) {
  const asked = () => ({ month: props.summary.month, store: props.store, gstin: props.gstin })
  const links = () =>
    props.gstin === undefined
      ? []
      : [
          ...TABLES.map((table) => ({
            name: text.tax.file.tables[table],
            href: apiUrl('/gst/gstr1.csv', { ...asked(), table }),
          })),
          { name: text.tax.file.gstr3b, href: apiUrl('/gst/gstr3b.csv', asked()) },
        ]
  return (
    <>
      <p class="small muted">{text.tax.file.lead}</p>
      <ul class={css['links']}>
        <For each={links()}>
          {(link) => (
            <li>
              <a class={css['download']} href={link.href} download="">
                <Icon name="download" small />
                {link.name}
              </a>
            </li>
          )}
        </For>
      </ul>
      <p class="small muted">{text.tax.file.documentsNote}</p>
      <Show when={props.summary.counts.withoutOperator > 0}>
        <p class="small muted">{text.tax.file.operatorNote}</p>
      </Show>
    </>
  )
}
