import { create } from 'zustand'
import type { Period } from '#booking/period'
import type { Draft } from './draft.ts'

/** What the form is opened with. With `bookingId` it moves that booking instead of making a new one. */
export type BookingFormStart = {
  machineId?: string
  memberId?: string
  period?: Period
  bookingId?: string
  /** A form that was left, as it stood. */
  draft?: Draft
}

type BookingFormStore = {
  /** What was asked for; null while the form is closed. */
  start: BookingFormStart | null
  /** Counts the openings, so that asking again while it is open fills it anew. */
  opening: number
}
export const useBookingForm = create<BookingFormStore>(() => ({ start: null, opening: 0 }))

/** What had the focus when the form was opened, to give it back. */
let openedFrom: Element | null = null

/** Opens the booking form beside whatever screen is shown. */
export function openBookingForm(start: BookingFormStart = {}): void {
  if (!useBookingForm.getState().start) openedFrom = document.activeElement
  useBookingForm.setState(state => ({ start, opening: state.opening + 1 }))
}

export function closeBookingForm(): void {
  useBookingForm.setState({ start: null })
  if (openedFrom instanceof HTMLElement && openedFrom.isConnected) openedFrom.focus({ preventScroll: true })
  openedFrom = null
}
