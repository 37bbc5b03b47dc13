import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { OfficeFile, ReadDb } from '../file.ts'

/**
 * Runs work on the file as it is now, over a connection of its own that cannot write. The work may pause: what is
 * written meanwhile is not seen by it, and does not wait for it.
 */
export async function inSnapshot<Result>(
  { path }: OfficeFile,
  work: (db: ReadDb) => Promise<Result>,
): Promise<Result> {
  const sqlite = new Database(path, { readonly: true, fileMustExist: true })
  try {
    sqlite.exec('BEGIN')
    // A read transaction sees the file as it was at its first read, not at its beginning.
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').get()
    return await work(drizzle(sqlite))
  } finally {
    sqlite.close()
  }
}
