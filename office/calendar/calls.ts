import { readEvents } from '#db/read/calendar'
import { call } from '../law/answering.ts'

export const calendarCalls = [
  call('calendar.events', ({ office }, input) => readEvents(office.file.db, input, office.clock.nowMs())),
] as const
