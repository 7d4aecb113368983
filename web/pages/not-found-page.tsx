import { A } from '@solidjs/router'
import { Face } from '../components/face'
import { Page } from '../components/page'
import { text } from '../locales/text'

export function NotFoundPage() {
  return (
    <Page title={text.faces.notFound.title}>
      <Face icon="search" title={text.faces.notFound.detail}>
        <A class="button" href="/">
          {text.faces.notFound.action}
        </A>
      </Face>
    </Page>
  )
}
