import { For, Match, Show, Switch } from 'solid-js'
import type { Upload, UploadReport } from '../../api-shapes'
import { Badge, type Tone } from '../../components/badge'
import { FileName } from '../../components/file-name'
import { Icon } from '../../components/icon'
import { formatBytes, formatCount, formatInstant, formatPeriod } from '../../locales/format'
import { said } from '../../locales/said'
import { text } from '../../locales/text'
import { apiUrl } from '../../api-url'
import { useMay } from '../../roles'
import {
  type UploadFace,
  faceOf,
  isWorking,
  rejectedRows,
  tellingReports,
} from '../../uploads/upload-state'
import { kindWords } from './coverage-rows'
import css from './imports.module.css'

const TONES: Readonly<Record<UploadFace, Tone>> = {
  queued: 'busy',
  parsing: 'busy',
  done: 'good',
  partly: 'warn',
  quarantined: 'warn',
  unrecognised: 'warn',
  failed: 'bad',
}

/** What is not counted has its page in the help. */
const HELP: Readonly<Partial<Record<UploadFace, string>>> = {
  partly: 'read-in-part',
  quarantined: 'held-back',
  unrecognised: 'not-recognised',
  failed: 'failed',
}

/** A file we have: what it is, what came of it, and the way back. */
export function UploadRow(props: { upload: Upload; onUndo: () => void }) {
  const face = () => faceOf(props.upload)
  const may = useMay()
  return (
    <li class={css['upload']}>
      <div class={css['head']}>
        <span class={css['fileIcon']}>
          <Icon name="file" />
        </span>
        <div class={css['what']}>
          <p class={css['name']}>
            <FileName name={props.upload.filename} />
          </p>
          <p class={css['meta']}>
            {formatInstant(props.upload.receivedAt)}
            {text.common.dot}
            {formatBytes(props.upload.bytes)}
          </p>
        </div>
        <Badge tone={TONES[face()]}>{text.imports.state[face()]}</Badge>
        <Show when={may('changes') && !isWorking(props.upload)}>
          <button
            class="icon-button"
            type="button"
            aria-label={text.imports.undoLabel(props.upload.filename)}
            title={text.imports.undo}
            onClick={() => props.onUndo()}
          >
            <Icon name="undo" small />
          </button>
        </Show>
      </div>
      <Switch>
        <Match when={isWorking(props.upload)}>
          <progress class={css['bar']} aria-label={text.imports.state[face()]} />
          <Show when={props.upload.progress.rowsRead > 0}>
            <p class={css['sentence']} role="status">
              {text.imports.state.rowsRead(props.upload.progress.rowsRead)}
            </p>
          </Show>
        </Match>
        <Match when={face() === 'failed'}>
          <p class={css['sentence']}>{troubleOf(props.upload)}</p>
        </Match>
        <Match when={face() === 'unrecognised'}>
          <p class={css['sentence']}>{text.imports.unrecognisedDetail}</p>
        </Match>
        <Match when={props.upload.archive}>
          {(archive) => <p class={css['sentence']}>{text.imports.archive(archive().files)}</p>}
        </Match>
        <Match when={true}>
          <Reports upload={props.upload} />
        </Match>
      </Switch>
      <Show when={HELP[face()]}>
        {(place) => (
          <a class={css['help']} href={`/help#${place()}`}>
            {text.imports.whatToDo}
            <span class="hidden-text">
              {text.common.space}
              {props.upload.filename}
            </span>
          </a>
        )}
      </Show>
    </li>
  )
}

function troubleOf({ error }: Upload): string {
  return error ? said(error.detail, error.code) : text.faces.server.detail
}

function Reports(props: { upload: Upload }) {
  return (
    <>
      <ul class={css['reports']}>
        <For each={tellingReports(props.upload)}>{(report) => <Report report={report} />}</For>
      </ul>
      <Show when={props.upload.unrecognised.length > 0}>
        <p class={css['sentence']}>
          {text.imports.sheetsUnknown(props.upload.unrecognised.join(', '))}
        </p>
      </Show>
      <Show when={rejectedRows(props.upload) > 0}>
        <a
          class={css['rejected']}
          href={apiUrl(`/uploads/${encodeURIComponent(props.upload.id)}/rejected.csv`)}
          download=""
        >
          <Icon name="download" small />
          {text.imports.rejectedDownload(rejectedRows(props.upload))}
        </a>
      </Show>
    </>
  )
}

const COUNTS = ['new', 'changed', 'same', 'rejected'] as const

function Report(props: { report: UploadReport }) {
  const period = () => {
    const { from, to } = props.report.period ?? {}
    return from && to ? formatPeriod(from, to) : ''
  }
  return (
    <li class={css['report']}>
      <span class={css['kind']}>{kindWords(props.report.kind)}</span>
      <span class="small muted">{period()}</span>
      <Show
        when={props.report.quarantined}
        fallback={
          <dl class={css['counts']}>
            <For each={COUNTS.filter((key) => key === 'new' || props.report[key] > 0)}>
              {(key) => (
                <div data-count={key}>
                  <dt>{text.imports.columns[key]}</dt>
                  <dd>{formatCount(props.report[key])}</dd>
                </div>
              )}
            </For>
          </dl>
        }
      >
        {(held) => <p class={css['held']}>{said(held().detail, held().code)}</p>}
      </Show>
      <For each={props.report.notices}>
        {(notice) => <p class={css['notice']}>{said(notice.detail, notice.code)}</p>}
      </For>
    </li>
  )
}
