import * as fc from 'fast-check'
import type { Hours, OpenCalendar, Week } from '#booking/hours/opening-hours'
import { NOT_SET, weekdayOf } from '#booking/hours/opening-hours'
import { calendarOf } from '../../office/law/time-zone.ts'

/** Hours of one day: none, one stretch, or two with a break between them. */
export const dayHours: fc.Arbitrary<Hours[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 24 }), { maxLength: 4 })
  .map(ends => {
    const sorted = ends.slice(0, ends.length - (ends.length % 2)).sort((a, b) => a - b)
    const hours: Hours[] = []
    for (let end = 0; end < sorted.length; end += 2) {
      hours.push({ fromMinutes: sorted[end]! * 60, toMinutes: sorted[end + 1]! * 60 })
    }
    return hours
  })

export const openWeek: fc.Arbitrary<Week> = fc
  .array(dayHours, { minLength: 7, maxLength: 7 })
  .filter(days => days.some(hours => hours.length > 0))

/** A calendar with these hours every week. */
export function openEvery(week: Week, zone = 'Asia/Manila'): OpenCalendar {
  return {
    ...calendarOf(zone),
    opening: { ...NOT_SET, isSet: true, on: day => ({ hours: week[weekdayOf(day)] ?? [] }) },
  }
}
