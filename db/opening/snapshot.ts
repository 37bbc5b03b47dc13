import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { OfficeFile, ReadDb } from '../file.ts'

/**
 * Runs work on the file as it is now, over a connection of its own that cannot write. The work may pause: what is
 * written meanwhile is not seen by it, and does not wait for it.
 */
export function inSnapshot<Result>(file: OfficeFile, work: (db: ReadDb) => Promise<Result>): Promise<Result> {
  const working = workIn(file.path, work)
  const others = underWay.get(file) ?? new Set()
  underWay.set(file, others.add(working))
  return working.finally(() => others.delete(working))
}

const underWay = new WeakMap<OfficeFile, Set<Promise<unknown>>>()

/** Waits until nobody works on the file in a snapshot: before that, it must not be removed. */
export async function endOfSnapshots(file: OfficeFile): Promise<void> {
  await Promise.allSettled(underWay.get(file) ?? [])
}

async function workIn<Result>(path: string, work: (db: ReadDb) => Promise<Result>): Promise<Result> {
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
