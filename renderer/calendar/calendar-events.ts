import type { EventInput } from '@fullcalendar/react'
import type { OfficeCalendar } from '#booking/time/calendar'
import { addDays, HOUR_MS } from '#booking/time/day'
import type { BookingMode, Period } from '#booking/time/period'
import type { CalendarEvent } from '#calls/calendar'
import { fieldFrom, instantFrom } from '../parts/fields/wall-field.ts'
import { wallClock } from '../words/format.ts'
import { kindOf } from './event-kinds.ts'

/** Converts an event for FullCalendar: days with an exclusive end, times in the cooperative's time zone. */
export function drawnEvent(event: CalendarEvent, title: string, calendar: OfficeCalendar): EventInput {
  const kind = kindOf(event)
  const look = kind.look(event)
  const endMs = keptUntilMs(event)
  const when = event.from
    ? { start: event.from, end: addDays(calendar.dayOf(endMs - 1), 1), allDay: true }
    : { start: wallField(event.startMs, calendar), end: wallField(endMs, calendar), allDay: false }
  return {
    id: `${event.kind}:${event.id}`,
    title,
    ...when,
    editable: kind.movable(event),
    color: `var(--look-${look}-ground)`,
    contrastColor: `var(--look-${look}-text)`,
    className: `araro-event look-${look}`,
    extendedProps: { event },
  }
}

/** An overdue machine is shown as away until now, beyond the end of its booking. */
export function keptUntilMs(event: CalendarEvent): number {
  return event.overdue ? Math.max(event.endMs, Date.now()) : event.endMs
}

function wallField(ms: number, calendar: OfficeCalendar): string {
  return `${fieldFrom(ms, calendar)}:00Z`
}

/** When an event is, as people said it. */
export function periodOfEvent({ from, to, startMs, endMs }: CalendarEvent): Period {
  return from !== undefined && to !== undefined
    ? { kind: 'days', from, to }
    : { kind: 'time', startMs, endMs }
}

type Span = { startStr: string; endStr: string; allDay: boolean }

/** The period that a selected range of the calendar means for a machine with this booking mode. */
export function periodOfSpan(span: Span, mode: BookingMode, calendar: OfficeCalendar): Period | null {
  if (mode === 'days') {
    const from = span.startStr.slice(0, 10)
    const endsInside = !span.allDay && !span.endStr.includes('T00:00')
    const to = endsInside ? span.endStr.slice(0, 10) : addDays(span.endStr.slice(0, 10), -1)
    return { kind: 'days', from, to: to < from ? from : to }
  }
  if (span.allDay) return firstHourOf(span.startStr.slice(0, 10), calendar)
  const startMs = instantFrom(span.startStr, calendar)
  const endMs = instantFrom(span.endStr, calendar)
  return startMs === null || endMs === null ? null : { kind: 'time', startMs, endMs }
}

/**
 * The period for a click on a day, for a machine booked by clock time: one hour from 8 AM, or today from the next
 * full hour.
 */
export function firstHourOf(day: string, calendar: OfficeCalendar): Period | null {
  const now = wallClock(Date.now(), calendar)
  const hour = now.day === day ? Math.min(23, Math.max(8, Math.floor(now.minutes / 60) + 1)) : 8
  const startMs = instantFrom(`${day}T${String(hour).padStart(2, '0')}:00`, calendar)
  return startMs === null ? null : { kind: 'time', startMs, endMs: startMs + HOUR_MS }
}

/** The period of an event after it was dragged. A whole-day booking stays one, even if it is dropped on hours. */
export function periodOfMoved(moved: Span, original: CalendarEvent, calendar: OfficeCalendar): Period | null {
  if (original.from || !moved.allDay) {
    return periodOfSpan(moved, original.from ? 'days' : 'time', calendar)
  }
  // A booking by clock time that is dragged in the month keeps its clock time on another day.
  const clock = wallClock(original.startMs, calendar).minutes
  const day = moved.startStr.slice(0, 10)
  const hours = String(Math.floor(clock / 60)).padStart(2, '0')
  const startMs = instantFrom(`${day}T${hours}:${String(clock % 60).padStart(2, '0')}`, calendar)
  if (startMs === null) return null
  return { kind: 'time', startMs, endMs: startMs + original.endMs - original.startMs }
}
