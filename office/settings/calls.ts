import { readSettings } from '#db/read/settings'
import { photoOf } from '../bookings/photos.ts'
import { call, commandCall, commandCallWith } from '../law/answering.ts'
import { SYSTEM } from '../law/run-command.ts'
import { isTimeZone } from '../law/time-zone.ts'
import { DEFAULT_TIME_ZONE, settingsNow } from '../office.ts'
import { nameKeyOf } from '../users/name-key.ts'
import { hashNew } from '../users/passwords.ts'
import { signIn } from '../users/sign-in.ts'
import { change, setUpOffice } from './commands.ts'
import { shownSettings } from './record.ts'

/** For a command that cannot store a password. */
const NO_HASH = { ok: true, hash: '' } as const

/** With a zone that nobody knows no window could show a time, so that nobody could correct it. */
function shownZone(timeZone: string): string {
  return isTimeZone(timeZone) ? timeZone : DEFAULT_TIME_ZONE
}

/** First run and settings. */
export const settingsCalls = [
  call('setup.state', ({ desk, office }) => {
    const settings = settingsNow(office.file.db)
    return {
      ready: readSettings(office.file.db) !== undefined,
      sample: settings.sample,
      officeName: settings.office.name,
      timeZone: shownZone(settings.office.timeZone),
      version: desk.version,
      sampleSignIn: desk.sampleSignIn,
    }
  }),
  commandCallWith(
    setUpOffice,
    async ({ office, browser }, { password, timeZone = DEFAULT_TIME_ZONE, ...names }, giveIt) => {
      const who = { nameKey: nameKeyOf(names.name), browser }
      // Anybody may call this. Once it can only be refused, or answered again, it costs no hash.
      const isSetUp = readSettings(office.file.db) !== undefined
      const hashed = isSetUp ? NO_HASH : await hashNew(office, who, password)
      if (!hashed.ok) return hashed
      const args = { ...names, timeZone, sample: false }
      const done = await giveIt(setUpOffice.with(hashed.hash), args)
      return done.ok ? signIn(office, who, password) : done
    },
    SYSTEM,
  ),
  call('setup.openSample', ({ desk }) => desk.openSample()),
  call('setup.removeSample', ({ desk }) => desk.removeSample()),
  call('settings.get', ({ office }) => shownSettings(settingsNow(office.file.db))),
  call('settings.papers', ({ office }) => {
    const { db } = office.file
    const { name, address, paperLines: lines, logo } = settingsNow(db).office
    return { name, address, lines, logo: logo === null ? null : photoOf(db, logo).photo }
  }),
  commandCall(change),
] as const
