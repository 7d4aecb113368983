import { For, type JSX, Show } from 'solid-js'
import type { Pnl, Upload } from '../../api-shapes'
import { Icon } from '../../components/icon'
import { Rupees } from '../../components/rupees'
import { text } from '../../locales/text'
import { faceOf, needsAttention, rejectedRows } from '../../uploads/upload-state'
import css from './overview.module.css'

type AttentionCardProps = {
  pnl: Pnl
  uploads: readonly Upload[]
  href: (path: string, extra?: object) => string
}

type Item = { readonly words: string; readonly href: string; readonly amount?: JSX.Element }

/** What a person can do something about; money at stake first, then files. Absent when there is nothing. */
export function AttentionCard(props: AttentionCardProps) {
  const items = () => [...moneyItems(props), ...fileItems(props)]
  return (
    <Show when={items().length > 0}>
      <section class={`card ${css['attention']}`}>
        <h2>{text.overview.attention}</h2>
        <ul>
          <For each={items()}>
            {(item) => (
              <li>
                <a class={css['item']} href={item.href}>
                  <Icon name="alert" />
                  <span>{item.words}</span>
                  {item.amount}
                  <Icon name="right" small />
                </a>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

function moneyItems({ pnl, href }: AttentionCardProps): Item[] {
  const group = pnl.groups[0]
  const unexplained = group?.lines.unexplained
  const gstUnknown = group?.coverage.gstUnknownLines ?? 0
  return [
    ...(unexplained
      ? [
          {
            words: text.overview.actions.unexplained,
            href: href('/provenance', { figure: 'pnl.unexplained' }),
            amount: <Rupees amount={unexplained} />,
          },
        ]
      : []),
    ...(pnl.undated && pnl.undated.lines > 0
      ? [
          {
            words: text.overview.actions.undated(pnl.undated.lines),
            href: href('/settlements'),
            amount: <Rupees amount={pnl.undated.settlement} />,
          },
        ]
      : []),
    ...(gstUnknown > 0
      ? [{ words: text.overview.actions.gstUnknown(gstUnknown), href: href('/settlements') }]
      : []),
  ]
}

function fileItems({ uploads, href }: AttentionCardProps): Item[] {
  return uploads.filter(needsAttention).map((upload) => ({
    words: fileWords(upload),
    href: href('/imports'),
  }))
}

function fileWords(upload: Upload): string {
  const rejected = rejectedRows(upload)
  if (faceOf(upload) === 'quarantined') return text.overview.actions.quarantined(upload.filename)
  if (rejected > 0) return text.overview.actions.rejected(rejected, upload.filename)
  if (faceOf(upload) === 'failed') return text.overview.actions.failed(upload.filename)
  return text.overview.actions.unrecognised(upload.filename)
}
