import { A } from '@solidjs/router'
import { createRenderEffect, Show } from 'solid-js'
import { text } from '../locales/text'
import { isAllowed, type Role } from '../roles'
import { Face } from './face'

/** A screen that is not for whoever opened it, with the way to one that is. */
export function NotYours(props: { role: Role }) {
  const isVisitor = () => props.role === 'visitor'
  const title = () => (isVisitor() ? text.visit.notYours : text.roles.notYours)
  createRenderEffect(() => {
    document.title = text.common.title(title())
  })
  return (
    <Face
      isScreen
      icon="info"
      title={title()}
      detail={isVisitor() ? text.visit.notYoursDetail : text.roles.notYoursDetail}
    >
      <Show when={isVisitor()}>
        <A class="button button-primary" href="/sign-up">
          {text.visit.own}
        </A>
      </Show>
      <Show
        when={isAllowed(props.role, 'figures')}
        fallback={
          <A class="button" href="/returns">
            {text.roles.toReturns}
          </A>
        }
      >
        <A class="button" href="/">
          {text.roles.toOverview}
        </A>
      </Show>
    </Face>
  )
}
