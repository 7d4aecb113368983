import { Part } from '../components/face'
import { Page } from '../components/page'
import { Skeleton } from '../components/skeleton'
import { text } from '../locales/text'
import css from './settings/settings.module.css'
import { MakeToken } from './tokens/make-token'
import { TokenList } from './tokens/token-list'

/** One's own tokens: what scripts and the command line come in with. */
export function TokensPage() {
  return (
    <Page
      title={text.tokens.title}
      lead={text.tokens.lead}
      up={{ href: '/settings', label: text.security.toSettings }}
    >
      <div class={css['sections']}>
        <section class={`card ${css['section']}`}>
          <h2>{text.tokens.yours}</h2>
          <Part loading={<Skeleton shape="lines" />}>
            <TokenList />
          </Part>
          <MakeToken />
        </section>
      </div>
    </Page>
  )
}
