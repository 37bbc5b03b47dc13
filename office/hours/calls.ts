import { EVERY_DAY } from '#booking/hours/opening-hours'
import { call, commandCall } from '../law/answering.ts'
import { settingsNow } from '../office.ts'
import { asShown, asWritten } from '../settings/record.ts'
import { addBlackout, blackoutsNow, reachedBy, removeBlackout } from './blackouts.ts'
import { setHours } from './commands.ts'
import { addHoliday, closedDays, holidaysOf, removeHoliday } from './holidays.ts'

/** When the cooperative's office is open, and when machines are not booked. */
export const hoursCalls = [
  call('hours.get', ({ office }) => {
    const { version, hours } = settingsNow(office.file.db)
    const isSet = hours.week !== null
    return { version, isSet, ...asShown(hours), week: asWritten(hours.week ?? EVERY_DAY) }
  }),
  call('hours.closed', ({ office }, input) => closedDays(office, input)),
  commandCall(setHours),
  call('holidays.list', async ({ office }, { year }) => ({ year, holidays: await holidaysOf(office, year) })),
  commandCall(addHoliday),
  commandCall(removeHoliday),
  call('blackouts.list', ({ office }) => ({ blackouts: blackoutsNow(office) })),
  call('blackouts.reach', ({ office }, input) => reachedBy(office, input)),
  commandCall(addBlackout),
  commandCall(removeBlackout),
] as const
