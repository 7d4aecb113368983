import { Show, Suspense, createSignal, lazy } from 'solid-js'
import { formatPeriod } from '../locales/format'
import { text } from '../locales/text'
import type { Comparison } from '../compare'
import type { Period, Preset } from '../period'
import css from './date-range.module.css'
import { Icon } from './icon'

const DateRangePanel = lazy(() =>
  import('./date-range-panel').then((module) => ({ default: module.DateRangePanel })),
)

export type DateRangeProps = {
  period: Period
  preset: Preset | undefined
  onPreset: (preset: Preset) => void
  onPeriod: (period: Period) => void
  /** Nothing on a screen that compares with nothing. */
  comparison?: Comparison | undefined
  onComparison?: (comparison: Comparison) => void
}

export function DateRange(props: DateRangeProps) {
  const [open, setOpen] = createSignal(false)
  const [asked, setAsked] = createSignal(false)
  const [button, setButton] = createSignal<HTMLElement>()
  const toggle = () => {
    setAsked(true)
    setOpen(!open())
  }
  const days = () => formatPeriod(props.period.from, props.period.to)
  return (
    <>
      <button
        ref={setButton}
        class={`button ${css['button']}`}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open()}
        onClick={toggle}
      >
        <Icon name="calendar" small />
        <span class="hidden-text">{text.period.label}</span>
        <Show when={props.preset} fallback={days()}>
          {(preset) => (
            <span class={css['words']}>
              {text.period.presets[preset()]}
              <span class={css['days']}>{days()}</span>
            </span>
          )}
        </Show>
        <Icon name="down" small />
      </button>
      <Show when={asked()}>
        <Suspense>
          <DateRangePanel
            period={props.period}
            preset={props.preset}
            onPreset={props.onPreset}
            onPeriod={props.onPeriod}
            comparison={props.comparison}
            onComparison={(comparison) => props.onComparison?.(comparison)}
            open={open()}
            onOpenChange={setOpen}
            anchor={button}
          />
        </Suspense>
      </Show>
    </>
  )
}
