import type { LocalDay } from '#booking/time/day'
import { showDay } from './calendar-view.ts'
import { chooseMachine } from './chosen-machine.ts'

/** For links from other screens. */
export function showInCalendar(machineId: string, day: LocalDay): void {
  chooseMachine(machineId)
  showDay(day)
}
