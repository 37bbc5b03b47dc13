import { eq, or, sql } from 'drizzle-orm'
import type { WriteTx } from '../file.ts'
import { signInFailures } from '../tables/users.ts'

/**
 * The key for counting a name's wrong passwords in one browser. The name alone is the key for its lock-out in every
 * browser.
 */
export function failuresKey(nameKey: string, browser: string): string {
  return `${nameKey}\n${browser}`
}

/** Clears a name's wrong passwords in every browser. */
export function forgetFailuresEverywhere(tx: WriteTx, nameKey: string): void {
  const start = failuresKey(nameKey, '')
  const key = signInFailures.nameKey
  tx.delete(signInFailures)
    .where(or(eq(key, nameKey), sql`substr(${key}, 1, length(${start})) = ${start}`))
    .run()
}
