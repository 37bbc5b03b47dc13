import { hash } from 'node:crypto'
import Database from 'better-sqlite3'
import { type Migration, migrate } from './migrate.ts'

/**
 * SHA-256 of the whole schema: tables with their CHECKs, indexes, views and, above all, the triggers of the guard. A
 * file in which one of them is missing or changed has another fingerprint and is not opened.
 */
export function schemaFingerprint(sqlite: Database.Database): string {
  const parts = sqlite
    .prepare<[], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`,
    )
    .all()
  return hash('sha256', JSON.stringify(parts.map(part => [part.type, part.name, part.sql])))
}

/** The fingerprint that a file must have after these migrations: that of an empty file that went through them. */
export function fingerprintAfter(migrations: readonly Migration[]): string {
  const sqlite = new Database(':memory:')
  try {
    migrate(sqlite, migrations)
    return schemaFingerprint(sqlite)
  } finally {
    sqlite.close()
  }
}
