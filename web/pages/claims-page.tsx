import { Show } from 'solid-js'
import { Part, Piece } from '../components/face'
import { Page } from '../components/page'
import { Skeleton } from '../components/skeleton'
import { StoreTools } from '../components/toolbar'
import { text } from '../locales/text'
import { useMay } from '../roles'
import { Acceptance } from './claims/acceptance'
import { ClaimableList } from './claims/claimable-list'
import { Ledger } from './claims/ledger'

/** What can still be claimed first, for it will not wait; then what became of what was claimed. */
export function ClaimsPage() {
  const may = useMay()
  return (
    <Page title={text.claims.title} lead={text.claims.lead} tools={<StoreTools />}>
      <Part loading={<Skeleton shape="rows" />}>
        <Piece>
          <ClaimableList />
        </Piece>
        <Show when={may('figures')}>
          <Piece>
            <Acceptance />
          </Piece>
        </Show>
        <Piece>
          <Ledger />
        </Piece>
      </Part>
    </Page>
  )
}
