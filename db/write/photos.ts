import { eq } from 'drizzle-orm'
import type { WriteTx } from '../file.ts'
import { inserting } from '../rows.ts'
import { photos } from '../tables/photos.ts'

export const insertPhoto = inserting(photos)

/** Kept again: it lasts from now on. */
export function keepPhotoAgain(tx: WriteTx, hash: string, by: { keptBy: string; keptMs: number }): void {
  tx.update(photos).set(by).where(eq(photos.hash, hash)).run()
}

/** @throws KEPT from the guard if a fact shows it */
export function deletePhoto(tx: WriteTx, hash: string): void {
  tx.delete(photos).where(eq(photos.hash, hash)).run()
}
