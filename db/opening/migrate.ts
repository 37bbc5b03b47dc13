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
 * Brings the file up to the last migration, all of them in one transaction: nobody who opens the file meanwhile, and no
 * cut, ever meets a form between two versions. Foreign keys are off meanwhile (a rebuild would trip over them) and
 * checked before the commit.
 * @throws when a migration fails or leaves a reference to nothing; the file is then as it was
 */
export function migrate(sqlite: Database.Database, migrations: readonly Migration[]): void {
  if (schemaVersion(sqlite) >= migrations.length) return
  sqlite.pragma('foreign_keys = OFF')
  try {
    sqlite.transaction(applyPending).immediate(sqlite, migrations)
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}

/** What is pending is asked inside: another process may have done it while this one waited for the lock. */
function applyPending(sqlite: Database.Database, migrations: readonly Migration[]): void {
  const version = schemaVersion(sqlite)
  for (const { number, name, sql } of migrations.filter(migration => migration.number > version)) {
    sqlite.exec(sql)
    const orphans = sqlite.pragma('foreign_key_check') as unknown[]
    if (orphans.length > 0) throw new Error(`migration ${name} leaves ${orphans.length} broken references`)
    sqlite.pragma(`user_version = ${number}`)
  }
}
