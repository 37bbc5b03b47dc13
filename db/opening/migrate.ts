import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'

export type Migration = { readonly number: number; readonly name: string; readonly sql: string }

const MIGRATION_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/

/** The numbered migrations of a folder, in order. @throws if a number is missing or used twice */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
  return names.map((name, index) => {
    const number = Number(MIGRATION_NAME.exec(name)?.[1])
    if (number !== index + 1) throw new Error(`migration ${name}: expected number ${index + 1}`)
    return { number, name, sql: readFileSync(join(folder, name), 'utf8') }
  })
}

/** The file's schema version: the number of its last migration; 0 for a new file. */
export function schemaVersion(sqlite: Database.Database): number {
  return sqlite.pragma('user_version', { simple: true }) as number
}

/**
 * Applies all pending migrations in one transaction, so that neither another process nor a power cut ever leaves the
 * file between two versions. Foreign keys are off meanwhile, because rebuilding a table would break them, and are
 * checked before the commit.
 * @throws if a migration fails or breaks a reference; the file is then unchanged
 */
export function migrate(sqlite: Database.Database, migrations: readonly Migration[]): void {
  if (schemaVersion(sqlite) >= migrations.length) return
  sqlite.pragma('foreign_keys = OFF')
  // A row that another program wrote oddly stops no list, so it must not stop a new version either: SQLite would check
  // all old rows when a column with a CHECK is added.
  sqlite.pragma('ignore_check_constraints = ON')
  try {
    sqlite.transaction(applyPending).immediate(sqlite, migrations)
  } finally {
    sqlite.pragma('ignore_check_constraints = OFF')
    sqlite.pragma('foreign_keys = ON')
  }
}

/** Rows that name a row which is not there. Another program may have written some. */
function orphansIn(sqlite: Database.Database): number {
  return (sqlite.pragma('foreign_key_check') as unknown[]).length
}

/** Reads the version inside the transaction, because another process may have migrated while this one waited for the lock. */
function applyPending(sqlite: Database.Database, migrations: readonly Migration[]): void {
  const version = schemaVersion(sqlite)
  const before = orphansIn(sqlite)
  for (const { number, name, sql } of migrations.filter(migration => migration.number > version)) {
    sqlite.exec(sql)
    const broken = orphansIn(sqlite) - before
    if (broken > 0) throw new Error(`migration ${name} leaves ${broken} broken references`)
    sqlite.pragma(`user_version = ${number}`)
  }
}
