import { hash } from 'node:crypto'
import type Database from 'better-sqlite3'

/**
 * SHA-256 of the whole schema: tables with their CHECKs, indexes, views and, above all, the guard's triggers. A file
 * in which any of these is missing or changed has a different fingerprint and is not opened.
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

/** The fingerprint after the last migration. A test compares it with that of a new file. */
export const SCHEMA_FINGERPRINT = '0481394f5cfe8a188c3b6aaa49862062b44ef674038716d2935ca7ca8d3d1f78'
