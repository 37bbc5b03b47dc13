import { Anchor, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { MachineRow } from '#calls/machines'
import { hrefOfRecord, usePlace } from '../navigation.ts'
import { BookingBadge } from '../parts/status/booking-badge.tsx'
import { useMachineToday } from '../parts/status/said-of-machine.ts'
import { useTodayInWords } from '../parts/status/today-in-words.ts'

/**
 * Which members have the machine, until when, and whether it is overdue; then who takes it next and who has asked for it,
 * its maintenance, and when it is free. Null if there is nothing to say.
 */
export function useNowAndNext(machine: MachineRow): ReactNode {
  const today = useMachineToday(machine)
  const inWords = useTodayInWords()
  const also = [
    inWords.inIt(machine, today),
    inWords.maintenance(machine, today),
    inWords.free(machine, today),
  ].filter(Boolean)
  if (machine.out.length === 0 && !today?.next && !today?.asked && also.length === 0) return null
  return (
    <>
      {machine.out.map(({ bookingId, memberName, endMs, overdue }) => (
        <div key={bookingId}>
          <ToBooking bookingId={bookingId}>{inWords.out(machine, { memberName, endMs, overdue })}</ToBooking>{' '}
          {overdue && machine.out.length > 1 ? <BookingBadge status="in-use" overdue /> : null}
        </div>
      ))}
      {today?.next ? (
        <div>
          <ToBooking bookingId={today.next.bookingId}>{inWords.next(machine, today)}</ToBooking>
        </div>
      ) : null}
      {today?.asked ? (
        <div>
          <ToBooking bookingId={today.asked.bookingId}>{inWords.asked(machine, today)}</ToBooking>
        </div>
      ) : null}
      {also.length > 0 ? (
        <Text size="sm" c="dimmed">
          {also.join(' · ')}
        </Text>
      ) : null}
    </>
  )
}

function ToBooking({ bookingId, children }: { bookingId: string; children: ReactNode }) {
  const place = usePlace()
  return (
    <Anchor size="sm" className="araro-above-link" href={hrefOfRecord('booking', bookingId, place)}>
      {children}
    </Anchor>
  )
}
