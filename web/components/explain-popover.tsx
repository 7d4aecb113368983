import { Popover } from '@kobalte/core/popover'
import { Show } from 'solid-js'
import { definitionText, definitions } from '../locales/parts'
import css from './explain.module.css'
import { Icon } from './icon'
import { returnFocus } from './return-focus'

type ExplainPopoverProps = {
  figure: string
  name: string
  open: boolean
  onOpenChange: (open: boolean) => void
  anchor: () => HTMLElement | undefined
}

export function ExplainPopover(props: ExplainPopoverProps) {
  const definition = () => definitions[props.figure]
  return (
    <Popover
      open={props.open}
      onOpenChange={props.onOpenChange}
      anchorRef={props.anchor}
      gutter={6}
      overflowPadding={12}
    >
      <Popover.Portal>
        <Popover.Content
          class={css['popover']}
          onCloseAutoFocus={() => returnFocus(props.anchor())}
        >
          <div class={css['head']}>
            <Popover.Title class={css['title']}>{props.name}</Popover.Title>
            <Popover.CloseButton class={css['close']} aria-label={definitionText.close}>
              <Icon name="close" small />
            </Popover.CloseButton>
          </div>
          <Popover.Description class={css['what']}>{definition()?.what}</Popover.Description>
          <dl class={css['facts']}>
            <Show when={definition()?.formula}>
              <dt>{definitionText.formula}</dt>
              <dd>{definition()?.formula}</dd>
            </Show>
            <dt>{definitionText.files}</dt>
            <dd>{definition()?.files}</dd>
          </dl>
          <a class={css['more']} href={`/glossary#${props.figure}`}>
            {definitionText.more}
          </a>
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  )
}
