import type { RecordEntity } from '#booking/entities'
import type { Refusal } from '#booking/refusal'
import type { CallArgs } from '#calls/contract'
import * as shape from '#calls/shapes'
import type { ReadDb } from '#db/file'
import { idOrNull, instantOr, objectIn } from '#db/odd-values'
import {
  listHistory,
  listRefused,
  type RefusedCommand,
  readHistoryAfter,
  type StoredHistory,
} from '#db/read/history'
import { historyHash } from '#db/write/history'
import type { Asking } from '../law/asking.ts'
import { PAGE_SIZE, pageOf, readCursor } from '../law/list-page.ts'
import type { AnyRecordKind, Look } from '../law/record.ts'

/** A line that another program wrote is shown as far as it can be read. */
function shownHistory(row: StoredHistory) {
  const { previousHash: _, hash: _hash, commandId: _command, entity, before, after, ...rest } = row
  return {
    ...rest,
    atMs: instantOr(rest.atMs, 0),
    userId: idOrNull(rest.userId),
    entity: entity as RecordEntity,
    before: objectIn(before) ?? null,
    after: objectIn(after) ?? null,
  }
}

/** The newest 200 lines about one record, newest first. */
export function historyOf(db: ReadDb, entity: RecordEntity, entityId: string) {
  return listHistory(db, { entity, entityId, limit: 200 }).map(shownHistory)
}

export function historyPage(db: ReadDb, args: CallArgs['history']['list']) {
  const [seq, atMs] = readCursor(args.cursor) ?? []
  const after = seq === undefined ? undefined : { seq: Number(seq), atMs: Number(atMs) }
  const rows = listHistory(db, { ...args, after, limit: PAGE_SIZE + 1 })
  const { page, nextCursor } = pageOf(rows, PAGE_SIZE, ({ seq, atMs }) => ({ seq, atMs }))
  return { rows: page.map(shownHistory), nextCursor }
}

/** Refused attempts (G4), newest first. */
export function refusedPage(look: Look, about: Asking['about'], cursor: string | undefined) {
  const [mid] = readCursor(cursor) ?? []
  const rows = listRefused(look.db, mid === undefined ? undefined : Number(mid), PAGE_SIZE + 1)
  const { page, nextCursor } = pageOf(rows, PAGE_SIZE, last => ({ mid: last.mid }))
  return { attempts: page.map(row => attemptOf(look, about, row)), nextCursor }
}

function attemptOf(look: Look, about: Asking['about'], row: RefusedCommand) {
  const args = objectIn(row.args) ?? {}
  const titles = about(row.name, args).map(({ kind, id }) => titleOf(look, kind, id))
  const name = typeof args['name'] === 'string' ? args['name'] : ''
  const period = shape.period.safeParse(args['period'])
  const refusal = shape.refusal.safeParse(objectIn(row.outcome)?.['refusal'])
  return {
    commandId: row.commandId,
    atMs: instantOr(row.atMs, 0),
    userName: row.userName ?? 'system',
    action: row.name,
    title: titles.filter(Boolean).join(' · ') || name,
    period: period.success ? period.data : null,
    refusal: refusal.success ? brief(refusal.data) : ({ reason: 'unreadable' } as const),
  }
}

/** Of a refused list, only as many lines as its sentence names. */
function brief(refusal: Refusal): Refusal {
  return refusal.reason === 'bad-lines' ? { ...refusal, lines: refusal.lines.slice(0, 5) } : refusal
}

/** The title of a record as it is now; undefined if there is no such record. */
function titleOf(look: Look, kind: AnyRecordKind, id: string): string | undefined {
  const shown = kind.shown(look, id)
  return shown && kind.title(shown)
}

const ROWS_AT_ONCE = 2000

/** Verifies the whole hash chain (G3), pausing now and then for other work. */
export async function verifyHistory(db: ReadDb) {
  let last = { seq: 0, hash: '' }
  for (;;) {
    const rows = readHistoryAfter(db, last.seq, ROWS_AT_ONCE)
    for (const row of rows) {
      const fits =
        row.seq === last.seq + 1 && row.previousHash === last.hash && row.hash === historyHash(row, last.hash)
      if (!fits) return { ok: false as const, brokenAt: row.seq }
      last = row
    }
    if (rows.length < ROWS_AT_ONCE) return { ok: true as const, rows: last.seq }
    await new Promise(resolve => setImmediate(resolve))
  }
}
