import { A, createAsync, useLocation, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { RETURN_GROUPINGS } from '#core/returns/return-summary'
import { Face, Part, Piece } from '../components/face'
import { Page } from '../components/page'
import { Section } from '../components/section'
import { Segmented } from '../components/segmented'
import { Skeleton } from '../components/skeleton'
import { Tile, Tiles } from '../components/tile'
import { Toolbar } from '../components/toolbar'
import { keepFilters, useFilters } from '../filters'
import { formatCount } from '../locales/format'
import { text } from '../locales/text'
import { loadReturnSummary, type ReturnBy, type ReturnGroup } from '../reconcile-api'
import { useMay } from '../roles'
import { Breakdown } from './returns/breakdown'
import { ParcelList } from './returns/parcel-list'

/** Where the parcels on their way back are, where they come from, and each of them. */
export function ReturnsPage() {
  const may = useMay()
  return (
    <Page
      title={text.returns.title}
      lead={text.returns.lead}
      tools={<Toolbar basisName={text.returns.basis} />}
    >
      <Part loading={<Skeleton shape={may('figures') ? 'tiles' : 'rows'} />}>
        <Show when={may('figures')}>
          <Piece>
            <Summary />
          </Piece>
        </Show>
        <Piece>
          <ParcelList />
        </Piece>
      </Part>
    </Page>
  )
}

function Summary() {
  const { filters } = useFilters()
  const [search, setSearch] = useSearchParams<Record<'by', string>>()
  const by = (): ReturnBy => RETURN_GROUPINGS.find((each) => each === search.by) ?? 'sku'
  const found = createAsync(() =>
    loadReturnSummary({
      from: filters().from,
      to: filters().to,
      store: filters().store,
      by: by(),
    }),
  )
  return (
    <Show when={found()}>
      {(summary) => (
        <>
          <Show when={summary().undated.parcels > 0}>
            <p class="small muted">{text.returns.undated(summary().undated.parcels)}</p>
          </Show>
          <Show
            when={summary().total.all.parcels > 0}
            fallback={
              <Face icon="returns" title={text.returns.empty} detail={text.returns.emptyDetail}>
                <A class="button" href="/imports">
                  {text.reconcile.toFiles}
                </A>
              </Face>
            }
          >
            <Figures total={summary().total} />
            <Section
              title={text.returns.breakdown}
              tools={
                <Segmented
                  label={text.returns.byLabel}
                  value={by()}
                  options={RETURN_GROUPINGS.map((value) => ({
                    value,
                    label: text.returns.by[value],
                  }))}
                  onChange={(value) => setSearch({ by: value === 'sku' ? null : value })}
                />
              }
            >
              <Breakdown summary={summary()} />
            </Section>
          </Show>
        </>
      )}
    </Show>
  )
}

const TILES = [
  { name: 'inTransit', figure: 'returnsInTransit', outcome: 'in_transit' },
  { name: 'received', figure: 'returnsReceived', outcome: 'delivered' },
  { name: 'lost', figure: 'returnsLost', outcome: 'lost' },
  { name: 'overdue', figure: 'returnsOverdue', outcome: undefined },
] as const

function Figures(props: { total: ReturnGroup }) {
  const location = useLocation()
  const href = (tile: (typeof TILES)[number]) =>
    tile.outcome === undefined
      ? keepFilters('/reconcile', location.search, { rule: 'return_overdue' })
      : keepFilters('/returns', location.search, { outcome: tile.outcome })
  return (
    <Tiles>
      {TILES.map((tile) => (
        <Tile
          figure={tile.figure}
          name={text.returns.tiles[tile.name]}
          href={href(tile)}
          value={formatCount(props.total[tile.name].parcels)}
          note={
            tile.name === 'overdue'
              ? text.returns.overdueNote
              : text.returns.ofParcels(props.total.all.parcels)
          }
        />
      ))}
    </Tiles>
  )
}
