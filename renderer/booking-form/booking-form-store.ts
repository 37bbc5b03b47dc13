import { create } from 'zustand'
import type { Period } from '#booking/time/period'
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
  /** Counts the openings, so that asking for another one while it is open fills it anew. */
  opening: number
  /** Counts how often a form that was open already was asked for: the focus goes into it. */
  askedAgain: number
  /** Whether anything was changed in it. */
  filled: boolean
}
export const useBookingForm = create<BookingFormStore>(() => ({
  start: null,
  opening: 0,
  askedAgain: 0,
  filled: false,
}))

/** What had the focus when the form was opened, to give it back. */
let openedFrom: Element | null = null

/** Opens the booking form beside whatever screen is shown. One that is open is not emptied by asking again. */
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
  // Once the screen is drawn without the form: what lay under it can take the focus again.
  requestAnimationFrame(() => {
    if (useBookingForm.getState().start) return
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
  })
}
