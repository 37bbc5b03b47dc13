import type { LocalDay } from '#booking/time/day'
import { showDay } from './calendar-view.ts'
import { chooseMachine } from './chosen-machine.ts'

/** What a link to the calendar from another screen does on the way: the machine, at the day that is meant. */
export function showInCalendar(machineId: string, day: LocalDay): void {
  chooseMachine(machineId)
  showDay(day)
}
