import { type DueBecause, dueBecause } from '#booking/maintenance/due'
import type { OfficeCalendar } from '#booking/time/calendar'
import { daysBetween } from '#booking/time/day'
import { countedFromMs, dueForMaintenance } from '#booking/today/figures'
import type { ReadDb } from '#db/file'
import { readMachineUse } from '#db/read/figures'
import { readMeterBeside } from '#db/read/maintenance-work'
import type { OfficeSettings } from '#db/read/settings'
import { readSinceMaintenance } from '#db/read/since-maintenance'

type Now = { readonly nowMs: number; readonly calendar: OfficeCalendar; readonly settings: OfficeSettings }
export type MachineDue = { machineId: string; completed: number; because: DueBecause[] }

/**
 * The machines that need maintenance (D6): those whose type has a plan by the plan, the others by the rule of the
 * settings. Where maintenance is planned already, nobody needs to be told.
 */
export function machinesDue(db: ReadDb, now: Now): MachineDue[] {
  const rule = now.settings.maintenance
  const use = readMachineUse(db, countedFromMs(now.nowMs, rule), now.nowMs)
  const planned = new Set(use.filter(one => one.planned).map(one => one.machineId))
  const byPlan = readSinceMaintenance(db)
  const havePlan = new Set(byPlan.map(one => one.machineId))
  const byRule = dueForMaintenance(
    use.filter(one => !havePlan.has(one.machineId)),
    rule,
  ).map(({ machineId, completed }) => {
    const because: DueBecause[] = [{ what: 'bookings', since: completed, after: rule.bookings }]
    return { machineId, completed, because }
  })
  const due = byPlan
    .filter(({ machineId }) => !planned.has(machineId))
    .map(({ machineId, bookings, fromMs, maintained, maintainedHours, ...plan }) => {
      const hours =
        plan.dueHours === null
          ? null
          : hoursSince(db, machineId, maintained ? { fromMs, hours: maintainedHours } : null, now.nowMs)
      const days = fromMs === null ? null : daysFrom(fromMs, now)
      return { machineId, completed: bookings, because: dueBecause(plan, { hours, days, bookings }) }
    })
    .filter(({ because }) => because.length > 0)
  return [...due, ...byRule].sort((a, b) => b.completed - a.completed)
}

function daysFrom(fromMs: number, { nowMs, calendar }: Now): number {
  return Math.max(0, daysBetween(calendar.dayOf(fromMs), calendar.dayOf(nowMs)))
}

type Maintained = { readonly fromMs: number | null; readonly hours: number | null }

/** What the meter ran since the last maintenance, as far as it was read; all of it where there was none. */
function hoursSince(db: ReadDb, machineId: string, last: Maintained | null, nowMs: number): number | null {
  const readBefore = (atMs: number) => readMeterBeside(db, machineId, { atMs, lastMs: nowMs }).before
  const latest = readBefore(nowMs)
  if (!latest) return null
  if (!last || last.fromMs === null) return latest.value
  const before = last.hours ?? readBefore(last.fromMs)?.value ?? null
  return before === null ? null : Math.max(0, Math.round((latest.value - before) * 10) / 10)
}
