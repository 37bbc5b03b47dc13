import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'

export type Migration = { readonly number: number; readonly name: string; readonly sql: string }

const MIGRATION_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/

/** The numbered migrations of a folder, in order. @throws when a number is missing or stands twice */
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

/** The file's schema version: how many migrations it has been through. */
export function schemaVersion(sqlite: Database.Database): number {
  return sqlite.pragma('user_version', { simple: true }) as number
}

/**
 * Brings the file up to the last migration, each in a transaction of its own with the version it reaches, so that a
 * cut between two leaves a file that goes on from there. Foreign keys are off meanwhile (a rebuild would trip over
 * them) and checked before each commit.
 * @throws when a migration fails or leaves a reference to nothing; the file is then as it was before that migration
 */
export function migrate(sqlite: Database.Database, migrations: readonly Migration[]): void {
  const pending = migrations.filter(migration => migration.number > schemaVersion(sqlite))
  if (pending.length === 0) return
  sqlite.pragma('foreign_keys = OFF')
  try {
    for (const migration of pending) apply(sqlite, migration)
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}

function apply(sqlite: Database.Database, migration: Migration): void {
  sqlite.exec('BEGIN IMMEDIATE')
  try {
    // Another process may have done it while this one waited for the lock.
    if (schemaVersion(sqlite) < migration.number) {
      sqlite.exec(migration.sql)
      const orphans = sqlite.pragma('foreign_key_check') as unknown[]
      if (orphans.length > 0)
        throw new Error(`migration ${migration.name} leaves ${orphans.length} broken references`)
      sqlite.pragma(`user_version = ${migration.number}`)
    }
    sqlite.exec('COMMIT')
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw error
  }
}
