import { addDays, type LocalDay } from '#booking/time/day'
import { NO_SUCH_DAY, nextDate, readDay, weekdayNamed, weekdayOf } from './read-day.ts'
import { type Beside, type ReadWhen, readSpan } from './read-span.ts'

/**
 * Reads a day, a clock time or both, as people type them in English and Filipino: each day that `readDay` knows, `14`
 * for the next 14th, `+2` for two days later, `12/14 8`, `fri 2:30`, `bukas 8am`, `17:00`, `8 ng umaga`. For the end
 * of a period also its length: `3 days`, `2 oras`, `+90 min`. Null if the text has none of these forms.
 */
export function readWhen(text: string, beside: Beside): ReadWhen | null {
  const read = readAny(text, beside)
  return read === NO_SUCH_DAY ? null : read
}

/** Whether a text has the form of a day that does not exist: `2027-02-30`, `31 Feb 8am`. */
export function isNoSuchDay(text: string, beside: Beside): boolean {
  return readAny(text, beside) === NO_SUCH_DAY
}

/**
 * Whether no other day or time can begin with the text: a date with its whole year, and what has am or pm after it.
 * "12/1" can become 12/14, and "fri" Friday the 14th.
 */
export function isWhole(text: string): boolean {
  const said = text.trim()
  return /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2})?$/.test(said) || /(^|\D)\d{4}$|[ap]\.?m\.?$/i.test(said)
}

function readAny(text: string, beside: Beside): ReadWhen | typeof NO_SUCH_DAY | null {
  const said = text.trim().replace(/\s+/g, ' ')
  if (said === '') return null
  const { today, mode, from } = beside
  const spanned = readSpan(said, beside)
  if (spanned) return spanned
  if (/^\d{1,2}$/.test(said)) return readNumberAlone(said, beside)
  const whole = readDay(said, today, from?.day ?? null)
  if (whole === NO_SUCH_DAY) return NO_SUCH_DAY
  if (whole) return { day: whole, minutes: null }
  const dated = mode === 'days' ? readWeekdayAndDate(said, from?.day ?? today) : null
  if (dated) return { day: dated, minutes: null }
  return readDayAndClock(said, beside)
}

function readDayAndClock(said: string, { today, mode, from }: Beside) {
  const clock = TIME.exec(said)
  if (!clock) return null
  const before = said.slice(0, clock.index).replace(/[\s,]+$/, '')
  // An hour needs something that says so: minutes, am or pm, or a day before it in a field for clock times.
  const alone = clock[2] === undefined && clock[3] === undefined
  if (alone && (before === '' || mode === 'days')) return null
  const minutes = minutesOf(clock[1]!, clock[2], clock[3])
  if (minutes === null) return null
  if (before === '') return { day: null, minutes }
  const day = readDay(before, today, from?.day ?? null)
  if (day === NO_SUCH_DAY) return NO_SUCH_DAY
  return day === null ? null : { day, minutes }
}

/** `14`: the next 14th; at the end of a period by clock time, 2 PM. */
function readNumberAlone(said: string, { today, mode, from, numberIsHour }: Beside): ReadWhen | null {
  if (numberIsHour && !from) {
    const minutes = minutesOf(said, undefined, undefined)
    return minutes === null ? null : { day: null, minutes }
  }
  if (mode === 'days' || !from) {
    const day = nextDate(Number(said), from?.day ?? today)
    return day === null ? null : { day, minutes: null }
  }
  const minutes = minutesOf(said, undefined, undefined)
  if (minutes === null) return null
  const begun = from.minutes ?? 0
  // After the start: from 8 AM to "10" is two hours, and from 1 PM to "10" ends in the evening.
  const after = [minutes, minutes + HALF_DAY].find(
    at => at > begun && at < 2 * HALF_DAY && (at === minutes || Number(said) <= 12),
  )
  return after === undefined ? { day: addDays(from.day, 1), minutes } : { day: from.day, minutes: after }
}

const HALF_DAY = 12 * 60

/** `fri 14`, if the next 14th is a Friday. */
function readWeekdayAndDate(said: string, first: LocalDay): LocalDay | null {
  const [, name = '', date = ''] = /^(\p{L}+) (\d{1,2})$/u.exec(said) ?? []
  const weekday = weekdayNamed(name)
  const day = weekday === null ? null : nextDate(Number(date), first)
  return day && weekdayOf(day) === weekday ? day : null
}

const TIME =
  /(?:^|[\sT,])(?:at\s+|alas[\s-]*)?(\d{1,2})(?::(\d{2}))?(?::\d{2})?\s*(a\.?m\.?|p\.?m\.?|[ap]|nn|mn|(?:(?:ng|sa)\s+)?(?:umaga|tanghali|hapon|gabi))?$/i

/**
 * From `8`, `30` and `pm`. In the Philippines, 12 nn is noon and 12 mn is midnight. Without am or pm, an hour from 1 to
 * 5 is in the afternoon, unless it is written with two digits as on a 24-hour clock.
 */
function minutesOf(
  hourText: string,
  minuteText: string | undefined,
  half: string | undefined,
): number | null {
  const [hour, minute] = [Number(hourText), Number(minuteText ?? 0)]
  if (minute > 59) return null
  if (!half) {
    if (hour > 23) return null
    const afternoon = hourText.length === 1 && hour >= 1 && hour <= 5
    return (afternoon ? hour + 12 : hour) * 60 + minute
  }
  if (hour < 1 || hour > 12) return null
  const midnight = /gabi/i.test(half) && hour === 12
  const afternoon = !midnight && /^p|nn|tanghali|hapon|gabi/i.test(half)
  return ((hour % 12) + (afternoon ? 12 : 0)) * 60 + minute
}
