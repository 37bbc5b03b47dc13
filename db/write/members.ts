import { eq, sql } from 'drizzle-orm'
import type { WriteTx } from '../file.ts'
import { members } from '../tables/members.ts'

export type NewMember = typeof members.$inferInsert
export function insertMember(tx: WriteTx, row: NewMember): void {
  tx.insert(members).values(row).run()
}
export function updateMember(
  tx: WriteTx,
  id: string,
  change: Partial<Omit<NewMember, 'id' | 'version'>>,
): void {
  tx.update(members)
    .set({ ...change, version: sql`${members.version} + 1` })
    .where(eq(members.id, id))
    .run()
}
