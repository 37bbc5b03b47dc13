import type { Seen } from '#booking/machines/condition'
import type { OfficeCalendar } from '#booking/time/calendar'
import type { BookingRow } from '#calls/booking-rows'
import { FUEL, METER_HOURS } from '#calls/limits'
import type { NumberTyped } from '../parts/fields/read-number.ts'
import { fieldFrom, instantFrom } from '../parts/fields/wall-field.ts'
import type { Reader } from '../parts/form/reading.ts'

// What the forms of a hand-over and a return have in common.

export type CounterTyped = {
  /** Null: the moment at which the form was opened. */
  at: string | null
  meterHours: NumberTyped
  fuel: NumberTyped
  readingReason: string
  condition: Seen[]
  note: string
  /** The hashes of the photos that were kept for it. */
  photos: string[]
}

export const COUNTER_NEW: CounterTyped = {
  at: null,
  meterHours: '',
  fuel: '',
  readingReason: '',
  condition: [],
  note: '',
  photos: [],
}

export const COUNTER_LABELS = {
  at: 'at',
  meterHours: 'meterHours',
  fuel: 'fuel',
  readingReason: 'readingReason',
  condition: 'condition',
  note: 'note',
  photos: 'photos',
} as const

/** The time in the field: what was typed, or the moment at which the form was opened. */
export function shownAt(
  { at }: Pick<CounterTyped, 'at'>,
  openedMs: number,
  calendar: OfficeCalendar,
): string {
  return at ?? fieldFrom(openedMs, calendar)
}

/** The instant in the field; null while none can be read. */
export function atOf(
  typed: Pick<CounterTyped, 'at'>,
  openedMs: number,
  calendar: OfficeCalendar,
): number | null {
  return instantFrom(shownAt(typed, openedMs, calendar), calendar)
}

/** The fields that both forms have, as the calls take them. An empty one is left out. */
export function readCounter<Typed extends CounterTyped>(
  read: Reader<Typed, 'atNeeded'>,
  typed: CounterTyped,
  when: { openedMs: number; calendar: OfficeCalendar },
) {
  const of = read as unknown as Reader<CounterTyped, 'atNeeded'>
  const meterHours = of.optionalNumber('meterHours', METER_HOURS)
  const fuel = of.optionalNumber('fuel', FUEL)
  const reason = typed.readingReason.trim()
  const note = typed.note.trim()
  const reading = {
    ...(meterHours !== null && { meterHours }),
    ...(fuel !== null && { fuel }),
    ...(reason && { reason }),
  }
  return {
    atMs: of.given('at', atOf(typed, when.openedMs, when.calendar), 'atNeeded'),
    ...(Object.keys(reading).length > 0 && { reading }),
    ...(note && { note }),
    ...(typed.condition.length > 0 && { condition: typed.condition }),
    ...(typed.photos.length > 0 && { photos: typed.photos }),
  }
}

/** The name under which what is typed at the counter is kept. */
export function counterOf(which: 'hand-over' | 'take-back', { id }: Pick<BookingRow, 'id'>): string {
  return `${which}.${id}`
}
