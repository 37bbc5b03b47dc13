import { readEvents } from '#db/read/calendar'
import { call } from '../law/answering.ts'
import { machinesToday } from './questions.ts'

export const calendarCalls = [
  call('calendar.events', ({ office }, input) => readEvents(office.file.db, input, office.clock.nowMs())),
  call('calendar.today', ({ office }) => machinesToday(office)),
] as const
