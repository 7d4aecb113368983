import { createMemo, For, Match, Show, Switch } from 'solid-js'
import { Badge, type Tone } from '../../components/badge'
import { troubleWords } from '../../components/face'
import { FileName } from '../../components/file-name'
import { Icon } from '../../components/icon'
import { formatBytes } from '../../locales/format'
import { text } from '../../locales/text'
import {
  batchProgress,
  dismissOutgoing,
  outgoing,
  type OutgoingFile,
  retryOutgoing,
} from '../../uploads/outgoing'
import css from './imports.module.css'

const TONES: Readonly<Record<OutgoingFile['state'], Tone>> = {
  waiting: 'plain',
  sending: 'busy',
  duplicate: 'good',
  refused: 'bad',
}

/** In a list: the files still on this device and, of several, how far they are. */
export function OutgoingRows() {
  const batch = createMemo(batchProgress)
  return (
    <>
      <Show when={batch().files > 1 && batch().ended < batch().files}>
        <li class={css['batch']}>
          <p role="status">{text.imports.sent(batch().ended, batch().files)}</p>
          <progress
            class={css['bar']}
            max={batch().files}
            value={batch().ended}
            aria-hidden="true"
          />
        </li>
      </Show>
      <For each={outgoing()}>{(entry) => <OutgoingRow entry={entry} />}</For>
    </>
  )
}

/** A file that is still on this device. */
function OutgoingRow(props: { entry: OutgoingFile }) {
  const percent = () =>
    Math.min(100, Math.round((props.entry.sentBytes / Math.max(props.entry.file.size, 1)) * 100))
  const isOver = () => props.entry.state === 'refused' || props.entry.state === 'duplicate'
  return (
    <li class={css['upload']}>
      <div class={css['head']}>
        <span class={css['fileIcon']}>
          <Icon name="file" />
        </span>
        <div class={css['what']}>
          <p class={css['name']}>
            <FileName name={props.entry.file.name} />
          </p>
          <p class={css['meta']}>{formatBytes(props.entry.file.size)}</p>
        </div>
        <Badge tone={TONES[props.entry.state]}>{stateWords(props.entry, percent())}</Badge>
        <Show when={isOver()}>
          <button
            class="icon-button"
            type="button"
            aria-label={text.imports.dismiss}
            onClick={() => dismissOutgoing(props.entry.id)}
          >
            <Icon name="close" small />
          </button>
        </Show>
      </div>
      <Switch>
        <Match when={props.entry.state === 'sending'}>
          <progress
            class={css['bar']}
            max={100}
            value={percent()}
            aria-label={text.common.loading}
          />
        </Match>
        <Match when={props.entry.state === 'duplicate'}>
          <p class={css['sentence']}>{text.imports.duplicate}</p>
        </Match>
        <Match when={props.entry.state === 'refused'}>
          <p class={css['sentence']} role="alert">
            {refusal(props.entry)}
          </p>
          <Show when={isRetryable(props.entry)}>
            <button class="button" type="button" onClick={() => retryOutgoing(props.entry.id)}>
              {text.common.retry}
            </button>
          </Show>
        </Match>
      </Switch>
    </li>
  )
}

function stateWords(entry: OutgoingFile, percent: number): string {
  switch (entry.state) {
    case 'waiting':
      return text.imports.state.waiting
    case 'sending':
      // All bytes are out, and the service has not said yet that it keeps them.
      return percent < 100 ? text.imports.state.sending(percent) : text.imports.state.storing
    case 'duplicate':
      return text.imports.state.done
    case 'refused':
      return text.imports.state.refused
  }
}

function refusal({ problem }: OutgoingFile): string {
  if (problem?.status === 413) return problem.message || text.imports.tooLarge
  return troubleWords(problem).detail
}

/** The same bytes are refused again for being too large, and accepted once the network is back. */
function isRetryable({ problem }: OutgoingFile): boolean {
  return !problem || problem.status === 0 || problem.status === 429 || problem.status >= 500
}
