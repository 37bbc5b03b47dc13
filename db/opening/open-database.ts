import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { OfficeFile } from '../file.ts'
import * as schema from '../tables/schema.ts'
import { CannotOpen, sentenceFor } from './cannot-open.ts'
import { keepCopy, keptCopies } from './copies.ts'
import { fingerprintAfter, schemaFingerprint } from './fingerprint.ts'
import { type Migration, migrate, readMigrations, schemaVersion } from './migrate.ts'

/** How long SQLite itself may wait for a lock. Short, because it blocks the thread; the queue waits without blocking. */
const BUSY_TIMEOUT_MS = 100

export type OpenOptions = {
  /** Where the copy before a migration goes. */
  readonly copiesFolder: string
  /** For the copy's name. */
  readonly nowMs: number
  readonly migrationsFolder?: string
}

/**
 * Opens the office's file, or makes it; the only place that opens one. Afterwards the pragmas stand as the guarantees
 * need them, the schema is up to date and the guard is exactly the one that belongs to it.
 * @throws CannotOpen with a plain sentence: not a database, from a newer version, guard changed, read-only, full disk
 */
export function openOfficeFile(path: string, options: OpenOptions): OfficeFile {
  let sqlite: Database.Database | undefined
  try {
    sqlite = new Database(path)
    return prepareFile(sqlite, path, options)
  } catch (error) {
    sqlite?.close()
    if (error instanceof CannotOpen) throw error
    throw new CannotOpen(sentenceFor(error, path), { cause: error })
  }
}

/** Where the migrations lie: beside this file; in a bundle, beside the program once packed, else in the checkout. */
export function migrationsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const resources = (process as { resourcesPath?: string }).resourcesPath ?? here
  const places = [
    join(here, '../migrations'),
    join(here, 'migrations'),
    join(resources, 'migrations'),
    join(here, '../../../db/migrations'),
  ]
  const found = places.find(place => existsSync(place))
  if (!found) throw new Error(`no migrations in ${places.join(', ')}`)
  return found
}

/** Whether the file's guard is still the one that belongs to its schema. */
export function hasItsGuard(sqlite: Database.Database): boolean {
  return schemaFingerprint(sqlite) === fingerprintAfter(readMigrations(migrationsFolder()))
}

function prepareFile(sqlite: Database.Database, path: string, options: OpenOptions): OfficeFile {
  const migrations = readMigrations(options.migrationsFolder ?? migrationsFolder())
  sqlite.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  const { isNew } = refuseForeignFile(sqlite, path, migrations)
  if (isNew) refuseToBeginAnew(path, options.copiesFolder)
  setPragmas(sqlite, path)
  const version = schemaVersion(sqlite)
  if (version > 0 && version < migrations.length) {
    keepCopy(sqlite, {
      folder: options.copiesFolder,
      nowMs: options.nowMs,
      why: `before-migration-${version + 1}`,
    })
  }
  migrate(sqlite, migrations)
  if (schemaFingerprint(sqlite) !== fingerprintAfter(migrations)) {
    throw new CannotOpen(
      `The guard against double-booking in ${path} is missing or was changed, or something was added to it, so Araro does not ` +
        `work with it. Whoever changed it can take that back; else put the newest good copy from ${options.copiesFolder} in its place.`,
    )
  }
  return { path, sqlite, db: drizzle(sqlite, { schema }) }
}

/** Sets and asserts: better-sqlite3 opens an existing WAL file at synchronous=NORMAL, which loses bookings in a power cut. */
function setPragmas(sqlite: Database.Database, path: string): void {
  const wanted = [
    ['journal_mode', 'WAL', 'wal'],
    ['synchronous', 'FULL', 2],
    ['foreign_keys', 'ON', 1],
    ['trusted_schema', 'OFF', 0],
    ['cell_size_check', 'ON', 1],
    ['recursive_triggers', 'ON', 1],
    // Bookings touch the same pages again and again: written back once in 16 MB of log, not in 4.
    ['wal_autocheckpoint', '4000', 4000],
    // 16 MB, in KiB: what an office looks at all day stays in memory.
    ['cache_size', '-16384', -16384],
    // What a savepoint may have to take back is kept in memory and not written to a file for each command.
    ['temp_store', 'MEMORY', 2],
  ] as const
  for (const [name, value, reads] of wanted) {
    sqlite.pragma(`${name} = ${value}`)
    const now = sqlite.pragma(name, { simple: true })
    if (now !== reads) {
      throw new CannotOpen(
        `${path} cannot be kept safe here: ${name} stays ${String(now)} instead of ${value}. ` +
          'Move the data folder to a local disk that may be written to.',
      )
    }
  }
}

/** "Arar", as the first migration writes it into the file's header. */
const APPLICATION_ID = 0x41726172

/** Looks before anything is set: a file that is not ours, or not ours yet, stays as it is to the byte. */
function refuseForeignFile(sqlite: Database.Database, path: string, migrations: readonly Migration[]) {
  // In one read transaction: another Araro may be making the same new file at this moment.
  const { application, version, tables } = sqlite.transaction(() => ({
    application: sqlite.pragma('application_id', { simple: true }),
    version: schemaVersion(sqlite),
    tables: sqlite.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get(),
  }))()
  const isNew = application === 0 && version === 0 && tables === 0
  if (application !== APPLICATION_ID && !isNew) {
    throw new CannotOpen(
      `${path} is a database, but not one of Araro's. Choose another data folder; nothing was changed.`,
    )
  }
  if (!isNew && version < 1) {
    throw new CannotOpen(
      `${path} is damaged: it does not say which form it has. Put the newest good copy from the folder "copies" beside it in its place; nothing was changed.`,
    )
  }
  if (version > migrations.length) {
    throw new CannotOpen(
      `${path} was written by a newer version of Araro (its form is ${version}, this program knows ${migrations.length}). ` +
        'Install that version or a newer one; nothing was changed.',
    )
  }
  return { isNew }
}

/** An office's file that is gone or empty beside its copies was lost: a new office would look as if all were lost. */
function refuseToBeginAnew(path: string, copiesFolder: string): void {
  const newest = keptCopies(copiesFolder).at(-1)
  if (!newest) return
  throw new CannotOpen(
    `${path} is gone or empty, but there are copies of an office beside it. Put the newest, ${join(copiesFolder, newest)}, ` +
      'in its place; or, to begin a new office, move the copies away first.',
  )
}
