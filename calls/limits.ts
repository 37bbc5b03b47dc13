import { DAY_MS } from '#booking/time/day'

// How long texts and how large numbers may be. The shapes refuse more, the fields of the screens stop there, and pasted
// lists are checked against it. This is plain data without shapes, so that the screens can import it without bundling
// zod. Lengths are in UTF-16 units, as input fields and shapes count them. The limits of the booking rules are
// `RULE_LIMITS` in `booking/settings/rules.ts`.

/** A note of several lines, whatever it is about. */
export const NOTE_LENGTH = 1000

export const MEMBER_LENGTHS = { number: 20, name: 120, phone: 40, barangay: 80, sector: 80 } as const
/** The whole text of a pasted list. */
export const PASTED_LENGTH = 500_000
/** The lines of a pasted list, empty ones included. */
export const PASTED_LINES = 5000
/** How many lines of a pasted list an answer names; it counts the others. */
export const PASTED_LINES_NAMED = 50

export const FIELD_LENGTHS = { name: 80, barangay: 80, sitio: 80, crop: 80, access: NOTE_LENGTH } as const
/** The area of a field, exact to the square metre. */
export const HECTARES = { min: 0.0001, max: 10_000, decimals: 4 } as const

export const MACHINE_LENGTHS = {
  name: 80,
  registrationNumber: 40,
  unitName: 20,
  location: 120,
  note: NOTE_LENGTH,
} as const
/** Papers of machines. */
export const PAPER_LENGTHS = { title: 80, number: 60, issuedBy: 120, note: NOTE_LENGTH } as const
export const MACHINE_TYPE_LENGTHS = { name: 60 } as const
/** The most implements of a machine, and the longest name of one. */
export const IMPLEMENTS = { most: 20, length: 60 } as const
/** A photo as a data URL; the picture itself is a quarter smaller. */
export const PHOTO_LENGTH = 200_000
/** The capacity of a machine, and the units of a booking. */
export const UNITS = { min: 1, max: 1_000_000 } as const
/** How long a machine can be asked for, and a clock time in minutes after midnight. */
export const LENGTHS = {
  days: { min: 1, max: 390 },
  minutes: { min: 1, max: 390 * 1440 },
  hours: { min: 0.25, max: 390 * 24, decimals: 2 },
  clock: { min: 0, max: 1439 },
} as const
/** The name of a holiday or a season. */
export const HOLIDAY_LENGTHS = { name: 120 } as const
/** The years whose holidays can be listed. */
export const YEARS = { min: 1970, max: 2100 } as const
/** How many blackouts a list has, and how many bookings that one reaches are named. */
export const MOST_BLACKOUTS = 100
export const MOST_REACHED = 50
export const MOST_SEASONS = 20
/** How many days can be asked at once whether the office is closed. */
export const MOST_DAYS_ASKED = 400

/** A clock time as it is typed, such as "8:00 ng umaga". */
export const CLOCK_LENGTH = 20
/** How many first free times an answer names. */
export const FIRST_FREE_TIMES = 10
/** A buffer before or after a booking: at most 30 days. */
export const BUFFER_MS = { min: 0, max: 30 * DAY_MS } as const
export const RATE_CENTAVOS = { min: 0, max: 100_000_000_000 } as const

/** What a quota allows: bookings, hours or hectares. */
export const QUOTA_LIMIT = { min: 0, max: 10_000, decimals: 2 } as const

/** An hour meter, to the tenth of an hour. */
export const METER_HOURS = { min: 0, max: 999_999.9, decimals: 1 } as const
/** Fuel in a tank, in litres or eighths. */
export const FUEL = { min: 0, max: 9999.9, decimals: 1 } as const
/** Measured work, in hectares, hours, sacks or kilograms. */
export const WORK_QUANTITY = { min: 0.0001, max: 999_999, decimals: 4 } as const
/** The points of a machine that are looked at, and what can be said of one. */
export const POINTS = { most: 20, length: 40, note: 200 } as const
/** A photo of a hand-over as a data URL: 200 kB of bytes, a third longer as text. */
export const FACT_PHOTO_LENGTH = 266_700
export const FACT_LENGTHS = { slip: 40, note: NOTE_LENGTH } as const

/** The reason for rejecting, cancelling, moving or suspending. */
export const REASON_LENGTH = 500
export const PURPOSE_LENGTH = 500
export const MAINTENANCE_LENGTHS = { note: NOTE_LENGTH, technician: 80 } as const
/** What was done at the work, and what a part or a labour is called. */
export const WORK_LENGTHS = { done: 2000, what: 120 } as const
/** Parts, or hours of labour, and what one of them costs. */
export const COST_QUANTITY = { min: 0.001, max: 1_000_000, decimals: 3 } as const
export const COST_CENTAVOS = { min: 0, max: 1_000_000_000 } as const
/** How many bookings one repair may displace at once. */
export const MOST_DISPLACED = 500

/** A share of a batch, in sacks and in kilograms, to the tenth. */
export const SACKS = { min: 1, max: 1_000_000 } as const
export const SHARE_KG = { min: 0.1, max: 1_000_000, decimals: 1 } as const
/** The moisture of grain, in percent, to the tenth. */
export const MOISTURE = { min: 0.1, max: 60, decimals: 1 } as const
export const BATCH_LENGTHS = { note: NOTE_LENGTH } as const
/** How many batches with room an answer names, and how many of a batch's readings and cancelled shares. */
export const MOST_WITH_ROOM = 10
export const MOST_OF_A_BATCH = 50

/** Sessions, and the name of a guest. */
export const SESSION_LENGTHS = { title: 200, description: 2000, place: 120, guest: 120 } as const
/** At how many percent a session is nearly full. */
export const NEARLY_FULL = { min: 1, max: 100 } as const
/** How many of a member's places, and of the places that were given back, an answer names. */
export const MOST_ENROLMENTS = 50

/** `paperLines`: below the address on papers. */
export const OFFICE_LENGTHS = { name: 120, address: 300, timeZone: 60, paperLines: 300 } as const
/** The cooperative's logo: its bytes, and its longest side in pixels as the screens send it. */
export const LOGO = { bytes: 50_000, side: 400 } as const
export const USER_LENGTHS = { name: 60, password: 1000 } as const
/** Of organizers. */
export const ORGANIZER_LENGTHS = { organization: 100, businessAddress: 300 } as const
/** In characters as people count them. There are no other requirements (NIST 800-63B). */
export const PASSWORD_MIN_LENGTH = 8

/** How many events a calendar gets at once: three times the board of a large office. */
export const MOST_EVENTS = 30_000
/** The longest board, in days, and the most machines on it. */
export const BOARD = { days: 62, machines: 200 } as const

/** Of each kind of things, how many a search finds; and how many recent things a window remembers. */
export const FOUND = { most: 8, recent: 12 } as const
/** The text for searching a list. */
export const SEARCH_LENGTH = 100

/** A scan lists at most this many conflicts of each kind, and says how many there are. */
export const MOST_FOUND = 100

/** One line of a payment, in centavos, and how many there may be. */
export const PAYMENT_CENTAVOS = { min: 1, max: 100_000_000_000 } as const
export const PAYMENT_LINES = 100
export const PAYMENT_LENGTHS = { reference: 80 } as const
export const BOOKLET_LENGTHS = { prefix: 20, desk: 60 } as const
export const RECEIPT_NUMBER = { min: 1, max: 999_999_999 } as const
/** A deposit, or a late fee for one day or hour, in centavos. */
export const FEE_CENTAVOS = { min: 1, max: 100_000_000_000 } as const
