import { MOST_EVENTS } from '#calls/limits'
import { readEvents } from '#db/read/calendar'
import { call, longQuestion, userOf } from '../law/answering.ts'
import { TooMuch } from '../law/errors.ts'
import { dayLoadsOf } from './day-loads.ts'
import { machinesToday } from './questions.ts'
import { takenDaysOf } from './taken-days.ts'

export const calendarCalls = [
  longQuestion('calendar.events', ({ office }, input) => {
    const events = readEvents(office.file.db, input, office.clock.nowMs(), MOST_EVENTS + 1)
    if (events.length > MOST_EVENTS) {
      throw new TooMuch(
        'toMs',
        `must be nearer to fromMs, or the machines fewer: there are more than ${MOST_EVENTS} events`,
      )
    }
    return events
  }),
  call('calendar.today', ({ office }) => machinesToday(office)),
  call('calendar.takenDays', (asking, input) => takenDaysOf(asking.office, userOf(asking), input)),
  call('calendar.dayLoads', (asking, input) => dayLoadsOf(asking.office, userOf(asking), input)),
] as const
