import type { DayAnswer, DayLine } from '#calls/today'

type Lists = Pick<
  DayAnswer,
  'overdue' | 'notFetched' | 'goingOut' | 'dueBack' | 'settle' | 'offers' | 'tomorrow'
>

/** The barangays of all members on the list, in their order; '' is that of members without one. */
export function barangaysOf({ tomorrow, settle, offers, ...today }: Lists): string[] {
  const days = [today, ...(tomorrow ? [{ overdue: [], notFetched: [], ...tomorrow }] : [])]
  const lines = days.flatMap(day => [day.overdue, day.notFetched, day.goingOut, day.dueBack].flat())
  const named = new Set([...lines, ...settle].map(line => line.booking.memberBarangay))
  for (const offer of offers) named.add(offer.memberBarangay)
  return [...named].sort((a, b) => a.localeCompare(b))
}

/** The lines about bookings of members from this barangay; null: all. */
export function from<Line extends Pick<DayLine, 'booking'>>(
  barangay: string | null,
  lines: readonly Line[],
): readonly Line[] {
  return barangay === null ? lines : lines.filter(line => line.booking.memberBarangay === barangay)
}
