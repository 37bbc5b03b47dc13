import type { BookingInHistory } from '#calls/booking-rows'
import { readBooking, readShownBooking, type ShownBooking, type StoredBooking } from '#db/read/bookings'
import { bookings } from '#db/tables/bookings'
import { type RecordKind, withoutIds } from '../law/record.ts'
import { keepCharge } from './charges.ts'

export const bookingRecord = {
  entity: 'booking',
  key: 'booking',
  table: bookings,
  keep: keepCharge,
  stored: readBooking,
  shown: ({ db, nowMs }, id) => readShownBooking(db, id, nowMs),
  title: ({ machineName, memberName }) => `${machineName} · ${memberName}`,
  said(booking): BookingInHistory {
    const {
      number: _,
      memberNumber: _n,
      memberPhone: _p,
      memberBarangay: _b,
      startMs: _s,
      endMs: _e,
      ...shown
    } = withoutIds(booking)
    const { requestedBy: _r, requestedMs: _at, memberKind: _k, ...ownFields } = shown
    const { overdue: _o, corrected: _c, unreadable: _u, ...said } = ownFields
    return said
  },
} satisfies RecordKind<'booking', StoredBooking, ShownBooking, BookingInHistory>
