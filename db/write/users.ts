import { and, eq, lt, sql } from 'drizzle-orm'
import type { WriteTx } from '../file.ts'
import { signInFailures, signIns, users } from '../tables/users.ts'

export function insertUser(tx: WriteTx, row: typeof users.$inferInsert): void {
  tx.insert(users).values(row).run()
}
export function updateUser(
  tx: WriteTx,
  id: string,
  change: Partial<Pick<typeof users.$inferSelect, 'name' | 'nameKey' | 'role' | 'password' | 'disabled'>>,
): void {
  tx.update(users)
    .set({ ...change, version: sql`${users.version} + 1` })
    .where(eq(users.id, id))
    .run()
}

export function insertSignIn(tx: WriteTx, row: typeof signIns.$inferInsert): void {
  tx.insert(signIns).values(row).run()
}
export function deleteSignIn(tx: WriteTx, tokenHash: string): void {
  tx.delete(signIns).where(eq(signIns.tokenHash, tokenHash)).run()
}
/** Ends sign-ins: all of a person's, but for the one with the kept hash. */
export function deleteSignInsOf(tx: WriteTx, userId: string, keptHash = ''): void {
  tx.delete(signIns)
    .where(and(eq(signIns.userId, userId), sql`${signIns.tokenHash} <> ${keptHash}`))
    .run()
}
export function deleteSignInsBefore(tx: WriteTx, startedMs: number): void {
  tx.delete(signIns).where(lt(signIns.startedMs, startedMs)).run()
}

export function keepFailures(tx: WriteTx, nameKey: string, failures: number, locked: boolean): void {
  tx.insert(signInFailures)
    .values({ nameKey, failures, locked })
    .onConflictDoUpdate({ target: signInFailures.nameKey, set: { failures, locked } })
    .run()
}
export function forgetFailures(tx: WriteTx, nameKey: string): void {
  tx.delete(signInFailures).where(eq(signInFailures.nameKey, nameKey)).run()
}
