import type { EventDisplayInfo } from '@fullcalendar/react'
import type { BookingRow } from '#calls/booking-rows'
import type { CalendarEvent } from '#calls/calendar'
import type { MachineRow } from '#calls/machines'
import { LOOK_ICONS } from '../parts/status/looks.ts'
import { calendarWords } from '../words/calendar/screen.ts'
import { useFormat } from '../words/format.ts'
import { countedUnit } from '../words/money/rate-units.ts'
import { useWords } from '../words/words.ts'
import { periodOfEvent } from './calendar-events.ts'
import { kindOf } from './event-kinds.ts'
import type { FreeDays } from './free-days.ts'
import { FreeLine } from './free-ground.tsx'

type EventContentProps = {
  info: EventDisplayInfo
  machine: MachineRow
  /** By id, what cards have room for. Empty where there are none. */
  inFull: ReadonlyMap<string, BookingRow>
}

/**
 * An event's icon, its time (if booked by clock time), title, units, and its status in words, which icon, colour and
 * pattern show too. What a view has no room for, its style sheet hides.
 */
export function EventContent({ info, machine, inFull }: EventContentProps) {
  const say = useWords(calendarWords)
  const format = useFormat()
  const { event, free } = info.event.extendedProps as { event?: CalendarEvent; free?: FreeDays }
  if (free) return <FreeLine free={free} />
  if (!event) return <span className="araro-event-line">{say('booking')}</span>
  const kind = kindOf(event)
  const status = kind.status(event, format.language)
  const units = machine.capacity > 1 && kind.counted ? format.number(event.units) : ''
  const unit = units && countedUnit(machine.unitName, event.units, format.language)
  const when = format.period(periodOfEvent(event))
  return (
    <span
      className="araro-event-line"
      title={[info.event.title, units && `${units} ${unit}`, status, when].filter(Boolean).join(' · ')}
    >
      <Mark event={event} />
      {event.from ? null : (
        <span className="araro-event-time">
          {format.shortTime(event.startMs)}
          <span className="araro-event-end"> – {format.shortTime(event.endMs)}</span>
        </span>
      )}
      <span className="araro-event-title">{info.event.title}</span>
      {units ? (
        <span className="araro-event-units">
          {units}
          <span className="araro-event-unit"> {unit}</span>
        </span>
      ) : null}
      {event.from ? <span className="araro-event-days">{when}</span> : null}
      <span className="araro-event-status">{status}</span>
      {event.kind === 'booking' ? <InFull booking={inFull.get(event.id)} /> : null}
    </span>
  )
}

/** What else is known of a booking: whom to call, where it goes, what for. */
function InFull({ booking }: { booking: BookingRow | undefined }) {
  if (!booking) return null
  const { memberPhone, memberBarangay, purpose } = booking
  const lines = [memberPhone, memberBarangay, purpose].filter(Boolean)
  return lines.map(line => (
    <span key={line} className="araro-event-more">
      {line}
    </span>
  ))
}

/** The status as an icon; the initials of whoever fills in a form. */
export function Mark({
  event,
  className = 'araro-event-mark',
}: {
  event: CalendarEvent
  className?: string
}) {
  const look = kindOf(event).look(event)
  const Icon = LOOK_ICONS[look]
  return (
    <span className={className} aria-hidden>
      {event.kind === 'hold' ? initials(event.title) : <Icon size={13} stroke={2.5} />}
    </span>
  )
}

export function initials(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean)
  const first = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map(part => part?.[0] ?? '')
  return first.join('').toUpperCase()
}
