import { isLocalDay } from '#booking/time/day'

// Another program may have written a value that Araro would not, and with CHECKs turned off the file takes it. Such a value
// must not stop a list: the row is shown with a stand-in, and `unreadable` names the fields.

const FIRST_MS = -62_135_596_800_000
/** The last millisecond of the year 9999. */
export const LAST_MS = 253_402_300_799_999

/** Whole milliseconds from the year 1 to the year 9999, which every window can show. */
export function isInstant(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= FIRST_MS && (value as number) <= LAST_MS
}

export function instantOr<Instead>(value: number, instead: Instead): number | Instead {
  return isInstant(value) ? value : instead
}

export function isOneOf<Known extends string>(known: readonly Known[], value: unknown): value is Known {
  return (known as readonly unknown[]).includes(value)
}

/** The text of a stored id; null if there is none, or an empty one. */
export function idOrNull(value: string | null): string | null {
  return value === '' ? null : value
}

/** The fields of a stored JSON object; undefined for any other text. */
export function objectIn(json: string | null): Record<string, unknown> | undefined {
  const value = json === null ? undefined : valueIn(json)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

/** The texts of a stored JSON list; undefined for any other text. */
export function textsIn(json: string): string[] | undefined {
  const value = valueIn(json)
  return Array.isArray(value) && value.every(one => typeof one === 'string') ? value : undefined
}

/** A stored JSON list; undefined for any other text. */
export function listIn(json: string): unknown[] | undefined {
  const value = valueIn(json)
  return Array.isArray(value) ? value : undefined
}

function valueIn(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Days that exist, for lists of thousands of rows with a few hundred different days. */
const known = new Map<string, boolean>()
const MOST_KNOWN = 10_000

export function isStoredDay(day: string): boolean {
  const answered = known.get(day)
  if (answered !== undefined) return answered
  if (known.size >= MOST_KNOWN) known.clear()
  const is = isLocalDay(day)
  known.set(day, is)
  return is
}

/** Notes which fields of one row cannot be read. */
export function careful() {
  const unreadable: string[] = []
  return {
    /** The value if it is right, otherwise what stands in for it. */
    take<Value, Instead>(field: string, isRight: boolean, value: Value, instead: Instead): Value | Instead {
      if (isRight) return value
      unreadable.push(field)
      return instead
    },
    /** To be spread into the row; empty if all of it was read. */
    marked: (): { unreadable?: string[] } => (unreadable.length > 0 ? { unreadable } : {}),
  }
}
