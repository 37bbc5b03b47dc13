import { sql } from 'drizzle-orm'
import type { BookingRules } from '#booking/settings/rules'
import type { WriteTx } from '../file.ts'
import { settings } from '../tables/settings.ts'

export type NewSettings = typeof settings.$inferInsert
export function insertSettings(tx: WriteTx, row: NewSettings): void {
  tx.insert(settings).values(row).run()
}

export function updateSettings(
  tx: WriteTx,
  change: {
    office?: { name: string; address: string; timeZone: string } | undefined
    rules?: BookingRules | undefined
  },
): void {
  const { office, rules } = change
  tx.update(settings)
    .set({
      version: sql`${settings.version} + 1`,
      ...(office && { officeName: office.name, officeAddress: office.address, timeZone: office.timeZone }),
      ...(rules && { ...rules, walkInRoles: [...rules.walkInRoles] }),
    })
    .run()
}
