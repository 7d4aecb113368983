import { createAsync, useLocation, useParams, useSearchParams } from '@solidjs/router'
import { For, Show, createEffect, createSignal } from 'solid-js'
import { loadFileRow } from '../api'
import type { FileRow } from '../api-shapes'
import { Part } from '../components/face'
import { Icon } from '../components/icon'
import { Page } from '../components/page'
import { Skeleton } from '../components/skeleton'
import { text } from '../locales/text'
import css from './file-row/file-row.module.css'

export function FileRowPage() {
  const params = useParams<{ reportId: string; row: string }>()
  const [search] = useSearchParams<{ column: string }>()
  const location = useLocation<{ from: string }>()
  const file = createAsync(() => loadFileRow(params.reportId, params.row))
  const up = () => ({ href: location.state?.from ?? '/imports', label: text.common.back })
  return (
    <Page title={text.fileRow.title(params.row)} lead={text.fileRow.lead} up={up()}>
      <Part loading={<Skeleton shape="rows" />}>
        <Show when={file()}>{(loaded) => <Cells file={loaded()} counted={search.column} />}</Show>
      </Part>
    </Page>
  )
}

function Cells(props: { file: FileRow; counted: string | undefined }) {
  const isCounted = (cell: { column: string; title: string }) =>
    props.counted === cell.column || props.counted === cell.title
  return (
    <>
      <ol class={css['crumbs']}>
        <For each={[props.file.filename, ...props.file.path, props.file.sheet].filter(Boolean)}>
          {(part) => (
            <li>
              <Icon name="file" small />
              {part}
            </li>
          )}
        </For>
      </ol>
      <div class={`card ${css['cells']}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.fileRow.column}</th>
              <th scope="col">{text.fileRow.heading}</th>
              <th scope="col">{text.fileRow.value}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.file.cells}>
              {(cell) => <Cell cell={cell} isCounted={isCounted(cell)} />}
            </For>
          </tbody>
        </table>
      </div>
    </>
  )
}

function Cell(props: { cell: FileRow['cells'][number]; isCounted: boolean }) {
  const [row, setRow] = createSignal<HTMLElement>()
  createEffect(() => props.isCounted && row()?.scrollIntoView({ block: 'center' }))
  return (
    <tr ref={setRow} data-counted={props.isCounted ? 'true' : undefined}>
      <td>
        <code>{props.cell.column}</code>
      </td>
      <th scope="row">{props.cell.title || text.fileRow.untitled}</th>
      <td class={css['value']}>
        <Show when={props.cell.text} fallback={<i>{text.fileRow.emptyCell}</i>}>
          {props.cell.text}
        </Show>
        <Show when={props.isCounted}>
          <span class={css['mark']}>{text.fileRow.highlighted}</span>
        </Show>
      </td>
    </tr>
  )
}
