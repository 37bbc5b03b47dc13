import { preparedSql, type WriteTx } from '../file.ts'
import type { notices } from '../tables/notices.ts'

export type NewNotice = typeof notices.$inferInsert
const insertNoticeSql = preparedSql<Required<NewNotice>, never>(`
  INSERT INTO notices (id, for_user, for_permission, kind, at_ms, entity, entity_id, by_user, by_name, reason)
  VALUES (@id, @forUser, @forPermission, @kind, @atMs, @entity, @entityId, @byUser, @byName, @reason)`)

export function insertNotice(tx: WriteTx, row: Required<NewNotice>): void {
  insertNoticeSql(tx).run(row)
}
const markReadSql = preparedSql<{ userId: string; noticeId: string }, never>(`
  INSERT OR IGNORE INTO notice_reads (user_id, notice_id)
  SELECT @userId, id FROM notices WHERE id = @noticeId`)

/** A notice that does not exist is ignored. */
export function markRead(tx: WriteTx, userId: string, noticeIds: readonly string[]): void {
  for (const noticeId of noticeIds) markReadSql(tx).run({ userId, noticeId })
}
