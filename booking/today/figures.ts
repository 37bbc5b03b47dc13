import type { OfficeCalendar } from '../time/calendar.ts'
import { addDays, DAY_MS, type LocalDay } from '../time/day.ts'
import type { Interval } from '../time/interval.ts'

/** So many days before today are looked back at for what is booked most and how much is used (F5). */
export const FIGURE_DAYS = 30

/** When a machine's use suggests maintenance (F5): after so many completed bookings within so many days. */
export type MaintenanceAfter = { readonly bookings: number; readonly days: number }
export const MAINTENANCE_AFTER_LIMITS = {
  bookings: { min: 1, max: 1000 },
  days: { min: 1, max: 730 },
} as const
export const DEFAULT_MAINTENANCE_AFTER: MaintenanceAfter = { bookings: 5, days: 90 }

/** What is known of a machine's use. */
export type MachineUse = {
  readonly machineId: string
  /** Completed within the days of the rule, and since its last maintenance. */
  readonly completed: number
  /** Maintenance is planned for it already. */
  readonly planned: boolean
}

/** The machines that need maintenance, the most used first. Who has planned it already needs no reminder. */
export function dueForMaintenance<Machine extends MachineUse>(
  machines: readonly Machine[],
  { bookings }: MaintenanceAfter,
): Machine[] {
  return machines
    .filter(machine => !machine.planned && machine.completed >= bookings)
    .sort((a, b) => b.completed - a.completed)
}

/**
 * On how many of the days before today a machine was used at all. A day counts once, however long the machine worked: so
 * a mill that works for hours and a tractor that is away for days are measured alike.
 * @param used the time of the bookings with which it was out, without buffers
 */
export function daysUsed(
  used: readonly Interval[],
  today: LocalDay,
  calendar: Pick<OfficeCalendar, 'dayOf'>,
): number {
  const firstDay = addDays(today, -FIGURE_DAYS)
  const days = new Set<LocalDay>()
  for (const { startMs, endMs } of used) {
    const last = calendar.dayOf(endMs - 1)
    let day = calendar.dayOf(startMs)
    if (day < firstDay) day = firstDay
    for (; day <= last && day < today; day = addDays(day, 1)) days.add(day)
  }
  return days.size
}

/** The instant from which on completed bookings count. */
export function countedFromMs(nowMs: number, { days }: MaintenanceAfter): number {
  return nowMs - days * DAY_MS
}
