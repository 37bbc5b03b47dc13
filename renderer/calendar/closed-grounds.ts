import type { EventInput } from '@fullcalendar/react'
import { useMemo } from 'react'
import { addDays, type LocalDay } from '#booking/time/day'
import type { MachineRow } from '#calls/machines'
import { stopsOf, useClosedDays, useStops } from '../parts/closed/closed-times.ts'
import { fieldFrom } from '../parts/fields/wall-field.ts'
import { useFormat } from '../words/format.ts'
import { hoursWords } from '../words/hours/screen.ts'
import { useWords } from '../words/words.ts'
import { useCalendarView } from './calendar-view.ts'

/** The closed days and the stops of bookings of a machine as the ground of their columns, with why. */
export function useClosedGrounds(machine: MachineRow, type: string): EventInput[] {
  const say = useWords(hoursWords)
  const { calendar } = useFormat()
  const range = useCalendarView(state => state.range)
  const days = useClosedDays(range?.first ?? '', range ? addDays(range.after, -1) : '')
  const stops = useStops()
  return useMemo(() => {
    // Hours show a ground only of instants, and days only of whole days.
    const byHours = type.startsWith('timeGrid')
    const span = (first: LocalDay, after: LocalDay): EventInput =>
      byHours
        ? { start: `${first}T00:00:00Z`, end: `${after}T00:00:00Z`, allDay: false }
        : { start: first, end: after, allDay: true }
    const closed = [...days].map(([day, why]) => ground(`closed:${day}`, why, span(day, addDays(day, 1))))
    const stopped = stopsOf(stops, machine, calendar).map(({ id, row, startMs, endMs }) => {
      const why = say('stoppedFor', { reason: row.reason })
      const when = byHours
        ? {
            start: `${fieldFrom(startMs, calendar)}:00Z`,
            end: `${fieldFrom(endMs, calendar)}:00Z`,
            allDay: false,
          }
        : span(calendar.dayOf(startMs), addDays(calendar.dayOf(endMs - 1), 1))
      return ground(`stop:${id}`, why, when)
    })
    return [...closed, ...stopped]
  }, [days, stops, machine, calendar, type, say])
}

function ground(id: string, why: string, when: EventInput): EventInput {
  return {
    id,
    title: why,
    ...when,
    editable: false,
    display: 'background',
    className: 'araro-closed-ground',
    extendedProps: { closed: why },
  }
}
