import { preparedSql, type WriteTx } from '../file.ts'
import type { NoticeChoice } from '../read/notices.ts'
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

const chooseSql = preparedSql<{ userId: string; kind: string; bell: number; desktop: number }, never>(`
  INSERT INTO notice_choices (user_id, kind, bell, desktop) VALUES (@userId, @kind, @bell, @desktop)
  ON CONFLICT (user_id, kind) DO UPDATE SET bell = @bell, desktop = @desktop`)

/** Where a user wants this kind of notices from now on. */
export function chooseNotices(tx: WriteTx, userId: string, { kind, bell, desktop }: NoticeChoice): void {
  chooseSql(tx).run({ userId, kind, bell: Number(bell), desktop: Number(desktop) })
}
