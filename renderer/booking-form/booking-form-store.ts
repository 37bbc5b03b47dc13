import { create } from 'zustand'
import type { Period } from '#booking/period'

/** What the form is opened with. With `bookingId` it moves that booking instead of making a new one. */
export type BookingFormStart = {
  machineId?: string
  memberId?: string
  period?: Period
  bookingId?: string
}

type BookingFormStore = {
  /** What was asked for; null while the form is closed. */
  start: BookingFormStart | null
  /** Counts the openings, so that asking again while it is open fills it anew. */
  opening: number
}
export const useBookingForm = create<BookingFormStore>(() => ({ start: null, opening: 0 }))

/** Opens the booking form beside whatever screen is shown. */
export function openBookingForm(start: BookingFormStart = {}): void {
  useBookingForm.setState(state => ({ start, opening: state.opening + 1 }))
}

export function closeBookingForm(): void {
  useBookingForm.setState({ start: null })
}
