import { EVERY_DAY } from '#booking/hours/opening-hours'
import { call, commandCall } from '../law/answering.ts'
import { settingsNow } from '../office.ts'
import { asWritten } from '../settings/record.ts'
import { setHours } from './commands.ts'

export const hoursCalls = [
  call('hours.get', ({ office }) => {
    const settings = settingsNow(office.file.db)
    return {
      version: settings.version,
      isSet: settings.hours.week !== null,
      week: asWritten(settings.hours.week ?? EVERY_DAY),
    }
  }),
  commandCall(setHours),
] as const
