import { Text } from '@mantine/core'
import { BOOKING_STATUSES } from '#booking/status'
import type { BookingRow } from '#calls/bookings'
import { useHistoryInWords } from '../history/in-words.ts'
import type { OutputOf } from '../office/calls-by-name.ts'
import { useCall } from '../office/use-call.ts'
import { Fact, Facts } from '../parts/record-table.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { approvalWords } from '../words/approvals.ts'
import { useFormat } from '../words/format.ts'
import { tradeWords } from '../words/trades.ts'
import { useWords } from '../words/words.ts'

/** The member and how their bookings went, who entered it, and who has the machine around that time. */
export function WhatToKnow({ booking }: { booking: BookingRow }) {
  const say = useWords(approvalWords)
  const format = useFormat()
  const { who } = useHistoryInWords()
  const known = useCall('bookings.get', { bookingId: booking.id }).data
  const member = known?.member
  return (
    <Facts>
      <Fact label={say('member')}>
        {booking.memberName} · {booking.memberNumber}{' '}
        {member ? <StatusBadge status={member.verified ? 'verified' : 'not-verified'} /> : null}{' '}
        {member?.suspended ? <StatusBadge status="suspended" /> : null}
        {member?.suspended && member.suspendedReason ? (
          <Text span size="sm" c="dimmed">
            {' '}
            {member.suspendedReason}
          </Text>
        ) : null}
      </Fact>
      <Fact label={say('record')}>
        <Record known={known} />
      </Fact>
      <Fact label={say('purpose')}>{booking.purpose}</Fact>
      <Fact label={say('units')}>{booking.units > 1 ? format.number(booking.units) : null}</Fact>
      <Fact label={say('entered')}>
        {say('enteredBy', { name: who(booking.requestedBy.name), when: format.instant(booking.requestedMs) })}
      </Fact>
      <Fact label={say('before')}>
        <Neighbours bookings={known?.before} />
      </Fact>
      <Fact label={say('after')}>
        <Neighbours bookings={known?.after} />
      </Fact>
    </Facts>
  )
}

type Known = OutputOf<'bookings.get'> | undefined

/** "12 completed · 1 no-show": what is not this booking itself. */
function Record({ known }: { known: Known }) {
  const say = useWords(approvalWords)
  const trade = useWords(tradeWords)
  if (!known) return '…'
  const parts = BOOKING_STATUSES.map(status => {
    const self = known.booking?.status === status ? 1 : 0
    return { status, number: (known.memberCounts[status] ?? 0) - self }
  }).filter(({ number }) => number > 0)
  if (parts.length === 0) return say('noRecord')
  return parts
    .map(({ status, number }) => say('count', { number, status: trade(status).toLowerCase() }))
    .join(' · ')
}

function Neighbours({ bookings }: { bookings: readonly BookingRow[] | undefined }) {
  const say = useWords(approvalWords)
  const format = useFormat()
  if (!bookings) return '…'
  if (bookings.length === 0) return say('free')
  return bookings.slice(0, 2).map(booking => (
    <div key={booking.id}>
      {say('neighbour', { member: booking.memberName, when: format.period(booking.period) })}{' '}
      <StatusBadge status={booking.status} overdue={booking.overdue} />
    </div>
  ))
}
