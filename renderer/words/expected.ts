import type { Format } from './format.ts'

/**
 * An instant before which something is not expected: "Fri 4 Dec, 2:00 PM". Midnight stands for the end of a day that
 * nobody knows more of, and is said as the day that begins: "Fri 4 Dec".
 */
export function expectedInWords(ms: number, format: Format): string {
  const day = format.calendar.dayOf(ms)
  return format.calendar.startOfDay(day) === ms ? format.day(day) : format.instant(ms)
}
