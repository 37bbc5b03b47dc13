import { and, eq, lt, sql } from 'drizzle-orm'
import type { WriteTx } from '../file.ts'
import { inserting, updating } from '../rows.ts'
import { signInFailures, signIns, users } from '../tables/users.ts'

export const insertUser = inserting(users)
export const updateUser = updating(users)

export const insertSignIn = inserting(signIns)
export function deleteSignIn(tx: WriteTx, tokenHash: string): void {
  tx.delete(signIns).where(eq(signIns.tokenHash, tokenHash)).run()
}
/** Ends all sign-ins of a user except the one with the kept hash. */
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
