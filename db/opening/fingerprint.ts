import { hash } from 'node:crypto'
import type Database from 'better-sqlite3'

/**
 * SHA-256 of everything the schema says: tables with their CHECKs, indexes, views and, above all, the triggers of the
 * guard. A file in which one is missing or changed has another fingerprint, and is not opened.
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

/** What the fingerprint is after the last migration. A test holds it against a new file. */
export const SCHEMA_FINGERPRINT = 'd34a7149054a4eadb5a03e144198f47c695087649e0c4ba893899fabb35314f6'
