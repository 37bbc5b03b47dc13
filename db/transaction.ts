import type Database from 'better-sqlite3'
import type { OfficeFile, ReadDb, WriteTx } from './file.ts'

/** What work in a transaction may give back: no promise, for whoever awaits lets others in before the commit. */
export type NoPromise =
  | (object & { readonly then?: never })
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | void

/**
 * Runs `work` in one write transaction: IMMEDIATE, so that whoever will write says so before reading. Committed when
 * `work` returns, rolled back when it throws. Synchronous from begin to commit: there is no await to slip in between.
 * @throws what `work` throws, or SQLite's own error (SQLITE_BUSY, SQLITE_FULL, …)
 */
export function writing<Result extends NoPromise>(file: OfficeFile, work: (tx: WriteTx) => Result): Result {
  const { sqlite } = file
  run(sqlite, 'BEGIN IMMEDIATE')
  try {
    const result = work(file.db as WriteTx)
    run(sqlite, 'COMMIT')
    return result
  } catch (error) {
    // A full disk or a failed write may have ended the transaction already.
    if (sqlite.inTransaction) run(sqlite, 'ROLLBACK')
    throw error
  }
}

/**
 * Runs `work` on one state of the file: all that it reads belongs together, and only its first statement has to ask
 * which state that is. Not inside another transaction.
 */
export function reading<Result extends NoPromise>(db: ReadDb, work: () => Result): Result {
  const sqlite = db.$client
  run(sqlite, 'BEGIN')
  try {
    return work()
  } finally {
    // A failed read may have ended it; the failure is what the caller must see.
    if (sqlite.inTransaction) run(sqlite, 'COMMIT')
  }
}

/**
 * Runs `work` so that its effects can be taken back alone. They stay when `keep` says so of its result.
 * @throws what `work` throws, after taking its effects back
 */
export function inSavepoint<Result extends NoPromise>(
  tx: WriteTx,
  work: () => Result,
  keep: (result: Result) => boolean,
): Result {
  const sqlite = tx.$client
  run(sqlite, 'SAVEPOINT one_command')
  try {
    const result = work()
    if (!keep(result)) run(sqlite, 'ROLLBACK TO one_command')
    run(sqlite, 'RELEASE one_command')
    return result
  } catch (error) {
    if (sqlite.inTransaction) {
      run(sqlite, 'ROLLBACK TO one_command')
      run(sqlite, 'RELEASE one_command')
    }
    throw error
  }
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>()

function run(sqlite: Database.Database, text: string): void {
  let known = statements.get(sqlite)
  if (!known) statements.set(sqlite, (known = new Map()))
  let statement = known.get(text)
  if (!statement) known.set(text, (statement = sqlite.prepare(text)))
  statement.run()
}
