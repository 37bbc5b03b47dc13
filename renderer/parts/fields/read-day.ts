import { addDays, isLocalDay, type LocalDay, utcMsOfDay } from '#booking/time/day'
import { MONTHS } from '../../words/format.ts'

export const NO_SUCH_DAY = 'no-such-day'
/** Null: the text has none of the forms of a day. */
export type ReadDay = LocalDay | typeof NO_SUCH_DAY | null

const DAYS_FROM_TODAY: readonly (readonly [RegExp, number])[] = [
  [/^(today|ngayon)$/, 0],
  [/^(tomorrow|tom|bukas)$/, 1],
  [/^((sa )?makalawa|day after tomorrow)$/, 2],
  [/^(yesterday|kahapon)$/, -1],
]

/**
 * Reads a day: `2026-12-01`, `12/1`, `12/01/2026`, `1 Dec`, `Dis 1, 2026`, `Tue 1 Dec 2026`, `fri`, `sa Biyernes`,
 * `bukas`.
 * @param after a day that it should follow: the first day of the same period; otherwise a weekday is one after today
 */
export function readDay(text: string, today: LocalDay, after: LocalDay | null): ReadDay {
  const said = text.toLowerCase().replace(/\.$/, '')
  const near = DAYS_FROM_TODAY.find(([word]) => word.test(said))
  if (near) return addDays(today, near[1])
  const weekday = weekdayNamed(said.replace(/^(sa|on) /, ''))
  if (weekday !== null) return nextWeekday(weekday, after ?? addDays(today, 1))
  return readDigits(said, after ?? today) ?? readNamedMonth(said, after ?? today)
}

/** The next day with this number, from `first` on: `14`. */
export function nextDate(date: number, first: LocalDay): LocalDay | null {
  if (date < 1 || date > 31) return null
  let day = first
  while (Number(day.slice(8)) !== date) day = addDays(day, 1)
  return day
}

/**
 * `2026-12-01`, `20261201`, `12/01/2026`, `12012026`, `12/1/26`, `12/1`. The first number is the month, unless it is
 * above 12.
 */
function readDigits(said: string, near: LocalDay): ReadDay {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(said) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(said)
  const isoDay = iso && dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  if (isoDay && isoDay !== NO_SUCH_DAY) return isoDay
  const parts =
    /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?$/.exec(said) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(said)
  if (!parts) return isoDay
  const [first, second] = [Number(parts[1]), Number(parts[2])]
  const [month, date] = first > 12 ? [second, first] : [first, second]
  return inYear(month, date, parts[3], near) ?? isoDay
}

/** `1 Dec 2026`, `December 1`, `Tue 1 Dec 2026`, `Mar 1 Dis`. A weekday before them is ignored. */
function readNamedMonth(said: string, near: LocalDay): ReadDay {
  const words = said.split(/[\s,.]+/).filter(Boolean)
  const names = words.filter(word => /^\p{L}+$/u.test(word))
  const numbers = words.filter(word => /^\d+$/.test(word))
  if (names.length + numbers.length !== words.length || numbers.length === 0 || numbers.length > 2)
    return null
  if (names.length === 2 && weekdayNamed(names[0]!) !== null) names.shift()
  const month = names.length === 1 ? monthNamed(names[0]!) : null
  const [date, year] = numbers
  if (!month || date!.length > 2 || (year && year.length !== 4)) return null
  return inYear(month, Number(date), year, near)
}

/** Without a year, the nearest day of that name. */
function inYear(month: number, date: number, year: string | undefined, near: LocalDay): ReadDay {
  if (year) return dayOf(Number(year.length === 2 ? `20${year}` : year), month, date)
  const thisYear = Number(near.slice(0, 4))
  const days = [thisYear - 1, thisYear, thisYear + 1].map(one => dayOf(one, month, date))
  const real = days.flatMap(day => (day === NO_SUCH_DAY ? [] : (day ?? [])))
  const apart = (day: LocalDay) => Math.abs(utcMsOfDay(day) - utcMsOfDay(near))
  return real.sort((a, b) => apart(a) - apart(b))[0] ?? days[0] ?? null
}

function dayOf(year: number, month: number, date: number): ReadDay {
  if (year < 1900 || month < 1 || month > 12 || date < 1 || date > 31) return null
  const pad = (value: number, length = 2) => String(value).padStart(length, '0')
  const day = `${pad(year, 4)}-${pad(month)}-${pad(date)}`
  return isLocalDay(day) ? day : NO_SUCH_DAY
}

function monthNamed(word: string): number | null {
  for (const months of Object.values(MONTHS)) {
    const at = months.findIndex(name => word.length >= 3 && name.toLowerCase().startsWith(word))
    if (at >= 0) return at + 1
  }
  return null
}

const WEEKDAY_NAMES: readonly (readonly string[])[] = [
  ['sunday', 'linggo'],
  ['monday', 'lunes'],
  ['tuesday', 'martes'],
  ['wednesday', 'miyerkules', 'myerkules'],
  ['thursday', 'huwebes'],
  ['friday', 'biyernes', 'byernes'],
  ['saturday', 'sabado'],
]

/** 0 is Sunday. At least the first three letters, in English or Filipino. */
export function weekdayNamed(word: string): number | null {
  const said = word.toLowerCase()
  const at = WEEKDAY_NAMES.findIndex(names => said.length >= 3 && names.some(name => name.startsWith(said)))
  return at < 0 ? null : at
}

export function weekdayOf(day: LocalDay): number {
  return new Date(utcMsOfDay(day)).getUTCDay()
}

function nextWeekday(weekday: number, first: LocalDay): LocalDay {
  return addDays(first, (weekday - weekdayOf(first) + 7) % 7)
}
