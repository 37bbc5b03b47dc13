import { readEvents } from '#db/read/calendar'
import { call, userOf } from '../law/answering.ts'
import { machinesToday } from './questions.ts'
import { takenDaysOf } from './taken-days.ts'

export const calendarCalls = [
  call('calendar.events', ({ office }, input) => readEvents(office.file.db, input, office.clock.nowMs())),
  call('calendar.today', ({ office }) => machinesToday(office)),
  call('calendar.takenDays', (asking, input) => takenDaysOf(asking.office, userOf(asking), input)),
] as const
