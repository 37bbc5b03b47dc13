import { eq, sql } from 'drizzle-orm'
import type { WriteTx } from '../file.ts'
import { machinePhotos, machines, machineTypes } from '../tables/machines.ts'

export type NewMachine = typeof machines.$inferInsert
export function insertMachine(tx: WriteTx, row: NewMachine): void {
  tx.insert(machines).values(row).run()
}
/** @throws OVERBOOKED or STILL-PROMISED from the guard */
export function updateMachine(
  tx: WriteTx,
  id: string,
  change: Partial<Omit<NewMachine, 'id' | 'version'>>,
): void {
  tx.update(machines)
    .set({ ...change, version: sql`${machines.version} + 1` })
    .where(eq(machines.id, id))
    .run()
}
export function keepPhoto(tx: WriteTx, machineId: string, photo: string | null): void {
  tx.delete(machinePhotos).where(eq(machinePhotos.machineId, machineId)).run()
  if (photo !== null) tx.insert(machinePhotos).values({ machineId, photo }).run()
}

export type NewType = typeof machineTypes.$inferInsert
export function insertType(tx: WriteTx, row: NewType): void {
  tx.insert(machineTypes).values(row).run()
}
export function updateType(tx: WriteTx, id: string, change: Partial<Omit<NewType, 'id' | 'version'>>): void {
  tx.update(machineTypes)
    .set({ ...change, version: sql`${machineTypes.version} + 1` })
    .where(eq(machineTypes.id, id))
    .run()
}
