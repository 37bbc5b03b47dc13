import type { MachineToday } from '#calls/calendar'
import type { MachineRow } from '#calls/machines'
import { useCall } from '../../service/use-call.ts'
import type { SaidOfMachine } from '../../words/machines/statuses.ts'

/** What a machine does today; undefined until the office has answered. */
export function useMachineToday({ id }: MachineRow): MachineToday | undefined {
  return useCall('calendar.today', {}).data?.find(one => one.machineId === id)
}

export function isFreeNow(today: MachineToday | undefined, nowMs: number): boolean {
  return today !== undefined && today.freeFromMs !== null && today.freeFromMs <= nowMs
}

/**
 * What is said of a machine now. A machine that stands in the yard is called available only if it could be booked now: it
 * may be promised to somebody who has not fetched it yet.
 */
export function saidOfMachine(
  machine: MachineRow,
  today: MachineToday | undefined,
  nowMs: number,
): SaidOfMachine {
  const { status, out, stays } = machine
  if (out.some(booking => booking.overdue)) return 'overdue'
  if (stays && out.length > 0 && status !== 'out-of-service') return 'running'
  if (status !== 'available' || isFreeNow(today, nowMs)) return status
  return stays ? 'standing' : 'in-yard'
}
