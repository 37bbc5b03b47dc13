import { oc } from '@orpc/contract'
import * as z from 'zod'
import * as shape from './shapes.ts'

// The desk itself: first run, settings, sign-in, users, notices.

export const userRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  name: z.string(),
  role: shape.role,
  disabled: z.boolean(),
})
export type UserRow = z.infer<typeof userRow>
const signedInUser = z.strictObject({ id: shape.id, name: z.string(), role: shape.role })
export type SignedInUser = z.infer<typeof signedInUser>

const signedIn = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), token: z.string(), user: signedInUser }),
  shape.refused,
])

export const setup = {
  /** What a window needs before anybody signs in. `ready`: an office exists; `sample`: it is the sample. */
  state: oc.input(z.strictObject({})).output(
    z.strictObject({
      ready: z.boolean(),
      sample: z.boolean(),
      officeName: z.string(),
      timeZone: z.string(),
      version: z.string(),
      /** With the sample only: how to sign in as each role. */
      sampleSignIn: z.array(z.strictObject({ role: shape.role, name: z.string(), password: z.string() })),
    }),
  ),
  /** First run: names the office and its first administrator. Works once. */
  office: oc
    .input(
      z.strictObject({
        ...shape.command,
        officeName: shape.requiredLine(120),
        timeZone: z.string().max(60).optional(),
        name: shape.requiredLine(60),
        password: shape.password,
      }),
    )
    .output(signedIn),
  /** First run: opens the sample cooperative in a folder of its own; the windows start anew. */
  openSample: oc
    .input(z.strictObject({}))
    .output(z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true) }), shape.refused])),
  /** Closes the sample and removes its folder. */
  removeSample: oc
    .input(z.strictObject({}))
    .output(z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true) }), shape.refused])),
}

export const auth = {
  signIn: oc.input(z.strictObject({ name: shape.line(60), password: z.string().max(1000) })).output(signedIn),
  signOut: oc.input(z.strictObject({})).output(z.strictObject({ ok: z.literal(true) })),
  who: oc.input(z.strictObject({})).output(z.strictObject({ user: signedInUser.nullable() })),
  changePassword: oc
    .input(z.strictObject({ ...shape.command, password: z.string().max(1000), newPassword: shape.password }))
    .output(z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true) }), shape.refused])),
}

const userOutcome = shape.outcomeOf('user', userRow)
export const users = {
  list: oc.input(z.strictObject({})).output(z.array(userRow)),
  add: oc
    .input(
      z.strictObject({
        ...shape.command,
        name: shape.requiredLine(60),
        role: shape.role,
        password: shape.password,
      }),
    )
    .output(userOutcome),
  change: oc
    .input(
      z.strictObject({
        ...shape.command,
        userId: shape.id,
        ...shape.onVersion,
        name: shape.requiredLine(60),
        role: shape.role,
        /** Left out: stays as it is. */
        password: shape.password.optional(),
      }),
    )
    .output(userOutcome),
  disable: oc
    .input(
      z.strictObject({
        ...shape.command,
        userId: shape.id,
        ...shape.onVersion,
        disabled: z.boolean().optional(),
      }),
    )
    .output(userOutcome),
}

const officeSettings = z.strictObject({
  name: shape.requiredLine(120),
  address: shape.paragraph(300),
  timeZone: z.string().min(1).max(60),
})
const ruleSettings = z.strictObject({
  minNoticeDays: shape.minNoticeDays,
  maxDays: shape.maxDays,
  horizonDays: shape.horizonDays,
  walkInRoles: z.array(shape.role).max(3),
})
const settingsRow = z.strictObject({
  version: shape.version,
  office: officeSettings,
  rules: ruleSettings,
})
export type SettingsRow = z.infer<typeof settingsRow>

export const settings = {
  get: oc.input(z.strictObject({})).output(settingsRow),
  /** Managers change the rules; the office's own particulars want an administrator. */
  change: oc
    .input(
      z.strictObject({
        ...shape.command,
        ...shape.onVersion,
        settings: z.strictObject({ office: officeSettings.optional(), rules: ruleSettings.optional() }),
      }),
    )
    .output(shape.outcomeOf('settings', settingsRow)),
}

const NOTICE_KINDS = ['requested', 'approved', 'rejected', 'cancelled', 'moved', 'no-show'] as const
const noticeRow = z.strictObject({
  id: shape.id,
  kind: z.enum(NOTICE_KINDS),
  atMs: z.int(),
  read: z.boolean(),
  bookingId: shape.id,
  memberName: z.string(),
  /** Who did it. */
  byName: z.string(),
  reason: z.string(),
  /** The booking as it stands now: it may have been moved or decided again since. */
  now: z.strictObject({ machineName: z.string(), status: shape.bookingStatus, period: shape.period }),
})
export type NoticeRow = z.infer<typeof noticeRow>

export const notices = {
  /** The newest fifty of the person who is signed in. */
  list: oc.input(z.strictObject({})).output(z.strictObject({ notices: z.array(noticeRow), unread: z.int() })),
  /** Without ids: all of them. */
  read: oc
    .input(z.strictObject({ noticeIds: z.array(shape.id).max(100).optional() }))
    .output(z.strictObject({ ok: z.literal(true) })),
}
