import { Alert, Text } from '@mantine/core'
import type { BookingRow } from '#calls/booking-rows'
import { useCall } from '../service/use-call.ts'
import { nameInTheWay } from '../words/availability/in-the-way.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'

const MOST_NAMED = 3

/**
 * Shown for an early hand-over: that it is early, and the other bookings of the machine until the booked start.
 * Those members must wait until it is back.
 */
export function PromisedBefore({ booking, atMs }: { booking: BookingRow; atMs: number }) {
  const say = useWords(bookingWords)
  const format = useFormat()
  const early = atMs < booking.startMs
  const input = { bookingId: booking.id, atMs }
  const answer = useCall('bookings.promisedBefore', input, { enabled: early, keepPrevious: true })
  if (!early || !answer.data) return null

  const { promised, count } = answer.data
  const start =
    booking.period.kind === 'days' ? format.day(booking.period.from) : format.instant(booking.startMs)
  if (count === 0) return <Text size="sm">{say('beforeStart', { when: start })}</Text>
  const named = promised
    .slice(0, MOST_NAMED)
    .map(one => `${nameInTheWay(one, format.language)} (${format.period(one.period)})`)
  const more = count - named.length
  if (more > 0) named.push(say('andMore', { number: format.number(more) }))
  return <Alert color="yellow">{say('leavesEarly', { others: named.join(', ') })}</Alert>
}
