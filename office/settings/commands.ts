import { refuse } from '#booking/refusal'
import { DEFAULT_RULES } from '#booking/settings/rules'
import type { CallArgs } from '#calls/contract'
import { readSettings } from '#db/read/settings'
import { insertSettings, updateSettings } from '#db/write/settings'
import { insertUser } from '#db/write/users'
import { difference, type Handler } from '../law/command.ts'
import { checkVersion } from '../law/version.ts'
import { nameKeyOf } from '../users/name-key.ts'
import { isTimeZone } from './time-zone.ts'

/** Settings have no id of their own; the history and the feed want one. */
const SETTINGS_ID = '00000000-0000-0000-0000-000000000001'

export type ShownSettings = {
  version: number
  office: { name: string; address: string; timeZone: string }
  rules: {
    minNoticeDays: number
    maxDays: number
    horizonDays: number
    walkInRoles: ('clerk' | 'manager' | 'admin')[]
  }
}

export function shownSettings(settings: NonNullable<ReturnType<typeof readSettings>>): ShownSettings {
  const { version, office, rules } = settings
  return { version, office, rules: { ...rules, walkInRoles: [...rules.walkInRoles] } }
}

export const change: Handler<CallArgs['settings']['change'], { settings: ShownSettings }> = (
  context,
  args,
) => {
  const { tx, actor } = context
  const before = readSettings(tx)
  if (!before) throw new Error('somebody is signed in to an office that was never set up')
  const { office, rules } = args.settings
  if (office && actor.role !== 'admin') return refuse({ reason: 'rights-needed', role: 'admin' })
  if (office && !isTimeZone(office.timeZone))
    return refuse({ reason: 'unknown-time-zone', timeZone: office.timeZone })
  const stale = checkVersion(tx, 'settings', { id: SETTINGS_ID, version: before.version }, args.version)
  if (stale) return stale
  updateSettings(tx, { office, rules })
  const after = readSettings(tx)
  if (!after) throw new Error('the settings cannot be read back')
  context.record({
    entity: 'settings',
    entityId: SETTINGS_ID,
    version: after.version,
    title: after.office.name,
    ...difference({ ...before.office, ...before.rules }, { ...after.office, ...after.rules }),
  })
  return { ok: true, settings: shownSettings(after) }
}

type FirstOffice = { officeName: string; timeZone: string; name: string; sample: boolean }

/** First run: the office and its first administrator, in one go. Works once. */
export function setUpOffice(passwordHash: string): Handler<FirstOffice> {
  return (context, { officeName, timeZone, name, sample }) => {
    const { tx, commandId: userId } = context
    if (readSettings(tx)) return refuse({ reason: 'already-set-up' })
    if (!isTimeZone(timeZone)) return refuse({ reason: 'unknown-time-zone', timeZone })
    insertSettings(tx, {
      id: 1,
      sample,
      officeName,
      timeZone,
      ...DEFAULT_RULES,
      walkInRoles: [...DEFAULT_RULES.walkInRoles],
    })
    insertUser(tx, { id: userId, name, nameKey: nameKeyOf(name), role: 'admin', password: passwordHash })
    const office = { officeName, timeZone, ...DEFAULT_RULES }
    context.record({
      entity: 'settings',
      entityId: SETTINGS_ID,
      version: 1,
      title: officeName,
      before: null,
      after: office,
    })
    const user = { name, role: 'admin' }
    context.record({ entity: 'user', entityId: userId, version: 1, title: name, before: null, after: user })
    return { ok: true }
  }
}
