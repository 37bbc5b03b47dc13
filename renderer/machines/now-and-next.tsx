import { Anchor, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { MachineRow } from '#calls/machines'
import { hrefOfRecord, usePlace } from '../navigation.ts'
import { BookingBadge } from '../parts/status/booking-badge.tsx'
import { useMachineToday } from '../parts/status/said-of-machine.ts'
import { useTodayInWords } from '../parts/status/today-in-words.ts'
import { machineWords } from '../words/machines/screen.ts'
import { useWords } from '../words/words.ts'

/**
 * Which members have the machine, until when, and whether it is overdue; then who takes it next, and when it is free.
 * Null if there is nothing to say.
 */
export function useNowAndNext(machine: MachineRow): ReactNode {
  const say = useWords(machineWords)
  const today = useMachineToday(machine)
  const inWords = useTodayInWords()
  const next = inWords.next(machine, today)
  const load = inWords.inIt(machine, today)
  const free = inWords.freeFrom(machine, today)
  if (machine.out.length === 0 && !next && !free) return null
  return (
    <>
      {machine.out.map(({ bookingId, memberName: member, endMs, overdue }) => (
        <div key={bookingId}>
          <ToBooking bookingId={bookingId}>
            {say(overdue ? 'outSince' : 'outUntil', { member, when: inWords.end(machine, endMs) })}
          </ToBooking>{' '}
          {overdue && machine.out.length > 1 ? <BookingBadge status="in-use" overdue /> : null}
        </div>
      ))}
      {today?.next ? (
        <div>
          <ToBooking bookingId={today.next.bookingId}>{next}</ToBooking>
        </div>
      ) : null}
      {load || free ? (
        <Text size="sm" c="dimmed">
          {[load, free].filter(Boolean).join(' · ')}
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
