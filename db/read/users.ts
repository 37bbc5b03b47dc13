import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Role } from '#booking/roles'
import { given, prepared, type ReadDb } from '../file.ts'
import { signInFailures, signIns, users } from '../schema.ts'

export type StoredUser = typeof users.$inferSelect

export function readUser(db: ReadDb, id: string): StoredUser | undefined {
  return userById(db).get({ id })
}
const userById = prepared(db =>
  db
    .select()
    .from(users)
    .where(eq(users.id, given('id')))
    .prepare(),
)

export function userByKey(db: ReadDb, nameKey: string): StoredUser | undefined {
  return db.select().from(users).where(eq(users.nameKey, nameKey)).get()
}

export function listUsers(db: ReadDb): StoredUser[] {
  return db.select().from(users).orderBy(asc(users.disabled), asc(users.nameKey)).all()
}

/** How many may still act with at least one of the roles. */
export function countActive(db: ReadDb, roles: readonly Role[]): number {
  return db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.disabled, false), inArray(users.role, [...roles])))
    .all().length
}

const byToken = prepared(db =>
  db
    .select({ id: users.id, name: users.name, role: users.role, disabled: users.disabled })
    .from(signIns)
    .innerJoin(users, eq(users.id, signIns.userId))
    .where(eq(signIns.tokenHash, given('tokenHash')))
    .prepare(),
)

/** Who is signed in with the token of this hash; nobody once the account is disabled. */
export function readSignedIn(db: ReadDb, tokenHash: string) {
  const row = byToken(db).get({ tokenHash })
  return row && !row.disabled ? { id: row.id, name: row.name, role: row.role } : undefined
}

/** Whether a person has any sign-in left. */
export function isSignedInSomewhere(db: ReadDb, userId: string): boolean {
  return db.select().from(signIns).where(eq(signIns.userId, userId)).limit(1).get() !== undefined
}

export function readFailures(db: ReadDb, nameKey: string) {
  return db.select().from(signInFailures).where(eq(signInFailures.nameKey, nameKey)).get()
}
