import type { DayAnswer, DayLine } from '#calls/today'

/** The barangays of all members on the list, in their order; '' is that of members without one. */
export function barangaysOf({ overdue, notFetched, goingOut, dueBack, tomorrow }: DayAnswer): string[] {
  const lines = [overdue, notFetched, goingOut, dueBack, tomorrow?.goingOut ?? [], tomorrow?.dueBack ?? []]
  const named = new Set(lines.flat().map(line => line.booking.memberBarangay))
  return [...named].sort((a, b) => a.localeCompare(b))
}

/** The lines of members from this barangay; null: all. */
export function from(barangay: string | null, lines: readonly DayLine[]): readonly DayLine[] {
  return barangay === null ? lines : lines.filter(line => line.booking.memberBarangay === barangay)
}
