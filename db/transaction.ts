import type Database from 'better-sqlite3'
import type { OfficeFile, ReadDb, WriteTx } from './file.ts'

/** What work in a transaction may return: no promise, because an await would let other work run before the commit. */
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
 * Runs `work` in one write transaction. It is IMMEDIATE, so it takes the write lock before it reads. Committed when
 * `work` returns, rolled back when it throws. Synchronous from begin to commit, so nothing runs in between.
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
 * Runs `work` in one read transaction: everything it reads is from the same state of the file, and only its first
 * statement has to find out which state that is. Not inside another transaction.
 */
export function reading<Result extends NoPromise>(db: ReadDb, work: () => Result): Result {
  const sqlite = db.$client
  run(sqlite, 'BEGIN')
  try {
    return work()
  } finally {
    // A failed read may have ended the transaction; the caller must see that error, not one of a second end.
    if (sqlite.inTransaction) run(sqlite, 'COMMIT')
  }
}

/**
 * Runs `work` in a savepoint. Its effects are kept only if `keep` is true for its result.
 * @throws what `work` throws, after rolling back to the savepoint
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
