import {
  type BusinessDate,
  type BusinessMonth,
  addDays,
  businessDate,
  daysBetween,
  financialYearOf,
  firstDayOf,
  lastDayOf,
  monthOf,
} from '#core/dates'

export const PRESETS = [
  'today',
  'yesterday',
  'last-7',
  'last-30',
  'this-month',
  'last-month',
  'this-fy',
  'last-fy',
] as const

export type Preset = (typeof PRESETS)[number]
export type Period = { readonly from: BusinessDate; readonly to: BusinessDate }

export const DEFAULT_PRESET: Preset = 'this-fy'

export function isPreset(text: string | undefined): text is Preset {
  return PRESETS.some((preset) => preset === text)
}

/** The days a preset means on a day; running periods end today, `last-7` and `last-30` end yesterday. */
export function presetPeriod(preset: Preset, today: BusinessDate): Period {
  const yesterday = addDays(today, -1)
  switch (preset) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: yesterday, to: yesterday }
    case 'last-7':
      return { from: addDays(today, -7), to: yesterday }
    case 'last-30':
      return { from: addDays(today, -30), to: yesterday }
    case 'this-month':
      return { from: firstDayOf(monthOf(today)), to: today }
    case 'last-month':
      return wholeMonth(monthBefore(today))
    case 'this-fy':
      return { from: businessDate(`${financialYearOf(today)}-04-01`), to: today }
    case 'last-fy': {
      const year = financialYearOf(today)
      return { from: businessDate(`${year - 1}-04-01`), to: businessDate(`${year}-03-31`) }
    }
  }
}

function monthBefore(day: BusinessDate): BusinessMonth {
  return monthOf(addDays(firstDayOf(monthOf(day)), -1))
}

export function wholeMonth(month: BusinessMonth): Period {
  return { from: firstDayOf(month), to: lastDayOf(month) }
}

/** Days up to two months are drawn one by one, longer periods by month. */
export function trendGroup(period: Period): 'day' | 'month' {
  return daysBetween(period.from, period.to) < 62 ? 'day' : 'month'
}
