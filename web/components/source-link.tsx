import { A, useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Source } from '../api-shapes'
import { text } from '../locales/text'
import { useMay } from '../roles'
import css from './source-link.module.css'

/** The address of the row in the file; `column` marks the cell that was counted. */
export function sourceHref(source: Source, column?: string): string {
  const cell = column ? `?column=${encodeURIComponent(column)}` : ''
  return `/reports/${encodeURIComponent(source.reportId)}/rows/${source.row}${cell}`
}

/** The same place for a spreadsheet. */
export function sourceText({ filename, path, sheet, row }: Source): string {
  return [filename, ...path, sheet, row].filter(Boolean).join(' › ')
}

export function SourceLink(props: { source: Source; column?: string }) {
  const location = useLocation()
  const may = useMay()
  return (
    <Show
      when={may('figures')}
      fallback={<span class="small muted">{text.source.row(props.source.row)}</span>}
    >
      <A
        class={css['link']}
        href={sourceHref(props.source, props.column)}
        state={{ from: `${location.pathname}${location.search}` }}
        title={`${props.source.filename}${text.common.dot}${props.source.sheet}`}
      >
        {text.source.row(props.source.row)}
      </A>
    </Show>
  )
}
