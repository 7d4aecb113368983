import type { Ads } from '../../ads-api'
import { Trend, type TrendPoint } from '../../charts/trend'
import { Section } from '../../components/section'
import { useFilters } from '../../filters'
import { formatDay, formatMonth, formatShortDay, formatShortMonth } from '../../locales/format'
import { ads as words } from '../../locales/parts'
import { trendGroup } from '../../period'

/** Bars of what each day took, as positive amounts; months where days would be too many. */
export function AdsTrend(props: { ads: Ads }) {
  const { filters } = useFilters()
  const isByDay = () => trendGroup(filters()) === 'day'
  const name = () => `${words.chart.title} ${isByDay() ? words.chart.byDay : words.chart.byMonth}`
  return (
    <Section title={name()} isCard>
      <Trend name={name()} points={isByDay() ? dayPoints(props.ads) : monthPoints(props.ads)} />
    </Section>
  )
}

function dayPoints({ days }: Ads): TrendPoint[] {
  return days.map(({ day, total }) => ({
    key: day,
    label: formatDay(day),
    short: formatShortDay(day),
    value: -total,
  }))
}

function monthPoints({ days }: Ads): TrendPoint[] {
  const months = new Map<string, number>()
  for (const { day, total } of days) {
    const month = day.slice(0, 7)
    months.set(month, (months.get(month) ?? 0) - total)
  }
  return [...months].map(([month, value], index) => ({
    key: month,
    label: formatMonth(month),
    short: formatShortMonth(month, index === 0),
    value,
  }))
}
