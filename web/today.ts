import { type BusinessDate, dayInIndia } from '#core/dates'

/** The one place of the dashboard that asks the clock which day it is. */
export function todayInIndia(now = new Date()): BusinessDate {
  return dayInIndia(now)
}
