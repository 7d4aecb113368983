import { monthOf } from '#core/dates'
import { A, useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Freshness, Upload } from '../../api-shapes'
import { DropZone } from '../../components/drop-zone'
import { NoPaymentsFace } from '../../components/empty-face'
import { Face } from '../../components/face'
import { FileGuide } from '../../components/file-guide'
import { SampleButton } from '../../components/sample-button'
import { useFilters } from '../../filters'
import { formatMonth } from '../../locales/format'
import { text } from '../../locales/text'
import { wholeMonth } from '../../period'
import { useMay } from '../../roles'
import { sendFiles } from '../../uploads/outgoing'
import { isWorking } from '../../uploads/upload-state'
import css from './overview.module.css'

/** Nobody's first screen is a row of zeros: where the files are, and a sample to look at. */
export function Welcome() {
  const may = useMay()
  const navigate = useNavigate()
  return (
    <div class={css['welcome']}>
      <div class={css['hero']}>
        <h2>{text.overview.welcome}</h2>
        <p>{text.overview.welcomeLead}</p>
        <Show when={may('changes')}>
          <div class={css['heroActions']}>
            <SampleButton />
            <span class="small muted">{text.imports.sample.detail}</span>
          </div>
        </Show>
      </div>
      <DropZone
        onFiles={(files) => {
          sendFiles(files)
          navigate('/imports')
        }}
      />
      <FileGuide />
    </div>
  )
}

export function StillReading(props: { uploads: readonly Upload[] }) {
  const isBusy = () => props.uploads.some(isWorking)
  return (
    <Show
      when={isBusy()}
      fallback={<EmptyPeriod freshness={{ ordersTo: null, paymentsTo: null }} />}
    >
      <Face icon="imports" title={text.overview.working} detail={text.overview.workingDetail}>
        <A class="button" href="/imports">
          {text.imports.title}
        </A>
      </Face>
    </Show>
  )
}

/** Offers the last month that has money, so that nobody has to guess dates. */
export function EmptyPeriod(props: { freshness: Freshness }) {
  const { choosePeriod } = useFilters()
  return (
    <Show when={props.freshness.paymentsTo} fallback={<NoPaymentsFace />}>
      {(last) => (
        <Face
          icon="calendar"
          title={text.overview.emptyPeriod}
          detail={text.overview.emptyPeriodDetail}
        >
          <button
            class="button button-primary"
            type="button"
            onClick={() => choosePeriod(wholeMonth(monthOf(last())))}
          >
            {text.overview.emptyPeriodJump(formatMonth(last()))}
          </button>
          <A class="button" href="/imports">
            {text.imports.title}
          </A>
        </Face>
      )}
    </Show>
  )
}
