import { EVERY_DAY, type Hours, type Week } from '#booking/hours/opening-hours'
import { readWhen } from '../parts/fields/read-when.ts'
import type { Format } from '../words/format.ts'
import { clockInWords } from '../words/hours/in-words.ts'

/** The clock times of a day, in the order of time. */
export const CLOCKS = ['from', 'breakFrom', 'breakTo', 'to'] as const
export type ClockField = (typeof CLOCKS)[number]
/** One day of the week as it is typed. */
export type DayTyped = { readonly open: boolean } & { readonly [Field in ClockField]: string }
export type DayProblem = 'noClock' | 'notInOrder' | 'breakHalf'
export type DayProblems = { readonly [Field in ClockField]?: DayProblem }

const MIDNIGHT = 1440

export function typedWeek(week: Week | null, format: Format): DayTyped[] {
  return (week ?? EVERY_DAY).map(day => typedDay(day, format))
}

/** A closed day shows the usual hours, for when it is opened. A third stretch does not fit the form and joins the second. */
function typedDay(hours: readonly Hours[], format: Format): DayTyped {
  const [first, second] = hours.length > 0 ? hours : (EVERY_DAY[0] ?? [])
  const last = hours.at(-1) ?? first
  const said = (minutes: number | undefined) => (minutes === undefined ? '' : clockInWords(minutes, format))
  return {
    open: hours.length > 0,
    from: said(first?.fromMinutes),
    breakFrom: second ? said(first?.toMinutes) : '',
    breakTo: said(second?.fromMinutes),
    to: said(last?.toMinutes),
  }
}

/** `8`, `8:00 AM`, `17:30` as minutes after midnight; null for anything else. */
export function readClock(text: string): number | null {
  // Only the form of the text matters: no day is read here.
  const read = readWhen(text, { today: '2026-01-05', mode: 'time', numberIsHour: true })
  return read && read.day === null ? read.minutes : null
}

/** The hours of a day, or what is wrong with them. */
export function readDay(typed: DayTyped): { hours: Hours[] } | { problems: DayProblems } {
  if (!typed.open) return { hours: [] }
  const hasBreak = typed.breakFrom.trim() !== '' || typed.breakTo.trim() !== ''
  const fields = hasBreak ? CLOCKS : (['from', 'to'] as const)
  const problems: { [Field in ClockField]?: DayProblem } = {}
  const minutes: number[] = []
  for (const field of fields) {
    const read = readClock(typed[field])
    // The office may close at midnight.
    const at = read === 0 && field === 'to' ? MIDNIGHT : read
    if (at === null)
      problems[field] = typed[field].trim() === '' && isOfBreak(field) ? 'breakHalf' : 'noClock'
    else if (at <= (minutes.at(-1) ?? -1)) problems[field] = 'notInOrder'
    if (at !== null) minutes.push(at)
  }
  if (Object.keys(problems).length > 0) return { problems }
  const [from = 0, second = 0, third = 0, to = 0] = minutes
  if (!hasBreak) return { hours: [{ fromMinutes: from, toMinutes: second }] }
  return {
    hours: [
      { fromMinutes: from, toMinutes: second },
      { fromMinutes: third, toMinutes: to },
    ],
  }
}

function isOfBreak(field: ClockField): boolean {
  return field === 'breakFrom' || field === 'breakTo'
}

/** The week if every day of it could be read. */
export function readWeek(days: readonly DayTyped[]): Week | null {
  const read = days.map(readDay)
  const week = read.flatMap(day => ('hours' in day ? [day.hours] : []))
  return week.length === days.length ? week : null
}
