import type { Hours, Season, Week } from '#booking/hours/opening-hours'
import { type Format, instantOfWallClock, WEEKDAYS } from '../format.ts'
import { sayIn } from '../words.ts'
import { hoursWords } from './screen.ts'

/** "8:00 AM", of minutes after midnight. */
export function clockInWords(minutes: number, format: Format): string {
  return format.time(instantOfWallClock('2026-01-05', minutes, format.calendar))
}

/** "8:00 AM – 12:00 PM, 1:00 PM – 5:00 PM", or that it is closed. */
export function hoursInWords(hours: readonly Hours[], format: Format): string {
  if (hours.length === 0) return sayIn(format.language, hoursWords, 'closed')
  return hours
    .map(one => `${clockInWords(one.fromMinutes, format)} – ${clockInWords(one.toMinutes, format)}`)
    .join(', ')
}

/** "Mon – Sat 8:00 AM – 5:00 PM; Sun closed": days in a row with the same hours are said once. */
export function weekInWords(week: Week, format: Format): string {
  const said = week.map(hours => hoursInWords(hours, format))
  const names = weekdayNames(format)
  const first = said.flatMap((one, day) => (said[day - 1] === one ? [] : [day]))
  return first
    .map((day, index) => {
      const last = (first[index + 1] ?? week.length) - 1
      return `${day === last ? names[day] : `${names[day]} – ${names[last]}`} ${said[day]}`
    })
    .join('; ')
}

/** "Harvest, Tue 1 Sep – Sat 31 Oct: Mon – Sun 5:00 AM – 6:00 PM". */
export function seasonInWords({ name, from, to, week }: Season, format: Format): string {
  return `${name}, ${format.period({ kind: 'days', from, to })}: ${weekInWords(week, format)}`
}

/** From Monday to Sunday. */
export function weekdayNames({ language }: Pick<Format, 'language'>): string[] {
  const [sunday = '', ...others] = WEEKDAYS[language]
  return [...others, sunday]
}
