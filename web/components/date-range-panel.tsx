import { parseBusinessDate } from '#core/dates'
import { Popover } from '@kobalte/core/popover'
import { For, Show, createSignal } from 'solid-js'
import { afterPaint } from '../after-paint'
import { COMPARISONS, comparedPeriod, type Comparison } from '../compare'
import { formatPeriod } from '../locales/format'
import { text } from '../locales/text'
import { PRESETS } from '../period'
import { DateField } from './date-field'
import type { DateRangeProps } from './date-range'
import css from './date-range.module.css'
import { returnFocus } from './return-focus'

type DateRangePanelProps = DateRangeProps & {
  open: boolean
  onOpenChange: (open: boolean) => void
  anchor: () => HTMLElement | undefined
}

export function DateRangePanel(props: DateRangePanelProps) {
  return (
    <Popover
      open={props.open}
      onOpenChange={props.onOpenChange}
      anchorRef={props.anchor}
      placement="bottom-start"
      gutter={6}
      overflowPadding={12}
    >
      <Popover.Portal>
        <Popover.Content class={css['panel']} onCloseAutoFocus={() => returnFocus(props.anchor())}>
          <Popover.Title class="hidden-text">{text.period.label}</Popover.Title>
          <ul class={css['presets']}>
            <For each={PRESETS}>
              {(preset) => (
                <li>
                  <button
                    class={css['preset']}
                    type="button"
                    aria-pressed={props.preset === preset}
                    onClick={() => {
                      props.onOpenChange(false)
                      afterPaint(() => props.onPreset(preset))
                    }}
                  >
                    {text.period.presets[preset]}
                  </button>
                </li>
              )}
            </For>
          </ul>
          <CustomDays {...props} />
          <Show when={props.comparison}>
            {(comparison) => <CompareWith {...props} comparison={comparison()} />}
          </Show>
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  )
}

function CustomDays(props: DateRangePanelProps) {
  const [wrongOrder, setWrongOrder] = createSignal(false)
  const apply = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const from = parseBusinessDate(String(form.get('from')))
    const to = parseBusinessDate(String(form.get('to')))
    if (!from || !to) return
    setWrongOrder(from > to)
    if (from > to) return
    props.onOpenChange(false)
    afterPaint(() => props.onPeriod({ from, to }))
  }
  return (
    <form class={css['custom']} onSubmit={apply}>
      <p class={css['customTitle']}>{text.period.custom}</p>
      <label class="field">
        <span>{text.period.from}</span>
        <DateField name="from" required value={props.period.from} />
      </label>
      <label class="field">
        <span>{text.period.to}</span>
        <DateField name="to" required value={props.period.to} aria-invalid={wrongOrder()} />
      </label>
      <Show when={wrongOrder()}>
        <p class={css['wrong']} role="alert">
          {text.period.wrongOrder}
        </p>
      </Show>
      <button class="button button-primary" type="submit">
        {text.common.apply}
      </button>
    </form>
  )
}

/** Each choice with the days that it means for the days above. */
function CompareWith(props: DateRangePanelProps & { comparison: Comparison }) {
  const days = (comparison: Comparison) => {
    const period = comparedPeriod(props.period, props.preset, comparison)
    return period && formatPeriod(period.from, period.to)
  }
  return (
    <fieldset class={css['compare']}>
      <legend class={css['customTitle']}>{text.compare.label}</legend>
      <For each={COMPARISONS}>
        {(comparison) => (
          <button
            class={css['preset']}
            type="button"
            aria-pressed={props.comparison === comparison}
            onClick={() => {
              props.onOpenChange(false)
              afterPaint(() => props.onComparison?.(comparison))
            }}
          >
            {text.compare.options[comparison]}
            <Show when={days(comparison)}>
              {(shown) => <span class={css['comparedDays']}>{shown()}</span>}
            </Show>
          </button>
        )}
      </For>
    </fieldset>
  )
}
