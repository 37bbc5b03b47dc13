import { eq, sql } from 'drizzle-orm'
import type { WriteTx } from '../file.ts'
import { maintenance } from '../tables/maintenance.ts'

export type NewMaintenance = typeof maintenance.$inferInsert
/** @throws OVERBOOKED from the guard when anybody has the machine then */
export function insertMaintenance(tx: WriteTx, row: NewMaintenance): void {
  tx.insert(maintenance).values(row).run()
}
export function updateMaintenance(
  tx: WriteTx,
  id: string,
  change: { status: 'finished' | 'cancelled'; finishedMs: number | null },
): void {
  tx.update(maintenance)
    .set({ ...change, version: sql`${maintenance.version} + 1` })
    .where(eq(maintenance.id, id))
    .run()
}
