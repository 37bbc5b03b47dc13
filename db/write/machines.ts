import { eq } from 'drizzle-orm'
import type { WriteTx } from '../file.ts'
import { inserting, updating } from '../rows.ts'
import { machinePhotos, machines, machineTypes } from '../tables/machines.ts'

export const insertMachine = inserting(machines)
/** @throws OVERBOOKED or STILL-PROMISED from the guard */
export const updateMachine = updating(machines)

export const insertType = inserting(machineTypes)
export const updateType = updating(machineTypes)

export function keepPhoto(tx: WriteTx, machineId: string, photo: string | null): void {
  tx.delete(machinePhotos).where(eq(machinePhotos.machineId, machineId)).run()
  if (photo !== null) tx.insert(machinePhotos).values({ machineId, photo }).run()
}
