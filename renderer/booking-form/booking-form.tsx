export function BookingForm() {
  return null
}
