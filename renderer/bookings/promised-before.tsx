import { Alert, Text } from '@mantine/core'
import { DAY_MS } from '#booking/time/day'
import type { BookingRow } from '#calls/bookings'
import type { CalendarEvent } from '#calls/calendar'
import { useCall } from '../service/use-call.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { calendarWords } from '../words/calendar/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'

const FARTHEST_MS = 400 * DAY_MS
const MOST_NAMED = 3
/** Nobody waits for what is over, and a form that is being filled is no promise. */
const OVER = ['completed', 'finished', 'held']

/**
 * Where a machine leaves before its booked start: that it does, and who else was promised it until then. They wait
 * until it is back.
 */
export function PromisedBefore({ booking, atMs }: { booking: BookingRow; atMs: number }) {
  const say = useWords(bookingWords)
  const calendar = useWords(calendarWords)
  const format = useFormat()
  const early = atMs < booking.startMs
  const events = useCall(
    'calendar.events',
    {
      machineIds: [booking.machineId],
      fromMs: atMs,
      toMs: early ? Math.min(booking.startMs, atMs + FARTHEST_MS) : atMs + 1,
    },
    { enabled: early, keepPrevious: true },
  )
  const machines = useCall('machines.list', { withRetired: true }, { enabled: early })
  const capacity = machines.data?.find(one => one.id === booking.machineId)?.capacity
  if (!early || !events.data || capacity === undefined) return null

  const hit = events.data.filter(
    event =>
      event.id !== booking.id && !OVER.includes(event.status) && event.units + booking.units > capacity,
  )
  const start =
    booking.period.kind === 'days' ? format.day(booking.period.from) : format.instant(booking.startMs)
  if (hit.length === 0) return <Text size="sm">{say('leavesBefore', { when: start })}</Text>
  const when = ({ from, to, startMs, endMs }: CalendarEvent) =>
    format.period(from && to ? { kind: 'days', from, to } : { kind: 'time', startMs, endMs })
  const named = hit
    .slice(0, MOST_NAMED)
    .map(event => `${event.kind === 'maintenance' ? calendar('maintenance') : event.title} (${when(event)})`)
  const more = hit.length - named.length
  if (more > 0) named.push(say('andMore', { number: format.number(more) }))
  return <Alert color="yellow">{say('leavesEarly', { others: named.join(', ') })}</Alert>
}
