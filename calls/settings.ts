import { oc } from '@orpc/contract'
import * as z from 'zod'
import { OFFICE_LENGTHS, USER_LENGTHS } from './limits.ts'
import * as shape from './shapes.ts'

import { signedIn } from './users.ts'

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
        officeName: shape.requiredLine(OFFICE_LENGTHS.name),
        timeZone: z.string().max(OFFICE_LENGTHS.timeZone).optional(),
        name: shape.requiredLine(USER_LENGTHS.name),
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

const officeSettings = z.strictObject({
  name: shape.requiredLine(OFFICE_LENGTHS.name),
  address: shape.paragraph(OFFICE_LENGTHS.address),
  timeZone: z.string().min(1).max(OFFICE_LENGTHS.timeZone),
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
