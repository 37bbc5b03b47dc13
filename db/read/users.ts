import { and, asc, eq, inArray } from 'drizzle-orm'
import { ROLES, type Role } from '#booking/users/roles'
import { preparedSql, type ReadDb } from '../file.ts'
import { isOneOf } from '../odd-values.ts'
import { readingById } from '../rows.ts'
import { signInFailures, signIns, users } from '../tables/users.ts'

export type StoredUser = typeof users.$inferSelect

export const readUser = readingById(users)

export function userByKey(db: ReadDb, nameKey: string): StoredUser | undefined {
  return db.select().from(users).where(eq(users.nameKey, nameKey)).get()
}

export function listUsers(db: ReadDb): StoredUser[] {
  return db.select().from(users).orderBy(asc(users.disabled), asc(users.nameKey)).all()
}

/** The number of enabled users with one of the roles. */
export function countActive(db: ReadDb, roles: readonly Role[]): number {
  return db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.disabled, false), inArray(users.role, [...roles])))
    .all().length
}

type Token = { tokenHash: string; sinceMs: number }
const byToken = preparedSql<Token, { id: string; name: string; role: Role }>(`
  SELECT u.id, u.name, u.role FROM sign_ins s JOIN users u ON u.id = s.user_id
  WHERE s.token_hash = @tokenHash AND s.started_ms >= @sinceMs AND u.disabled = 0`)

/**
 * The user who signed in since `sinceMs` with the token that has this hash; undefined if the account is disabled, or has
 * a role that Araro does not know.
 */
export function readSignedIn(db: ReadDb, token: Token) {
  const user = byToken(db).get(token)
  return user && isOneOf(ROLES, user.role) ? user : undefined
}

const activeRole = preparedSql<{ id: string }, { role: Role }>(
  'SELECT role FROM users WHERE id = @id AND disabled = 0',
)

/** The role of a user; undefined if the user is unknown or disabled. */
export function readActiveRole(db: ReadDb, id: string): Role | undefined {
  return activeRole(db).get({ id })?.role
}

/** Whether a user has any sign-in left. */
export function isSignedInSomewhere(db: ReadDb, userId: string): boolean {
  return db.select().from(signIns).where(eq(signIns.userId, userId)).limit(1).get() !== undefined
}

export function readFailures(db: ReadDb, nameKey: string) {
  return db.select().from(signInFailures).where(eq(signInFailures.nameKey, nameKey)).get()
}
