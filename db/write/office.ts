import { and, eq, lt, sql } from 'drizzle-orm'
import type { BookingRules } from '#booking/rules'
import { preparedSql, type WriteTx } from '../file.ts'
import {
  machinePhotos,
  machines,
  machineTypes,
  maintenance,
  members,
  type notices,
  settings,
  signInFailures,
  signIns,
  users,
} from '../schema.ts'

// Plain inserts and updates of the office's records. Every update counts the version up.

export type NewSettings = typeof settings.$inferInsert
export function insertSettings(tx: WriteTx, row: NewSettings): void {
  tx.insert(settings).values(row).run()
}

export function updateSettings(
  tx: WriteTx,
  change: {
    office?: { name: string; address: string; timeZone: string } | undefined
    rules?: BookingRules | undefined
  },
): void {
  const { office, rules } = change
  tx.update(settings)
    .set({
      version: sql`${settings.version} + 1`,
      ...(office && { officeName: office.name, officeAddress: office.address, timeZone: office.timeZone }),
      ...(rules && { ...rules, walkInRoles: [...rules.walkInRoles] }),
    })
    .run()
}

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

export type NewNotice = typeof notices.$inferInsert
const insertNoticeSql = preparedSql<Required<NewNotice>, never>(`
  INSERT INTO notices (id, for_user, for_role, kind, at_ms, booking_id, by_user, by_name, reason)
  VALUES (@id, @forUser, @forRole, @kind, @atMs, @bookingId, @byUser, @byName, @reason)`)

export function insertNotice(tx: WriteTx, row: Required<NewNotice>): void {
  insertNoticeSql(tx).run(row)
}
const markReadSql = preparedSql<{ userId: string; noticeId: string }, never>(`
  INSERT OR IGNORE INTO notice_reads (user_id, notice_id)
  SELECT @userId, id FROM notices WHERE id = @noticeId`)

/** A notice that is not there is not read, and harms nothing. */
export function markRead(tx: WriteTx, userId: string, noticeIds: readonly string[]): void {
  for (const noticeId of noticeIds) markReadSql(tx).run({ userId, noticeId })
}
