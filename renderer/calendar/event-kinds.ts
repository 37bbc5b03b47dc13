import { mayExtend, mayMove } from '#booking/bookings/status'
import type { RecordEntity } from '#booking/entities'
import type { BlockKind } from '#booking/in-the-way'
import type { CalendarEvent } from '#calls/calendar'
import { BOOKING_LOOKS } from '../parts/status/booking-badge.tsx'
import type { Look } from '../parts/status/looks.ts'
import { batchStateWords } from '../words/batches/states.ts'
import { bookingStatusWords } from '../words/bookings/statuses.ts'
import { calendarWords } from '../words/calendar/screen.ts'
import type { Language } from '../words/language.ts'
import { maintenanceKindWords, maintenanceStatusWords } from '../words/maintenance/kinds.ts'
import { sessionStateWords } from '../words/sessions/states.ts'
import { sayIn } from '../words/words.ts'

/** How the calendars show the events of one kind. */
type EventKind<K extends BlockKind> = {
  look(event: CalendarEvent<K>): Look
  /** The text in the event's box. */
  title(event: CalendarEvent<K>, language: Language): string
  /** The status in words, which the colour also shows. */
  status(event: CalendarEvent<K>, language: Language): string
  /** Whether the box shows the units, on a machine with more than one. */
  readonly counted: boolean
  movable(event: CalendarEvent<K>): boolean
  /** Whether only its end can be moved, and only to later: the machine is out. */
  onlyExtendable(event: CalendarEvent<K>): boolean
  /** The kind of record that a click on it opens; null if a click opens nothing. */
  readonly opens: RecordEntity | null
  /** Its lines in the legend. */
  readonly legend: readonly { readonly look: Look; name(language: Language): string }[]
}

/** Every kind of block, as the calendars show it. A missing kind does not compile. */
const EVENT_KINDS: { readonly [K in BlockKind]: EventKind<K> } = {
  booking: {
    look: event => BOOKING_LOOKS[shownStatus(event)],
    title: (event, language) =>
      event.overdue ? sayIn(language, calendarWords, 'overdueBy', { name: event.title }) : event.title,
    status: (event, language) => sayIn(language, bookingStatusWords, shownStatus(event)),
    counted: true,
    movable: event => mayMove(event.status),
    onlyExtendable: event => mayExtend(event.status) && !mayMove(event.status),
    opens: 'booking',
    legend: (['pending', 'approved', 'in-use', 'overdue', 'completed'] as const).map(status => ({
      look: BOOKING_LOOKS[status],
      name: language => sayIn(language, bookingStatusWords, status),
    })),
  },
  hold: {
    look: () => 'held',
    title: (event, language) => sayIn(language, calendarWords, 'heldBy', { name: event.title }),
    status: (_, language) => sayIn(language, calendarWords, 'held'),
    counted: true,
    movable: () => false,
    onlyExtendable: () => false,
    opens: null,
    legend: [{ look: 'held', name: language => sayIn(language, calendarWords, 'held') }],
  },
  maintenance: {
    look: event => (event.status === 'finished' ? 'completed' : 'maintenance'),
    title: (event, language) => sayIn(language, maintenanceKindWords, event.title),
    status: (event, language) => sayIn(language, maintenanceStatusWords, event.status),
    counted: false,
    movable: () => false,
    onlyExtendable: () => false,
    opens: 'maintenance',
    legend: [{ look: 'maintenance', name: language => sayIn(language, calendarWords, 'maintenance') }],
  },
  session: {
    look: event => (event.status === 'past' ? 'completed' : 'session'),
    title: event => event.title,
    status: (event, language) => sayIn(language, sessionStateWords, event.status),
    counted: false,
    movable: () => false,
    onlyExtendable: () => false,
    opens: 'session',
    legend: [{ look: 'session', name: language => sayIn(language, calendarWords, 'session') }],
  },
  batch: {
    look: event => (event.status === 'done' ? 'completed' : 'batch'),
    title: (event, language) => sayIn(language, calendarWords, 'batchWith', { sacks: event.title }),
    status: (event, language) => sayIn(language, batchStateWords, event.status),
    counted: false,
    movable: () => false,
    onlyExtendable: () => false,
    opens: 'batch',
    legend: [{ look: 'batch', name: language => sayIn(language, calendarWords, 'batch') }],
  },
}

export function kindOf(event: CalendarEvent): EventKind<BlockKind> {
  return EVENT_KINDS[event.kind] as EventKind<BlockKind>
}

/** The meanings of the colours, in the order of the kinds. */
export const LEGEND = Object.values(EVENT_KINDS).flatMap(kind => kind.legend)

function shownStatus({ status, overdue }: CalendarEvent<'booking'>) {
  return overdue ? 'overdue' : status
}
