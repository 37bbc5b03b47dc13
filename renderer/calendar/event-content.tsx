import type { EventDisplayInfo } from '@fullcalendar/react'
import type { CalendarEvent } from '#calls/calendar'
import type { MachineRow } from '#calls/machines'
import { calendarWords } from '../words/calendar/screen.ts'
import { useFormat } from '../words/format.ts'
import { countedUnit } from '../words/money/rate-units.ts'
import { useWords } from '../words/words.ts'
import { LIST_AHEAD } from './calendar-view.ts'
import { kindOf } from './event-kinds.ts'

/** Whether an event has several days. The list shows such an event on each of them, with its period. */
function isLonger(event: CalendarEvent): event is CalendarEvent & { from: string; to: string } {
  return event.from !== undefined && event.to !== undefined && event.from < event.to
}

/**
 * An event's start time (if booked by clock time), title, units, and its status in words, which the colour also
 * shows.
 */
export function EventContent({ info, machine }: { info: EventDisplayInfo; machine: MachineRow }) {
  const say = useWords(calendarWords)
  const format = useFormat()
  const event = info.event.extendedProps.event as CalendarEvent | undefined
  if (!event) return <span className="araro-event-line">{say('booking')}</span>
  const kind = kindOf(event)
  const status = kind.status(event, format.language)
  const units =
    machine.capacity > 1 && kind.counted
      ? `${format.number(event.units)} ${countedUnit(machine.unitName, event.units, format.language)}`
      : ''
  return (
    <span className="araro-event-line" title={`${info.event.title} · ${status}`}>
      {event.from ? null : <span className="araro-event-time">{format.shortTime(event.startMs)}</span>}
      <span className="araro-event-title">{info.event.title}</span>
      {units ? <span className="araro-event-units">{units}</span> : null}
      {info.view.type === LIST_AHEAD && isLonger(event) ? (
        <span>{format.period({ kind: 'days', from: event.from, to: event.to })}</span>
      ) : null}
      <span className="araro-event-status">{status}</span>
    </span>
  )
}
