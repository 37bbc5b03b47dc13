/** The details of one booking beside the screen; `onClose` leaves them. To be written by the founder who owns this folder. */
export function BookingDetails(_props: { bookingId: string; onClose: () => void }) {
  return null
}
