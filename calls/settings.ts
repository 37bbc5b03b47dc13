import * as z from 'zod'
import { BATCH_ORDERS, type BatchOrder } from '#booking/batches/state'
import { areHours, HOURS_LIMITS } from '#booking/hours/week'
import { SUSPEND_AFTER_DAYS } from '#booking/members/owing'
import { PAPER_DAYS } from '#booking/papers/papers'
import { MAINTENANCE_AFTER_LIMITS } from '#booking/today/figures'
import { may, ROLES } from '#booking/users/roles'
import { OFFER_MINUTES } from '#booking/waiting/offer-time'
import { photoHash } from './booking-facts.ts'
import { command, deskWrite, question } from './call.ts'
import {
  HOLIDAY_LENGTHS,
  MOST_DAYS_ASKED,
  MOST_SEASONS,
  NEARLY_FULL,
  OFFICE_LENGTHS,
  USER_LENGTHS,
} from './limits.ts'
import * as shape from './shapes.ts'

import { signedIn } from './users.ts'

export const setup = {
  /** What a window needs before anybody signs in. `ready`: the office is set up. `sample`: it is the sample. */
  state: question('anyone', 'settings')
    .input(z.strictObject({}))
    .output(
      z.strictObject({
        ready: z.boolean(),
        sample: z.boolean(),
        officeName: z.string(),
        timeZone: z.string(),
        version: z.string(),
        /** Only in the sample: how to sign in as each role. */
        sampleSignIn: z.array(z.strictObject({ role: shape.role, name: z.string(), password: z.string() })),
      }),
    ),
  /** First run: sets up the office and its first administrator. Works only once. */
  office: command('anyone')
    .input(
      z.strictObject({
        ...shape.command,
        officeName: shape.requiredLine(OFFICE_LENGTHS.name),
        timeZone: z.string().max(OFFICE_LENGTHS.timeZone).optional(),
        name: shape.requiredLine(USER_LENGTHS.name),
        password: shape.password,
      }),
    )
    .output(signedIn),
  /** First run: opens the sample cooperative, which has its own folder. All windows reload. */
  openSample: deskWrite('anyone')
    .input(z.strictObject({}))
    .output(z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true) }), shape.refused])),
  /** Closes the sample and deletes its folder. */
  removeSample: deskWrite('set-office')
    .input(z.strictObject({}))
    .output(z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true) }), shape.refused])),
}

const officeSettings = z.strictObject({
  name: shape.requiredLine(OFFICE_LENGTHS.name),
  address: shape.paragraph(OFFICE_LENGTHS.address),
  timeZone: z.string().min(1).max(OFFICE_LENGTHS.timeZone),
  /** The logo on its papers: a photo that `bookings.keepPhoto` has kept, at most `LOGO.bytes` large. Null: none. */
  logo: photoHash.nullable(),
  /** What stands below the address on its papers, such as a registration number. */
  paperLines: shape.paragraph(OFFICE_LENGTHS.paperLines),
})
/** A script that does not know the head of the papers leaves it as it is. */
const officeChanged = officeSettings.partial({ logo: true, paperLines: true })
const walkInRole = shape.role.refine(
  role => may(role, 'enter-bookings'),
  'must be a role that may enter bookings',
)
const ruleSettings = z.strictObject({
  minNoticeDays: shape.minNoticeDays,
  maxDays: shape.maxDays,
  horizonDays: shape.horizonDays,
  walkInRoles: z.array(walkInRole).max(ROLES.length),
})
const offerSettings = z.strictObject({
  /** How long an offer from the waiting list lasts, in minutes in which the cooperative's office is open. */
  minutes: z.int().min(OFFER_MINUTES.min).max(OFFER_MINUTES.max),
})
/** A machine needs maintenance after so many completed bookings within so many days. */
const maintenanceSettings = z.strictObject({
  bookings: z.int().min(MAINTENANCE_AFTER_LIMITS.bookings.min).max(MAINTENANCE_AFTER_LIMITS.bookings.max),
  days: z.int().min(MAINTENANCE_AFTER_LIMITS.days.min).max(MAINTENANCE_AFTER_LIMITS.days.max),
})

/** When the office is open on a day, in order: none if it is closed, two stretches with a midday break. */
const dayHours = z
  .array(
    z.strictObject({
      fromMinutes: z.int().min(HOURS_LIMITS.fromMinutes.min).max(HOURS_LIMITS.fromMinutes.max),
      toMinutes: z.int().min(HOURS_LIMITS.toMinutes.min).max(HOURS_LIMITS.toMinutes.max),
    }),
  )
  .max(HOURS_LIMITS.stretches)
  .refine(areHours, 'must be in order, each beginning before it ends and after the one before')
/** What closed days and hours mean for a booking. */
const closedRules = z.strictObject({
  /** A booking may have closed days between its first and its last day. */
  span: z.boolean(),
  /** A booking may begin or end on a closed day. */
  startOrEnd: z.boolean(),
  /** A booking by clock time begins and ends within the hours of one day. */
  withinHours: z.boolean(),
})
/** The hours of each day from Monday to Sunday. */
const week = z.array(dayHours).length(7, 'must have 7 days, from Monday to Sunday')

/** A named time of the year with other hours, both days inclusive. No two overlap. */
const season = z.strictObject({
  name: shape.requiredLine(HOLIDAY_LENGTHS.name),
  from: shape.localDay,
  to: shape.localDay,
  week,
})

const hoursSettings = z.strictObject({
  /** Null until somebody sets the opening hours. */
  week: week.nullable(),
  seasons: z.array(season).max(MOST_SEASONS),
  /** Whether public holidays close the office. */
  publicHolidays: z.boolean(),
  closed: closedRules,
})

const sessionSettings = z.strictObject({
  /** At how many percent of its places the organizer of a session is told that it is nearly full. */
  nearlyFullPercent: z.int().min(NEARLY_FULL.min).max(NEARLY_FULL.max),
})
const batchSettings = z.strictObject({
  /** In which order the shares of a batch are taken: as they arrive, or the ripest first. */
  order: z.enum(BATCH_ORDERS),
})
const memberSettings = z.strictObject({
  /** A member whose last returned work is not measured yet books nothing more, but for managers who say why. */
  lastJobFirst: z.boolean(),
})
const paperSettings = z.strictObject({
  /** So many days before a machine's paper expires it is told. */
  days: z.int().min(PAPER_DAYS.min).max(PAPER_DAYS.max),
  /** A machine with an expired paper does not go out; otherwise that is only said. */
  refuse: z.boolean(),
})
const owingSettings = z.strictObject({
  /** A member who owes for longer is suggested to be suspended; null: never. Somebody decides. */
  suspendAfterDays: z.int().min(SUSPEND_AFTER_DAYS.min).max(SUSPEND_AFTER_DAYS.max).nullable(),
})
const settingsRow = z.strictObject({
  version: shape.version,
  office: officeSettings,
  rules: ruleSettings,
  sessions: sessionSettings,
  batches: batchSettings,
  members: memberSettings,
  machinePapers: paperSettings,
  owing: owingSettings,
  offers: offerSettings,
  maintenance: maintenanceSettings,
  hours: hoursSettings,
})
export type SettingsRow = z.infer<typeof settingsRow>
/** What the history says of the settings. */
export type SettingsInHistory = SettingsRow['office'] &
  SettingsRow['rules'] & {
    nearlyFullPercent: number
    batchOrder: BatchOrder
    lastJobFirst: boolean
    openingHours: SettingsRow['hours']['week']
    seasons: SettingsRow['hours']['seasons']
    publicHolidays: boolean
    spanClosed: boolean
    startClosed: boolean
    withinHours: boolean
    offerMinutes: number
    maintenanceBookings: number
    maintenanceDays: number
    paperDays: number
    papersRefuse: boolean
    suspendAfterDays: number | null
  } & UpkeepInHistory

/** How much of each the upkeep did (H1); what it did nothing of is left out. */
export type UpkeepInHistory = {
  holdsLapsed?: number
  offersEnded?: number
  offersMade?: number
  /** Of the waiting list, those whose days have passed. */
  wishesOver?: number
  /** Open-ended blocks that go on. */
  keptShut?: number
  late?: number
  reminders?: number
}

export const settings = {
  get: question('see-office', 'settings').input(z.strictObject({})).output(settingsRow),
  /** The head of the cooperative's papers. `logo`: a data URL; null if there is none. */
  papers: question('own-account', 'settings')
    .input(z.strictObject({}))
    .output(
      z.strictObject({
        name: z.string(),
        address: z.string(),
        lines: z.string(),
        logo: z.string().nullable(),
      }),
    ),
  /** Changing the rules needs `set-rules`; changing what the office is called, where it is and how its papers look also needs `set-office`. */
  change: command('set-rules')
    .input(
      z.strictObject({
        ...shape.command,
        ...shape.onVersion,
        settings: z.strictObject({
          office: officeChanged.optional(),
          rules: ruleSettings.optional(),
          offers: offerSettings.optional(),
          maintenance: maintenanceSettings.optional(),
          sessions: sessionSettings.optional(),
          batches: batchSettings.optional(),
          members: memberSettings.optional(),
          machinePapers: paperSettings.optional(),
          owing: owingSettings.optional(),
        }),
      }),
    )
    .output(shape.outcomeOf('settings', settingsRow)),
}

/** When the cooperative's office is open (B3). */
export const hours = {
  /** `isSet`: somebody has set them. Until then, `week` is what counts for offers, and no booking is refused. */
  get: question('see-office', 'settings')
    .input(z.strictObject({}))
    .output(
      z.strictObject({
        version: shape.version,
        isSet: z.boolean(),
        ...hoursSettings.shape,
        week,
      }),
    ),
  /** On the version of the settings. What is left out stays as it is. */
  set: command('set-rules')
    .input(
      z.strictObject({
        ...shape.command,
        ...shape.onVersion,
        week: week.optional(),
        seasons: hoursSettings.shape.seasons.optional(),
        publicHolidays: z.boolean().optional(),
        closed: closedRules.optional(),
      }),
    )
    .output(shape.outcomeOf('settings', settingsRow)),
  /** The days among these on which the office is closed, with the holiday if it is one. At most 400 days are looked at. */
  closed: question('see-office', 'settings', 'holiday')
    .input(z.strictObject({ from: shape.localDay, to: shape.localDay }))
    .output(
      z.strictObject({
        days: z
          .array(z.strictObject({ day: z.string(), holiday: z.string().nullable() }))
          .max(MOST_DAYS_ASKED),
      }),
    ),
}
