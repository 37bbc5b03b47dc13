import { Text } from '@mantine/core'
import { BOOKING_STATUSES } from '#booking/bookings/status'
import type { BookingRow } from '#calls/booking-rows'
import type { MemberRow } from '#calls/members'
import { useHistoryInWords } from '../history/in-words.ts'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { BookingBadge } from '../parts/status/booking-badge.tsx'
import { StandingBadge } from '../parts/status/standing-badge.tsx'
import { OwesSentence } from '../payments/owes.tsx'
import type { OutputOf } from '../service/calls-by-name.ts'
import { useCall } from '../service/use-call.ts'
import { approvalWords } from '../words/bookings/approvals.ts'
import { bookingStatusWords } from '../words/bookings/statuses.ts'
import { useFormat } from '../words/format.ts'
import { countedUnit } from '../words/money/rate-units.ts'
import { paymentWords } from '../words/payments/screen.ts'
import { useWords } from '../words/words.ts'

/** The member with their earlier bookings, who entered this one, and who has the machine around that time. */
export function WhatToKnow({ booking }: { booking: BookingRow }) {
  const say = useWords(approvalWords)
  const pay = useWords(paymentWords)
  const format = useFormat()
  const { who } = useHistoryInWords()
  const known = useCall('bookings.get', { bookingId: booking.id }).data
  const member = known?.member
  const owes = useCall('members.get', { memberId: booking.memberId }).data?.owes
  const machine = useCall('machines.list', { withRetired: true }).data?.find(
    one => one.id === booking.machineId,
  )
  const capacity = machine && machine.capacity > 1 ? machine : null
  const near = [...(known?.before ?? []), ...(known?.after ?? [])]
  const meets = (other: BookingRow) => other.startMs < booking.endMs && booking.startMs < other.endMs
  const apart = (bookings: readonly BookingRow[] | undefined) => bookings?.filter(other => !meets(other))
  return (
    <div className="araro-approval-columns">
      <Facts>
        <Fact label={say('member')}>
          {booking.memberName} · {booking.memberNumber} {member ? <Standing member={member} /> : null}
        </Fact>
        <Fact label={say('record')}>
          <Record known={known} />
        </Fact>
        <Fact label={pay('owes')}>
          {owes ? <OwesSentence name={booking.memberName} owes={owes} /> : null}
        </Fact>
        <Fact label={say('purpose')}>{booking.purpose}</Fact>
        <Fact label={say('units')}>
          {capacity
            ? say('unitsOf', {
                units: format.number(booking.units),
                capacity: format.number(capacity.capacity),
                unit: countedUnit(capacity.unitName, capacity.capacity, format.language),
              })
            : null}
        </Fact>
        <Fact label={say('phone')}>{booking.memberPhone}</Fact>
        <Fact label={say('entered')}>
          {say('enteredBy', {
            name: who(booking.requestedBy.name),
            when: format.instant(booking.requestedMs),
          })}
        </Fact>
        <Fact label={say('booking')}>
          <RecordLink entity="booking" id={booking.id}>
            {say('details')}
          </RecordLink>
        </Fact>
      </Facts>
      <Facts>
        <Fact label={say('before')}>
          <Neighbours bookings={apart(known?.before)} most={1} />
        </Fact>
        <Fact label={say('meanwhile')}>
          {near.some(meets) ? <Neighbours bookings={near.filter(meets)} most={4} /> : null}
        </Fact>
        <Fact label={say('after')}>
          <Neighbours bookings={apart(known?.after)} most={1} />
        </Fact>
      </Facts>
    </div>
  )
}

function Standing({ member }: { member: MemberRow }) {
  return (
    <>
      <StandingBadge standing={member.verified ? 'verified' : 'not-verified'} />{' '}
      {member.suspended ? <StandingBadge standing="suspended" /> : null}
      {member.suspended && member.suspendedReason ? (
        <Text span size="sm" c="dimmed">
          {' '}
          {member.suspendedReason}
        </Text>
      ) : null}
    </>
  )
}

type Known = OutputOf<'bookings.get'> | undefined

/** Counts the member's other bookings by status: "12 completed · 1 no-show". */
function Record({ known }: { known: Known }) {
  const say = useWords(approvalWords)
  const named = useWords(bookingStatusWords)
  if (!known) return '…'
  const parts = BOOKING_STATUSES.map(status => {
    const self = known.booking?.status === status ? 1 : 0
    return { status, number: (known.memberCounts[status] ?? 0) - self }
  }).filter(({ number }) => number > 0)
  if (parts.length === 0) return say('noRecord')
  return parts
    .map(({ status, number }) => say('count', { number, status: named(status).toLowerCase() }))
    .join(' · ')
}

type NeighboursProps = { bookings: readonly BookingRow[] | undefined; most: number }

function Neighbours({ bookings, most }: NeighboursProps) {
  const say = useWords(approvalWords)
  const format = useFormat()
  if (!bookings) return '…'
  if (bookings.length === 0) return say('free')
  return bookings.slice(0, most).map(booking => (
    <div key={booking.id}>
      {say('neighbour', { member: booking.memberName, when: format.period(booking.period) })}
      {booking.units > 1 ? ` × ${format.number(booking.units)}` : ''}{' '}
      <BookingBadge status={booking.status} overdue={booking.overdue} />
    </div>
  ))
}
