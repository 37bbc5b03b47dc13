import { readEvents } from '#db/read/calendar'
import { call, userOf } from '../law/answering.ts'
import { takenDaysOf } from './questions.ts'

export const calendarCalls = [
  call('calendar.events', ({ office }, input) => readEvents(office.file.db, input, office.clock.nowMs())),
  call('calendar.takenDays', (asking, input) => takenDaysOf(asking.office, userOf(asking), input)),
] as const
