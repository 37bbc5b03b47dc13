import { useMemo } from 'react'
import type { OfficeCalendar } from '#booking/time/calendar'
import { addDays, DAY_MS, dayOfUtcMs, HOUR_MS, type LocalDay, MINUTE_MS, utcMsOfDay } from '#booking/time/day'
import type { Period } from '#booking/time/period'
import { useTimeZone } from '../service/use-office.ts'
import type { Language } from './language.ts'
import { officeCalendar } from './office-calendar.ts'
import { useLanguage } from './words.ts'

/** Formats days, times and money in one language and the cooperative's time zone. */
export type Format = {
  readonly language: Language
  readonly calendar: OfficeCalendar
  /** "Tue 1 Dec"; in another year than this one, "Fri 1 Jan 2027" */
  day(day: LocalDay): string
  /** "Tue 1 Dec 2026", for a field, where the year can be changed */
  fullDay(day: LocalDay): string
  /** "Tue 1 Dec" */
  shortDay(day: LocalDay): string
  /** "December 2026" */
  month(day: LocalDay): string
  /** "2:30 PM", which does not break at the end of a line */
  time(ms: number): string
  /** "2:30 PM", "7 AM", for places with little room */
  shortTime(ms: number): string
  /** "Tue 1 Dec, 2:30 PM"; in another year than this one, with the year */
  instant(ms: number): string
  /** "Tue 1 Dec 2026, 2:30 PM", for a field */
  fullInstant(ms: number): string
  /** "Tue 1 Dec – Thu 3 Dec", "Fri 1 Jan 2027, 8:00 AM – 10:00 AM" */
  period(period: Period): string
  /** "₱1,200.00" */
  money(centavos: number): string
  /** "1,200" */
  number(value: number): string
  /** "4 minutes", "2 hours" */
  duration(ms: number): string
}

export const WEEKDAYS: { readonly [L in Language]: readonly string[] } = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  fil: ['Lin', 'Lun', 'Mar', 'Miy', 'Huw', 'Biy', 'Sab'],
}
export const MONTHS: { readonly [L in Language]: readonly string[] } = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
  ].concat(['November', 'December']),
  fil: [
    'Enero',
    'Pebrero',
    'Marso',
    'Abril',
    'Mayo',
    'Hunyo',
    'Hulyo',
    'Agosto',
    'Setyembre',
    'Oktubre',
  ].concat(['Nobyembre', 'Disyembre']),
}

export function weekdayNames(language: Language): readonly string[] {
  return WEEKDAYS[language]
}

/** @param now tells which year this one is */
export function formatFor(language: Language, timeZone: string, now: () => number = Date.now): Format {
  const calendar = officeCalendar(timeZone)
  const isThisYear = (day: LocalDay) => yearOf(day) === yearOf(calendar.dayOf(now()))
  const shortDay = (day: LocalDay) => {
    const date = new Date(utcMsOfDay(day))
    const month = MONTHS[language][date.getUTCMonth()]!.slice(0, 3)
    return `${WEEKDAYS[language][date.getUTCDay()]} ${date.getUTCDate()} ${month}`
  }
  const fullDay = (day: LocalDay) => `${shortDay(day)} ${Number(yearOf(day))}`
  const day = (day: LocalDay) => (isThisYear(day) ? shortDay(day) : fullDay(day))
  const time = (ms: number) => clockTime(ms, calendar)
  const instant = (ms: number) => `${day(calendar.dayOf(ms))}, ${time(ms)}`
  const days = (from: LocalDay, to: LocalDay) => {
    if (from === to) return day(from)
    return yearOf(from) === yearOf(to) ? `${shortDay(from)} – ${day(to)}` : `${day(from)} – ${day(to)}`
  }
  return {
    language,
    calendar,
    day,
    fullDay,
    shortDay,
    month: day => `${MONTHS[language][Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4))}`,
    time,
    shortTime: ms => time(ms).replace(`:00${NO_BREAK}`, NO_BREAK),
    instant,
    fullInstant: ms => `${fullDay(calendar.dayOf(ms))}, ${time(ms).replace(NO_BREAK, ' ')}`,
    period(period) {
      if (period.kind === 'days') return days(period.from, period.to)
      const sameDay = calendar.dayOf(period.startMs) === calendar.dayOf(period.endMs)
      return `${instant(period.startMs)} – ${sameDay ? time(period.endMs) : instant(period.endMs)}`
    },
    money: centavos =>
      `₱${grouped(Math.trunc(centavos / 100))}.${String(Math.abs(centavos % 100)).padStart(2, '0')}`,
    number: grouped,
    duration: ms => durationWords(ms, language),
  }
}

export function useFormat(): Format {
  const language = useLanguage()
  const timeZone = useTimeZone()
  return useMemo(() => formatFor(language, timeZone), [language, timeZone])
}

/** The local day and the minutes after midnight of an instant, in the cooperative's time zone. */
export function wallClock(ms: number, calendar: OfficeCalendar): { day: LocalDay; minutes: number } {
  const wallMs = ms + calendar.offsetMinutesAt(ms) * MINUTE_MS
  const day = dayOfUtcMs(wallMs)
  return { day, minutes: Math.floor((wallMs - utcMsOfDay(day)) / MINUTE_MS) }
}

/** The instant of a local day and the minutes after midnight, in the cooperative's time zone. */
export function instantOfWallClock(day: LocalDay, minutes: number, calendar: OfficeCalendar): number {
  const wallMs = utcMsOfDay(day) + minutes * MINUTE_MS
  const guess = wallMs - calendar.offsetMinutesAt(wallMs) * MINUTE_MS
  return wallMs - calendar.offsetMinutesAt(guess) * MINUTE_MS
}

export function todayIn(calendar: OfficeCalendar): LocalDay {
  return calendar.dayOf(Date.now())
}

/** The last local day of a half-open interval that ends at `endMs`. */
export function lastDay(endMs: number, calendar: OfficeCalendar): LocalDay {
  return calendar.dayOf(endMs - 1)
}

export function dayAfter(day: LocalDay): LocalDay {
  return addDays(day, 1)
}

function clockTime(ms: number, calendar: OfficeCalendar): string {
  const { minutes } = wallClock(ms, calendar)
  const hour = Math.floor(minutes / 60)
  const minute = String(minutes % 60).padStart(2, '0')
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute}${NO_BREAK}${hour < 12 ? 'AM' : 'PM'}`
}

const NO_BREAK = '\u00a0'

function yearOf(day: LocalDay): string {
  return day.slice(0, 4)
}

function grouped(value: number): string {
  return GROUPED.format(value)
}

/** Of any number that is shown: hectares are exact to the square metre. */
const MOST_DECIMALS = 4
const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: MOST_DECIMALS })

function durationWords(ms: number, language: Language): string {
  const [amount, one, many, fil] =
    ms < MINUTE_MS
      ? [Math.max(1, Math.ceil(ms / 1000)), 'second', 'seconds', 'segundo']
      : ms < 2 * HOUR_MS
        ? [Math.ceil(ms / MINUTE_MS), 'minute', 'minutes', 'minuto']
        : ms < 2 * DAY_MS && ms !== DAY_MS
          ? [Math.ceil(ms / HOUR_MS), 'hour', 'hours', 'oras']
          : [Math.ceil(ms / DAY_MS), 'day', 'days', 'araw']
  if (language === 'fil') return `${amount} ${fil}`
  return `${amount} ${amount === 1 ? one : many}`
}
