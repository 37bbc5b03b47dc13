import { sql } from 'drizzle-orm'
import type { BookingRules } from '#booking/settings/rules'
import type { WriteTx } from '../file.ts'
import type { OfficeNamed, OfficeSettings } from '../read/settings.ts'
import { inserting } from '../rows.ts'
import { settings } from '../tables/settings.ts'

export const insertSettings = inserting(settings)

export function updateSettings(
  tx: WriteTx,
  change: {
    /** What is left out of its papers stays as it is. */
    office?: Omit<OfficeNamed, 'logo' | 'paperLines'> & Partial<OfficeNamed>
    rules?: BookingRules | undefined
    hours?: Partial<OfficeSettings['hours']> | undefined
    sessions?: OfficeSettings['sessions'] | undefined
    batches?: OfficeSettings['batches'] | undefined
    members?: OfficeSettings['members'] | undefined
    offers?: OfficeSettings['offers'] | undefined
    maintenance?: OfficeSettings['maintenance'] | undefined
    machinePapers?: OfficeSettings['machinePapers'] | undefined
    owing?: OfficeSettings['owing'] | undefined
  },
): void {
  const { office, rules, hours, offers, maintenance, sessions, batches, members, machinePapers, owing } =
    change
  tx.update(settings)
    .set({
      version: sql`${settings.version} + 1`,
      ...(office && officeColumns(office)),
      ...(rules && { ...rules, walkInRoles: [...rules.walkInRoles] }),
      ...(hours && hoursColumns(hours)),
      ...(offers && { offerMinutes: offers.minutes }),
      ...(maintenance && { maintenanceBookings: maintenance.bookings, maintenanceDays: maintenance.days }),
      ...sessions,
      ...(batches && { batchOrder: batches.order }),
      ...members,
      ...owing,
      ...(machinePapers && { paperDays: machinePapers.days, papersRefuse: machinePapers.refuse }),
    })
    .run()
}

function officeColumns({ name, address, timeZone, logo, paperLines }: Partial<OfficeNamed>) {
  return {
    officeName: name,
    officeAddress: address,
    timeZone,
    ...(logo !== undefined && { logo }),
    ...(paperLines !== undefined && { paperLines }),
  }
}

/** What is left out stays as it is. */
function hoursColumns({ week, seasons, publicHolidays, closed }: Partial<OfficeSettings['hours']>) {
  return {
    ...(week !== undefined && { openingHours: week }),
    ...(seasons && { seasons: [...seasons] }),
    ...(publicHolidays !== undefined && { publicHolidays }),
    ...(closed && {
      spanClosed: closed.span,
      startClosed: closed.startOrEnd,
      withinHours: closed.withinHours,
    }),
  }
}
