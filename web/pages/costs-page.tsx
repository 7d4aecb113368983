import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { Part, Piece } from '../components/face'
import { Page } from '../components/page'
import { Segmented } from '../components/segmented'
import { Skeleton } from '../components/skeleton'
import { StoreTools } from '../components/toolbar'
import { text } from '../locales/text'
import { useMay } from '../roles'
import { CostDialog } from './costs/cost-dialog'
import { CostList } from './costs/cost-list'
import { ImportCard } from './costs/import-card'
import { MissingList } from './costs/missing-list'
import { Overheads } from './costs/overheads'

/** What units and months cost: first what is missing, then what is known. */
export function CostsPage() {
  const [search, setSearch] = useSearchParams<Record<'view' | 'add' | 'edit', string>>()
  const may = useMay()
  // A new cost names no SKU yet, and the router keeps no empty value.
  const isEditing = () => search.edit !== undefined || search.add !== undefined
  const view = () => (search.view === 'overheads' ? ('overheads' as const) : ('skus' as const))
  return (
    <Page title={text.costs.title} lead={text.costs.lead} tools={<StoreTools />}>
      <div class="wrap">
        <Segmented
          label={text.costs.viewLabel}
          value={view()}
          options={[
            { value: 'skus', label: text.costs.views.skus },
            { value: 'overheads', label: text.costs.views.overheads },
          ]}
          onChange={(chosen) => setSearch({ view: chosen === 'skus' ? null : chosen })}
        />
      </div>
      <Show
        when={view() === 'skus'}
        fallback={
          <Part loading={<Skeleton shape="rows" />}>
            <Overheads />
          </Part>
        }
      >
        <Part loading={<Skeleton shape="rows" />}>
          <Piece>
            <MissingList />
          </Piece>
          <Show when={may('changes')}>
            <ImportCard />
          </Show>
          <Piece>
            <CostList />
          </Piece>
        </Part>
        <Show when={may('changes') && isEditing()}>
          <Part loading={undefined}>
            <CostDialog />
          </Part>
        </Show>
      </Show>
    </Page>
  )
}
