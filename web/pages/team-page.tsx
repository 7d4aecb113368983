import { createAsync } from '@solidjs/router'
import { Show } from 'solid-js'
import { Part } from '../components/face'
import { Page } from '../components/page'
import { Skeleton } from '../components/skeleton'
import { text } from '../locales/text'
import { loadTeam } from '../team-api'
import css from './settings/settings.module.css'
import { Invitations } from './team/invitations'
import { Invite } from './team/invite'
import { Members } from './team/members'

/** Who belongs to the workspace; only an owner comes here. */
export function TeamPage() {
  const team = createAsync(() => loadTeam())
  return (
    <Page
      title={text.team.title}
      lead={text.team.lead}
      up={{ href: '/settings', label: text.security.toSettings }}
    >
      <Part loading={<Skeleton shape="rows" />}>
        <Show when={team()}>
          {(known) => (
            <div class={css['sections']}>
              <section class={`card ${css['section']}`}>
                <h2>{text.team.members}</h2>
                <Members members={known().members} />
              </section>
              <section class={`card ${css['section']}`}>
                <h2>{text.team.open}</h2>
                <p class="muted">{text.team.openDetail}</p>
                <Invitations invitations={known().invitations} />
              </section>
              <section class={`card ${css['section']}`}>
                <h2>{text.team.invite}</h2>
                <p class="muted">{text.team.inviteDetail}</p>
                <Invite />
              </section>
            </div>
          )}
        </Show>
      </Part>
    </Page>
  )
}
