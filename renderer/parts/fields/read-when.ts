import { addDays, isLocalDay, type LocalDay, utcMsOfDay } from '#booking/time/day'
import { MONTHS, WEEKDAYS } from '../../words/format.ts'

/** `minutes` after midnight; null if the text has no clock time. `day` is null if it has only a clock time. */
export type ReadWhen = { day: LocalDay | null; minutes: number | null }

const TIME = /(?:^|[\sT,])(?:at\s+)?(\d{1,2})(?::(\d{2}))?(?::\d{2})?\s*(a\.?m\.?|p\.?m\.?|nn|mn)?$/i
const TODAY = ['today', 'ngayon']
const TOMORROW = ['tomorrow', 'bukas']

/**
 * Reads a day, a clock time or both, as people write them in English and Filipino: `2026-12-01`, `12/1`,
 * `12/01/2026`, `1 Dec`, `Dis 1, 2026`, `Tue 1 Dec 2026, 8:00 AM`, `bukas 8am`, `17:00`. A day without a year is the
 * one nearest to `today`. Null if the text has none of these forms.
 */
export function readWhen(text: string, today: LocalDay): ReadWhen | null {
  const read = readAny(text, today)
  return read === NO_SUCH_DAY ? null : read
}

/** Whether a text has the form of a day that does not exist: `2027-02-30`, `31 Feb 8am`. */
export function isNoSuchDay(text: string, today: LocalDay): boolean {
  return readAny(text, today) === NO_SUCH_DAY
}

const NO_SUCH_DAY = 'no-such-day'
type ReadDay = LocalDay | typeof NO_SUCH_DAY | null

function readAny(text: string, today: LocalDay): ReadWhen | typeof NO_SUCH_DAY | null {
  const said = text.trim().replace(/\s+/g, ' ')
  if (said === '') return null
  const wholeDay = readDay(said, today)
  if (wholeDay === NO_SUCH_DAY) return NO_SUCH_DAY
  if (wholeDay) return { day: wholeDay, minutes: null }
  const clock = TIME.exec(said)
  const minutes = clock && (clock[2] || clock[3]) ? minutesOf(clock[1]!, clock[2], clock[3]) : null
  if (!clock || minutes === null) return null
  const before = said.slice(0, clock.index).replace(/[\s,]+$/, '')
  if (before === '') return { day: null, minutes }
  const day = readDay(before, today)
  if (day === NO_SUCH_DAY) return NO_SUCH_DAY
  return day === null ? null : { day, minutes }
}

function readDay(text: string, today: LocalDay): ReadDay {
  const said = text.toLowerCase().replace(/\.$/, '')
  if (TODAY.includes(said)) return today
  if (TOMORROW.includes(said)) return addDays(today, 1)
  return readDigits(said, today) ?? readNamedMonth(said, today)
}

/**
 * `2026-12-01`, `20261201`, `12/01/2026`, `12012026`, `12/1/26`, `12/1`. The first number is the month, unless it is
 * above 12.
 */
function readDigits(said: string, today: LocalDay): ReadDay {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(said) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(said)
  const isoDay = iso && dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  if (isoDay && isoDay !== NO_SUCH_DAY) return isoDay
  const parts =
    /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?$/.exec(said) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(said)
  if (!parts) return isoDay
  const [first, second] = [Number(parts[1]), Number(parts[2])]
  const [month, date] = first > 12 ? [second, first] : [first, second]
  return inYear(month, date, parts[3], today) ?? isoDay
}

/** `1 Dec 2026`, `December 1`, `Tue 1 Dec 2026`, `Mar 1 Dis`. A weekday is ignored. */
function readNamedMonth(said: string, today: LocalDay): ReadDay {
  const words = said.split(/[\s,.]+/).filter(Boolean)
  const names = words.filter(word => /^\p{L}+$/u.test(word))
  const numbers = words.filter(word => /^\d+$/.test(word))
  if (names.length + numbers.length !== words.length || numbers.length === 0 || numbers.length > 2)
    return null
  if (names.length === 2 && isWeekday(names[0]!)) names.shift()
  const month = names.length === 1 ? monthNamed(names[0]!) : null
  const [date, year] = numbers
  if (!month || date!.length > 2 || (year && year.length !== 4)) return null
  return inYear(month, Number(date), year, today)
}

function inYear(month: number, date: number, year: string | undefined, today: LocalDay): ReadDay {
  if (year) return dayOf(Number(year.length === 2 ? `20${year}` : year), month, date)
  const thisYear = Number(today.slice(0, 4))
  const near = [thisYear - 1, thisYear, thisYear + 1].map(one => dayOf(one, month, date))
  const real = near.flatMap(day => (day === NO_SUCH_DAY ? [] : (day ?? [])))
  const apart = (day: LocalDay) => Math.abs(utcMsOfDay(day) - utcMsOfDay(today))
  return real.sort((a, b) => apart(a) - apart(b))[0] ?? near[0] ?? null
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

function isWeekday(word: string): boolean {
  const short = word.slice(0, 3)
  return Object.values(WEEKDAYS).some(names => names.some(name => name.toLowerCase() === short))
}

/** From `8`, `30` and `pm`. In the Philippines, 12 nn is noon and 12 mn is midnight. */
function minutesOf(
  hourText: string,
  minuteText: string | undefined,
  half: string | undefined,
): number | null {
  const [hour, minute] = [Number(hourText), Number(minuteText ?? 0)]
  if (minute > 59) return null
  if (!half) return hour < 24 ? hour * 60 + minute : null
  if (hour < 1 || hour > 12) return null
  const afternoon = /^p|nn/i.test(half)
  return ((hour % 12) + (afternoon ? 12 : 0)) * 60 + minute
}
