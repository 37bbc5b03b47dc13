import { create } from 'zustand'
import type { Period } from '#booking/time/period'
import type { Draft } from './booking-form/draft.ts'

/** What the form is opened with. With `bookingId`, the form moves that booking instead of requesting a new one. */
export type BookingFormStart = {
  machineId?: string
  memberId?: string
  period?: Period
  bookingId?: string
  /** A draft to restore. */
  draft?: Draft
}

type BookingFormStore = {
  /** What the form was opened with; null while it is closed. */
  start: BookingFormStart | null
  /** Counts the openings, so that opening the form with other content while it is open fills it again. */
  opening: number
  /** Counts how often an open form was opened again; each time, the focus moves into it. */
  askedAgain: number
  /** Whether anything in the form was changed. */
  filled: boolean
}
export const useBookingForm = create<BookingFormStore>(() => ({
  start: null,
  opening: 0,
  askedAgain: 0,
  filled: false,
}))

/** The element that had the focus when the form was opened, and gets it back. */
let openedFrom: Element | null = null

/** Opens the booking form beside the current screen. A form that is already open keeps its content. */
export function openBookingForm(start: BookingFormStart = {}): void {
  const open = useBookingForm.getState()
  const isMine = open.start && (open.filled || !open.start.bookingId)
  if (isMine && Object.keys(start).length === 0) {
    useBookingForm.setState({ askedAgain: open.askedAgain + 1 })
    return
  }
  if (!open.start) openedFrom = document.activeElement
  useBookingForm.setState({ start, opening: open.opening + 1, filled: Boolean(start.draft) })
}

export function closeBookingForm(): void {
  useBookingForm.setState({ start: null })
  const opener = openedFrom
  openedFrom = null
  // After the screen is drawn without the form, when the element under it can take the focus again.
  requestAnimationFrame(() => {
    if (useBookingForm.getState().start) return
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
  })
}
