import { and, type Column, desc, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { RECORD_ENTITIES, type RecordEntity } from '#booking/entities'
import { given, plain, prepared, preparedSql, type ReadDb } from '../file.ts'
import { history } from '../tables/history.ts'

// What Araro records about its own work: commands with their outcomes, the change feed, the history.

export type KnownCommand = { name: string; args: string; userId: string | null; outcome: string }
const commandById = preparedSql<{ commandId: string }, KnownCommand>(
  'SELECT name, args, user_id AS userId, outcome FROM commands WHERE command_id = @commandId',
)

/** An earlier run of a command: its arguments and its answer. */
export function readCommand(db: ReadDb, commandId: string) {
  return commandById(db).get({ commandId })
}

const lastHistory = preparedSql<object, { seq: number; hash: string }>(
  'SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1',
)

/** The last row of the chain; seq 0 and an empty hash if there is none. */
export function readChainHead(db: ReadDb): { seq: number; hash: string } {
  return lastHistory(db).get({}) ?? { seq: 0, hash: '' }
}

export type StoredHistory = typeof history.$inferSelect
export type HistoryFilter = {
  entity?: string | undefined
  entityId?: string | undefined
  userId?: string | undefined
  fromMs?: number | undefined
  toMs?: number | undefined
  /** The line where the page before ended. */
  after?: { seq: number; atMs: number } | undefined
  limit: number
}

/** Most lines are about these: along the newest ones, a page is soon filled. Those of the other kinds are few. */
const MOST_LINES: RecordEntity = 'booking'

/**
 * A page of the history, newest first: in the order in which it was written; of some days, in the order of its times,
 * which is the same unless the clock was set back. One condition chooses the index, the others are tested row by row
 * along it.
 */
export function listHistory(db: ReadDb, filter: HistoryFilter): StoredHistory[] {
  const { entity, entityId, userId, fromMs, toMs, after } = filter
  const by =
    entityId !== undefined || (entity !== undefined && entity !== MOST_LINES)
      ? 'entity'
      : fromMs !== undefined || toMs !== undefined
        ? 'time'
        : 'user'
  const column = <C extends Column>(which: typeof by, one: C) => (by === which ? one : plain(one))
  return db
    .select()
    .from(history)
    .where(
      and(
        // The index begins with the kind, which whoever asks for one record may leave out.
        entity === undefined && entityId !== undefined
          ? inArray(history.entity, [...RECORD_ENTITIES])
          : undefined,
        entity === undefined ? undefined : sql`${column('entity', history.entity)} = ${entity}`,
        entityId === undefined ? undefined : eq(history.entityId, entityId),
        userId === undefined ? undefined : sql`${column('user', history.userId)} = ${userId}`,
        fromMs === undefined ? undefined : sql`${column('time', history.atMs)} >= ${fromMs}`,
        toMs === undefined ? undefined : sql`${column('time', history.atMs)} < ${toMs}`,
        after && (by === 'time' ? beforeInTime(after) : lt(history.seq, after.seq)),
      ),
    )
    .orderBy(...(by === 'time' ? [desc(history.atMs), desc(history.seq)] : [desc(history.seq)]))
    .limit(filter.limit)
    .all()
}

function beforeInTime({ atMs, seq }: { atMs: number; seq: number }): SQL {
  return sql`(${history.atMs}, ${history.seq}) < (${atMs}, ${seq})`
}

const historyAfter = prepared(db =>
  db
    .select()
    .from(history)
    .where(gt(history.seq, given('seq')))
    .orderBy(history.seq)
    .limit(sql.placeholder('limit'))
    .prepare(),
)

/** The rows after `seq`, in order, for verifying the chain. */
export function readHistoryAfter(db: ReadDb, seq: number, limit: number): StoredHistory[] {
  return historyAfter(db).all({ seq, limit })
}

/** In bytes. Longer arguments and outcomes were not written by Araro, and are not read. */
const LONGEST_READ = 100_000

/** A refused command. `args` and `outcome` are JSON, or null if too long to be read. */
export type RefusedCommand = {
  mid: number
  commandId: string
  name: string
  args: string | null
  userName: string | null
  atMs: number
  outcome: string | null
}
const refusedSql = preparedSql<{ beforeMid: number; limit: number }, RefusedCommand>(`
  SELECT c.mid, c.command_id AS commandId, c.name, u.name AS userName, c.at_ms AS atMs,
    CASE WHEN octet_length(c.args) <= ${LONGEST_READ} THEN c.args END AS args,
    CASE WHEN octet_length(c.outcome) <= ${LONGEST_READ} THEN c.outcome END AS outcome
  FROM commands c LEFT JOIN users u ON u.id = c.user_id
  WHERE c.ok = 0 AND c.mid < @beforeMid ORDER BY c.mid DESC LIMIT @limit`)

/** A page of refused commands, newest first. */
export function listRefused(db: ReadDb, beforeMid: number | undefined, limit: number): RefusedCommand[] {
  return refusedSql(db).all({ beforeMid: beforeMid ?? Number.MAX_SAFE_INTEGER, limit })
}

const changeHead = preparedSql<object, { seq: number | null }>('SELECT max(seq) AS seq FROM changes')

/** The newest number of the change feed; 0 if there is none. */
export function readChangeHead(db: ReadDb): number {
  return changeHead(db).get({})?.seq ?? 0
}

const changesAfter = preparedSql<{ seq: number; limit: number }, { seq: number; entity: string; id: string }>(
  'SELECT seq, entity, entity_id AS id FROM changes WHERE seq > @seq ORDER BY seq LIMIT @limit',
)

export function readChangesAfter(db: ReadDb, seq: number, limit: number) {
  return changesAfter(db).all({ seq, limit })
}
