import { hash } from 'node:crypto'
import Database from 'better-sqlite3'
import { type Migration, migrate } from './migrate.ts'

/** Exactly what ANALYZE adds, because a maintenance program may run it. SQLite's own indexes have no SQL text. */
const STATISTICS = [
  'CREATE TABLE sqlite_stat1(tbl,idx,stat)',
  'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)',
]

/**
 * SHA-256 of the whole schema: tables with their CHECKs, indexes, views and, above all, the triggers of the guard. A
 * file in which one of them is missing or changed has another fingerprint and is not opened. Nothing is left out by
 * its name: with writable_schema, a trigger can have a name that begins with `sqlite_`.
 */
export function schemaFingerprint(sqlite: Database.Database): string {
  const parts = sqlite
    .prepare<string[], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND NOT (type = 'table' AND sql IN (?, ?)) ORDER BY type, name`,
    )
    .all(...STATISTICS)
  return hash('sha256', JSON.stringify(parts.map(part => [part.type, part.name, part.sql])))
}

/** The fingerprint that a file must have after these migrations: that of an empty file to which they were applied. */
export function fingerprintAfter(migrations: readonly Migration[]): string {
  const sqlite = new Database(':memory:')
  try {
    migrate(sqlite, migrations)
    return schemaFingerprint(sqlite)
  } finally {
    sqlite.close()
  }
}
