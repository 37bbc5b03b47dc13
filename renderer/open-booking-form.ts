import { create } from 'zustand'
import type { Period } from '#booking/time/period'
import type { BookingRow } from '#calls/booking-rows'
import type { Draft } from './booking-form/draft.ts'
import { type Prefilled, prefilledLike } from './booking-form/form-fields.ts'
import { CLOSED_FORM, withdrawOffer } from './messages/tell.ts'

/** What the form is opened with. With `bookingId`, the form moves that booking instead of requesting a new one. */
export type BookingFormStart = Prefilled & {
  machineId?: string
  memberId?: string
  period?: Period
  bookingId?: string
  /** A draft to restore. */
  draft?: Draft
}

/** A machine, days or a member chosen outside of the open form, such as in the calendar. */
export type Picked = Pick<BookingFormStart, 'machineId' | 'period' | 'memberId'>

type BookingFormStore = {
  /** What the form was opened with; null while it is closed. */
  start: BookingFormStart | null
  /** Counts the openings, so that opening the form with other content while it is open fills it again. */
  opening: number
  /** Counts how often an open form was opened again; each time, the focus moves into it. */
  askedAgain: number
  /** Whether anything in the form was changed. */
  filled: boolean
  /** Whether the form has a member. */
  hasMember: boolean
  /** What the open form takes over; a new value for each choice. */
  picked: Picked | null
}
export const useBookingForm = create<BookingFormStore>(() => ({
  start: null,
  opening: 0,
  askedAgain: 0,
  filled: false,
  hasMember: false,
  picked: null,
}))

/** Up to this width, the form covers the screen because there is no room beside it. */
export const FORM_COVERS = '(max-width: 61.99em)'

/** The element that had the focus when the form was opened, and gets it back. */
let openedFrom: Element | null = null

/**
 * Opens the booking form beside the current screen. A form that is already open keeps its content: if only a machine or
 * days are given, it takes them over and keeps the rest, and so it does with a member if it has none yet.
 */
export function openBookingForm(start: BookingFormStart = {}): void {
  const open = useBookingForm.getState()
  if (open.start && isPick(start, open.hasMember)) {
    useBookingForm.setState({ picked: { ...start } })
    return
  }
  const isMine = open.start && (open.filled || !open.start.bookingId)
  if (isMine && Object.keys(start).length === 0) {
    useBookingForm.setState({ askedAgain: open.askedAgain + 1 })
    return
  }
  withdrawOffer(CLOSED_FORM)
  if (!open.start) openedFrom = document.activeElement
  const opening = open.opening + 1
  useBookingForm.setState({ start, opening, filled: Boolean(start.draft), hasMember: false, picked: null })
}

const PICKED: readonly string[] = ['machineId', 'period', 'memberId'] satisfies (keyof Picked)[]

function isPick(start: BookingFormStart, hasMember: boolean): start is Picked {
  const given = Object.keys(start)
  return given.length > 0 && given.every(key => PICKED.includes(key)) && !(start.memberId && hasMember)
}

/** Opens the form for another booking like this one, on days that are still to be chosen. */
export function bookAgain(booking: BookingRow): void {
  openBookingForm(startLike(booking))
}

export function startLike(booking: BookingRow): BookingFormStart {
  const { machineId, memberId } = booking
  return { machineId, memberId, ...prefilledLike(booking) }
}

export function closeBookingForm(): void {
  useBookingForm.setState({ start: null, picked: null })
  const opener = openedFrom
  openedFrom = null
  // After the screen is drawn without the form, when the element under it can take the focus again.
  requestAnimationFrame(() => {
    if (useBookingForm.getState().start) return
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
  })
}
