import { Alert } from '@mantine/core'
import { useState } from 'react'
import { DAY_MS } from '#booking/day'
import type { BookingRow } from '#calls/bookings'
import type { CalendarEvent } from '#calls/calendar'
import { useCall } from '../office/use-call.ts'
import { bookingWords } from '../words/bookings.ts'
import { useFormat } from '../words/format.ts'
import { tradeWords } from '../words/trades.ts'
import { useWords } from '../words/words.ts'

const FARTHEST_MS = 400 * DAY_MS
const MOST_NAMED = 3

/** Before a machine leaves early: who else was promised it until the booked start. They wait until it is back. */
export function PromisedBefore({ booking }: { booking: BookingRow }) {
  const say = useWords(bookingWords)
  const trade = useWords(tradeWords)
  const format = useFormat()
  const [nowMs] = useState(Date.now)
  const early = nowMs < booking.startMs
  const events = useCall(
    'calendar.events',
    {
      machineIds: [booking.machineId],
      fromMs: nowMs,
      toMs: early ? Math.min(booking.startMs, nowMs + FARTHEST_MS) : nowMs + 1,
    },
    { enabled: early },
  )
  const machines = useCall('machines.list', { withRetired: true }, { enabled: early })
  const capacity = machines.data?.find(one => one.id === booking.machineId)?.capacity
  if (!early || !events.data || capacity === undefined) return null

  const hit = events.data.filter(
    event => event.kind !== 'hold' && event.id !== booking.id && event.units + booking.units > capacity,
  )
  if (hit.length === 0) return null
  const when = ({ from, to, startMs, endMs }: CalendarEvent) =>
    format.period(from && to ? { kind: 'days', from, to } : { kind: 'time', startMs, endMs })
  const named = hit
    .slice(0, MOST_NAMED)
    .map(event => `${event.kind === 'maintenance' ? trade('maintenance') : event.title} (${when(event)})`)
  const more = hit.length - named.length
  if (more > 0) named.push(say('andMore', { number: format.number(more) }))
  return <Alert color="yellow">{say('leavesEarly', { others: named.join(', ') })}</Alert>
}
