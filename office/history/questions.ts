import type { RecordEntity } from '#booking/entities'
import type { Refusal } from '#booking/refusal'
import type { Period } from '#booking/time/period'
import type { CallArgs } from '#calls/contract'
import type { ReadDb } from '#db/file'
import { listHistory, listRefused, readHistoryAfter, type StoredHistory } from '#db/read/history'
import { historyHash } from '#db/write/history'
import type { Asking } from '../law/asking.ts'
import { PAGE_SIZE, pageOf, readCursor } from '../law/list-page.ts'
import type { AnyRecordKind, Look } from '../law/record.ts'

function shownHistory(row: StoredHistory) {
  const { previousHash: _, hash: _hash, commandId: _command, entity, before, after, ...rest } = row
  return { ...rest, entity: entity as RecordEntity, before: states(before), after: states(after) }
}

function states(json: string | null): Record<string, unknown> | null {
  return json === null ? null : JSON.parse(json)
}

/** The newest 200 lines about one record, newest first. */
export function historyOf(db: ReadDb, entity: RecordEntity, entityId: string) {
  return listHistory(db, { entity, entityId, limit: 200 }).map(shownHistory)
}

export function historyPage(db: ReadDb, args: CallArgs['history']['list']) {
  const [seq] = readCursor(args.cursor) ?? []
  const beforeSeq = seq === undefined ? undefined : Number(seq)
  const rows = listHistory(db, { ...args, beforeSeq, limit: PAGE_SIZE + 1 })
  const { page, nextCursor } = pageOf(rows, PAGE_SIZE, last => ({ seq: last.seq }))
  return { rows: page.map(shownHistory), nextCursor }
}

/** Refused attempts (G4), newest first. */
export function refusedPage(look: Look, about: Asking['about'], cursor: string | undefined) {
  const [mid] = readCursor(cursor) ?? []
  const rows = listRefused(look.db, mid === undefined ? undefined : Number(mid), PAGE_SIZE + 1)
  const { page, nextCursor } = pageOf(rows, PAGE_SIZE, last => ({ mid: last.command.mid }))
  const attempts = page.map(({ command, userName }) => {
    const args = JSON.parse(command.args) as { name?: string; period?: Period }
    const titles = about(command.name, args).map(({ kind, id }) => titleOf(look, kind, id))
    return {
      commandId: command.commandId,
      atMs: command.atMs,
      userName: userName ?? 'system',
      action: command.name,
      title: titles.filter(Boolean).join(' · ') || (args.name ?? ''),
      period: args.period ?? null,
      refusal: (JSON.parse(command.outcome) as { refusal: Refusal }).refusal,
    }
  })
  return { attempts, nextCursor }
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
