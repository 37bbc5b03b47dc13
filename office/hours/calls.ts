import { closesNext, EVERY_DAY, isOpen, opensNext } from '#booking/hours/opening-hours'
import { call, commandCall } from '../law/answering.ts'
import { openCalendar } from '../law/open-calendar.ts'
import { settingsNow } from '../office.ts'
import { asWritten } from '../settings/record.ts'
import { setHours } from './commands.ts'

export const hoursCalls = [
  call('hours.get', ({ office }) => {
    const { db } = office.file
    const settings = settingsNow(db)
    const nowMs = office.clock.nowMs()
    const calendar = openCalendar(db, settings)
    return {
      version: settings.version,
      isSet: settings.hours.week !== null,
      week: asWritten(settings.hours.week ?? EVERY_DAY),
      open: isOpen(nowMs, calendar),
      opensMs: opensNext(nowMs, calendar),
      closesMs: closesNext(nowMs, calendar),
    }
  }),
  commandCall(setHours),
] as const
