import type { BookingStatus } from '#booking/bookings/status'
import type { Standings } from '#booking/refusal'
import type { Language } from '../language.ts'
import { wordsFor } from '../words.ts'

/** The names of a booking's statuses. A booking in use whose end has passed is shown as overdue. */
export const bookingStatusWords = wordsFor<BookingStatus | 'overdue'>('booking-statuses', {
  en: {
    pending: 'Pending',
    approved: 'Approved',
    'in-use': 'In use',
    overdue: 'Overdue',
    completed: 'Completed',
    rejected: 'Rejected',
    cancelled: 'Cancelled',
    'no-show': 'No-show',
    displaced: 'Displaced',
  },
  fil: {
    pending: 'Naghihintay',
    approved: 'Aprubado',
    'in-use': 'Ginagamit',
    overdue: 'Lampas na sa takda',
    completed: 'Tapos na',
    rejected: 'Tinanggihan',
    cancelled: 'Kinansela',
    'no-show': 'Hindi sumipot',
    displaced: 'Naurong',
  },
})

/** The same within a sentence: "It is in use now". */
export const bookingIs: { readonly [L in Language]: { readonly [S in Standings['booking']]: string } } = {
  en: {
    pending: 'waiting for approval',
    approved: 'approved',
    'in-use': 'in use',
    completed: 'completed',
    rejected: 'rejected',
    cancelled: 'cancelled',
    'no-show': 'a no-show',
    displaced: 'displaced',
    moved: 'moved',
    extended: 'extended',
  },
  fil: {
    pending: 'naghihintay ng pag-apruba',
    approved: 'aprubado na',
    'in-use': 'ginagamit na',
    completed: 'tapos na',
    rejected: 'tinanggihan',
    cancelled: 'kinansela',
    'no-show': 'hindi sumipot',
    displaced: 'naurong',
    moved: 'inilipat',
    extended: 'pinahaba',
  },
}
