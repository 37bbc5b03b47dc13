import type { BookingInHistory } from '#calls/bookings'
import { readBooking, readShownBooking, type ShownBooking, type StoredBooking } from '#db/read/bookings'
import { bookings } from '#db/tables/bookings'
import type { RecordKind } from '../law/record.ts'

export const bookingRecord = {
  entity: 'booking',
  key: 'booking',
  table: bookings,
  stored: readBooking,
  shown: ({ db, nowMs }, id) => readShownBooking(db, id, nowMs),
  title: ({ machineName, memberName }) => `${machineName} · ${memberName}`,
  said(booking): BookingInHistory {
    const { status, machineName, memberName, period, units, purpose, reason, handedOverMs, returnedMs } =
      booking
    return { status, machineName, memberName, period, units, purpose, reason, handedOverMs, returnedMs }
  },
} satisfies RecordKind<'booking', StoredBooking, ShownBooking, BookingInHistory>
