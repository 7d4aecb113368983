import { Part } from '../components/face'
import { Page } from '../components/page'
import { Skeleton } from '../components/skeleton'
import { text } from '../locales/text'
import css from './settings/settings.module.css'
import { Passkeys } from './security/passkeys'
import { Person } from './security/person'
import { SecondStep } from './security/second-step'
import { SecurityEvents } from './security/security-events'
import { Sessions } from './security/sessions'

export function SecurityPage() {
  return (
    <Page
      title={text.security.title}
      lead={text.security.lead}
      up={{ href: '/settings', label: text.security.toSettings }}
    >
      <div class={css['sections']}>
        <section class={`card ${css['section']}`}>
          <h2>{text.security.person}</h2>
          <Part loading={<Skeleton shape="lines" />}>
            <Person />
          </Part>
        </section>
        <section class={`card ${css['section']}`}>
          <h2>{text.security.secondStep}</h2>
          <p class="muted">{text.security.secondStepDetail}</p>
          <Part loading={<Skeleton shape="lines" />}>
            <SecondStep />
          </Part>
        </section>
        <section class={`card ${css['section']}`}>
          <h2>{text.security.passkeys}</h2>
          <p class="muted">{text.security.passkeysDetail}</p>
          <Part loading={<Skeleton shape="lines" />}>
            <Passkeys />
          </Part>
        </section>
        <section class={`card ${css['section']}`}>
          <h2>{text.security.devices}</h2>
          <Part loading={<Skeleton shape="lines" />}>
            <Sessions />
          </Part>
        </section>
        <section class={`card ${css['section']}`}>
          <h2>{text.settings.events}</h2>
          <Part loading={<Skeleton shape="lines" />}>
            <SecurityEvents />
          </Part>
        </section>
      </div>
    </Page>
  )
}
