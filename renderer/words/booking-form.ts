import { words } from './words.ts'
export const bookingFormWords = words('booking-form', {
  en: { newBooking: 'New booking' },
  fil: { newBooking: 'Bagong booking' },
})
