import { A, useLocation } from '@solidjs/router'
import type { Source } from '../api-shapes'
import { text } from '../locales/text'
import css from './source-link.module.css'

/** The address of the row in the file; `column` marks the cell that was counted. */
export function sourceHref(source: Source, column?: string): string {
  const cell = column ? `?column=${encodeURIComponent(column)}` : ''
  return `/reports/${encodeURIComponent(source.reportId)}/rows/${source.row}${cell}`
}

export function SourceLink(props: { source: Source; column?: string }) {
  const location = useLocation()
  return (
    <A
      class={css['link']}
      href={sourceHref(props.source, props.column)}
      state={{ from: `${location.pathname}${location.search}` }}
      title={`${props.source.filename}${text.common.dot}${props.source.sheet}`}
    >
      {text.source.row(props.source.row)}
    </A>
  )
}
