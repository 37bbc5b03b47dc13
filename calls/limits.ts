import { DAY_MS } from '#booking/time/day'

// How long a text may be and how large a number, said once: the shapes refuse what is beyond it, the fields of the
// screens stop there, and pasted lists are read by it. Plain data without the shapes, so that the screens can import it
// without bundling zod. Lengths are counted as fields and shapes count them, in UTF-16 units. The limits of the booking
// rules are `RULE_LIMITS` in `booking/settings/rules.ts`.

export const MEMBER_LENGTHS = { number: 20, name: 120, phone: 40, barangay: 80, sector: 80 } as const
/** The whole text of a list that is pasted from a spreadsheet. */
export const PASTED_LENGTH = 500_000

export const MACHINE_LENGTHS = { name: 80, unitName: 20, location: 120, note: 1000 } as const
export const MACHINE_TYPE_LENGTHS = { name: 60 } as const
/** What belongs to a machine: how many implements, and how long the name of each may be. */
export const IMPLEMENTS = { most: 20, length: 60 } as const
/** A photo as a data address; the picture itself is a quarter smaller. */
export const PHOTO_LENGTH = 200_000
/** What a machine takes at the same time, and what one booking takes of it. */
export const UNITS = { min: 1, max: 1_000_000 } as const
/** The time that a machine is kept free before or after a booking: at most 30 days on either side. */
export const BUFFER_MS = { min: 0, max: 30 * DAY_MS } as const
export const RATE_CENTAVOS = { min: 0, max: 100_000_000_000 } as const

/** Why somebody rejects, cancels, moves or suspends. */
export const REASON_LENGTH = 500
export const PURPOSE_LENGTH = 500
/** The note of a planned maintenance. */
export const MAINTENANCE_LENGTHS = { note: 1000 } as const

export const OFFICE_LENGTHS = { name: 120, address: 300, timeZone: 60 } as const
export const USER_LENGTHS = { name: 60, password: 1000 } as const
/** In characters as people count them. Length is what protects; no other demands are made (NIST 800-63B). */
export const PASSWORD_MIN_LENGTH = 8

/** What is typed to search a list. */
export const SEARCH_LENGTH = 100
