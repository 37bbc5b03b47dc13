import { hash } from 'node:crypto'
import { preparedSql, type WriteTx } from '../file.ts'
import { readChainHead } from '../read/history.ts'

export type NewCommand = {
  commandId: string
  name: string
  /** JSON of the arguments, without secrets and photos. */
  args: string
  userId: string | null
  atMs: number
  ok: boolean
  /** JSON of the answer, without what only its caller may see. */
  outcome: string
}

const insertCommandSql = preparedSql<Omit<NewCommand, 'ok'> & { ok: number }, never>(`
  INSERT INTO commands (command_id, name, args, user_id, at_ms, ok, outcome)
  VALUES (@commandId, @name, @args, @userId, @atMs, @ok, @outcome)`)

export function insertCommand(tx: WriteTx, command: NewCommand): void {
  insertCommandSql(tx).run({ ...command, ok: command.ok ? 1 : 0 })
}

const insertChangeSql = preparedSql<{ entity: string; entityId: string; version: number }, never>(
  'INSERT INTO changes (entity, entity_id, version) VALUES (@entity, @entityId, @version)',
)

/** Adds a changed record to the change feed. */
export function insertChange(tx: WriteTx, entity: string, entityId: string, version: number): void {
  insertChangeSql(tx).run({ entity, entityId, version })
}

export type NewHistory = {
  atMs: number
  userId: string | null
  userName: string
  commandId: string | null
  action: string
  entity: string
  entityId: string
  title: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

const insertHistorySql = preparedSql<
  Omit<NewHistory, 'before' | 'after'> & {
    seq: number
    before: string | null
    after: string | null
    previousHash: string
    hash: string
  },
  never
>(`
  INSERT INTO history (seq, at_ms, user_id, user_name, command_id, action, entity, entity_id, title, before, after,
    previous_hash, hash)
  VALUES (@seq, @atMs, @userId, @userName, @commandId, @action, @entity, @entityId, @title, @before, @after,
    @previousHash, @hash)`)

/**
 * Appends to the chain. Its last row is read from the file each time, so a row that was rolled back leaves no trace
 * in memory.
 */
export function appendHistory(tx: WriteTx, entry: NewHistory): void {
  const head = readChainHead(tx)
  const row = {
    ...entry,
    seq: head.seq + 1,
    before: entry.before && JSON.stringify(entry.before),
    after: entry.after && JSON.stringify(entry.after),
  }
  insertHistorySql(tx).run({ ...row, previousHash: head.hash, hash: historyHash(row, head.hash) })
}

/** What a row's hash covers: all its fields, and the previous hash. */
export type HashedHistory = Omit<NewHistory, 'before' | 'after'> & {
  seq: number
  before: string | null
  after: string | null
}

/**
 * SHA-256 (hex) over the previous hash and the row as JSON. The states before and after are included as the stored
 * texts.
 */
export function historyHash(row: HashedHistory, previousHash: string): string {
  const { seq, atMs, userId, userName, commandId, action, entity, entityId, title, before, after } = row
  // The order of these fields is part of the hash and must never change.
  const said = { action, after, atMs, before, commandId, entity, entityId, seq, title, userId, userName }
  return hash('sha256', previousHash + JSON.stringify(said))
}
