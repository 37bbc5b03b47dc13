import { Text } from '@mantine/core'
import type { BookingRow } from '#calls/bookings'
import { hrefOfRecord, usePlace } from '../navigation.ts'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { BookingBadge } from '../parts/status/booking-badge.tsx'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'

type BookingRowsProps = {
  bookings: readonly BookingRow[]
  caption: string
  /** Omitted if it is the same in every row. */
  withoutMember?: boolean
}

/** Bookings as rows. A row opens the booking's details beside the current screen. */
export function BookingRows({ bookings, caption, withoutMember = false }: BookingRowsProps) {
  const say = useWords(bookingWords)
  const member = withoutMember ? [] : [say('member')]
  return (
    <RecordTable
      caption={caption}
      heads={[
        say('when'),
        say('machine'),
        ...member,
        say('status'),
        { head: say('purpose'), leaves: 'first' },
      ]}
    >
      {bookings.map(booking => (
        <Row key={booking.id} booking={booking} withoutMember={withoutMember} />
      ))}
    </RecordTable>
  )
}

function Row({ booking, withoutMember }: { booking: BookingRow; withoutMember: boolean }) {
  const say = useWords(bookingWords)
  const format = useFormat()
  const place = usePlace()
  return (
    <tr data-chosen={booking.id === place.bookingId || undefined}>
      <Cell label={say('when')}>
        <a className="araro-row-link" href={hrefOfRecord('booking', booking.id, place)}>
          {format.period(booking.period)}
        </a>
      </Cell>
      <Cell label={say('machine')} shape="name">
        {booking.machineName}
        {booking.units > 1 ? ` × ${format.number(booking.units)}` : ''}
      </Cell>
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
      </Cell>
      <Cell label={say('purpose')} leaves="first">
        {booking.purpose}
      </Cell>
    </tr>
  )
}
