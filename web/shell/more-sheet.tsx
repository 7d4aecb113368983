// By its parts: the whole `Dialog` is one object with `AlertDialog`, and takes over its role.
import * as Dialog from '@kobalte/core/dialog'
import { For } from 'solid-js'
import { Icon } from '../components/icon'
import { text } from '../locales/text'
import css from './more-sheet.module.css'
import { PlaceLink } from './place-link'
import { grouped, type Place } from './places'

type MoreSheetProps = {
  places: readonly Place[]
  onClose: () => void
  /** The button that opened it, where a keyboard goes on once it is closed. */
  opener: HTMLElement | undefined
}

/** From below, over the page: every place that the phone's bar has no room for. */
export function MoreSheet(props: MoreSheetProps) {
  let isLeaving = false
  return (
    <Dialog.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class={css['overlay']} />
        <Dialog.Content
          class={css['sheet']}
          // Who goes to another screen goes on from there, and not from the button below it.
          onCloseAutoFocus={() => isLeaving || props.opener?.focus()}
        >
          <div class={css['head']}>
            <Dialog.Title class={css['title']}>{text.nav.more}</Dialog.Title>
            <Dialog.CloseButton class="icon-button" aria-label={text.common.close}>
              <Icon name="close" />
            </Dialog.CloseButton>
          </div>
          <nav class={css['groups']} aria-label={text.nav.more}>
            <For each={grouped(props.places)}>
              {({ group, places }) => (
                <section>
                  <h3 class={css['heading']}>{text.more.groups[group]}</h3>
                  <ul class={css['places']}>
                    <For each={places}>
                      {(place) => (
                        <li>
                          <PlaceLink
                            place={place}
                            isReplacing
                            onClick={() => {
                              isLeaving = true
                            }}
                          />
                        </li>
                      )}
                    </For>
                  </ul>
                </section>
              )}
            </For>
          </nav>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
