import { MOST_EVENTS } from '#calls/limits'
import { readEvents } from '#db/read/calendar'
import { longQuestion } from '../law/answering.ts'
import { TooMuch } from '../law/errors.ts'

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
] as const
