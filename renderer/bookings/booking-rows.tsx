import { Text } from '@mantine/core'
import type { BookingRow } from '#calls/booking-rows'
import { hrefOfRecord, usePlace } from '../navigation.ts'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { Unreadable } from '../parts/lists/unreadable.tsx'
import { BookingBadge } from '../parts/status/booking-badge.tsx'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'

type BookingRowsProps = {
  bookings: readonly BookingRow[]
  caption: string
  /** Omitted if it is the same in every row. */
  withoutMember?: boolean
  withoutMachine?: boolean
}

/** Bookings as rows. A row opens the booking's details beside the current screen. */
export function BookingRows(props: BookingRowsProps) {
  const { bookings, caption, withoutMember = false, withoutMachine = false } = props
  const say = useWords(bookingWords)
  const machine = withoutMachine ? [] : [say('machine')]
  const member = withoutMember ? [] : [say('member')]
  return (
    <RecordTable
      caption={caption}
      heads={[say('when'), ...machine, ...member, say('status'), { head: say('purpose'), leaves: 'first' }]}
    >
      {bookings.map(booking => (
        <Row
          key={booking.id}
          booking={booking}
          withoutMember={withoutMember}
          withoutMachine={withoutMachine}
        />
      ))}
    </RecordTable>
  )
}

type RowProps = { booking: BookingRow; withoutMember: boolean; withoutMachine: boolean }

function Row({ booking, withoutMember, withoutMachine }: RowProps) {
  const say = useWords(bookingWords)
  const format = useFormat()
  const place = usePlace()
  return (
    <tr data-chosen={booking.id === place.bookingId || undefined}>
      <Cell label={say('when')}>
        <a className="araro-row-link" href={hrefOfRecord('booking', booking.id, place)}>
          {format.period(booking.period)}
        </a>{' '}
        <Text span size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {say('numbered', { number: booking.number })}
        </Text>
      </Cell>
      {withoutMachine ? null : (
        <Cell label={say('machine')} shape="name">
          {booking.machineName}
          <Unreadable row={booking} />
          {booking.units > 1 ? ` × ${format.number(booking.units)}` : ''}
        </Cell>
      )}
      {withoutMember ? null : (
        <Cell label={say('member')}>
          {booking.memberName}{' '}
          <Text span size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {booking.memberNumber}
          </Text>
        </Cell>
      )}
      <Cell label={say('status')}>
        <BookingBadge status={booking.status} overdue={booking.overdue} />
        {booking.corrected ? (
          <Text span size="xs" c="dimmed">
            {' '}
            {say('correctedMark')}
          </Text>
        ) : null}
      </Cell>
      <Cell label={say('purpose')} leaves="first">
        {booking.purpose}
      </Cell>
    </tr>
  )
}
