import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { OfficeFile } from '../file.ts'
import { CannotOpen, sentenceFor } from './cannot-open.ts'
import { keepCopy } from './copies.ts'
import { fingerprintAfter, schemaFingerprint } from './fingerprint.ts'
import { APPLICATION_ID, lookFirst, refuseToBeginAnew, type Say } from './look-first.ts'
import { type Migration, migrate, readMigrations, schemaVersion } from './migrate.ts'

/** How long SQLite waits for a lock. Short, because it blocks the thread; the write queue waits without blocking. */
const BUSY_TIMEOUT_MS = 100

export type OpenOptions = {
  /** Receives the copy that is made before a migration. */
  readonly copiesFolder: string
  /** Used in the copy's name. */
  readonly nowMs: number
  readonly migrationsFolder?: string
  /**
   * Checks the file and its log before SQLite opens them (`look-first.ts`), and is told what was done. Set only by
   * the process that has locked the data folder, never where other processes may have the file open.
   */
  readonly lookFirst?: Say
}

/**
 * Opens an office file, or creates it. Nothing else in Araro opens one. Afterwards the pragmas are as the guarantees
 * require, the schema is up to date, and the guard is exactly that of this version.
 * @throws CannotOpen if the file is not a database, is from a newer version, has a changed guard or is read-only, or
 * if the disk is full
 */
export function openOfficeFile(path: string, options: OpenOptions): OfficeFile {
  let sqlite: Database.Database | undefined
  try {
    if (options.lookFirst) lookFirst(path, options, options.lookFirst)
    sqlite = new Database(path)
    return prepareFile(sqlite, path, options)
  } catch (error) {
    sqlite?.close()
    if (error instanceof CannotOpen) throw error
    throw new CannotOpen(sentenceFor(error, path), { cause: error })
  }
}

/** The folder of the migrations: beside this file, or for the bundled desktop shell beside the package or in the checkout. */
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
  if (schemaFingerprint(sqlite) !== fingerprintAfter(migrations)) throw withoutItsGuard(path)
  return { path, sqlite, db: drizzle(sqlite) }
}

/**
 * Sets the pragmas and checks them: better-sqlite3 opens an existing WAL file with synchronous=NORMAL, which can
 * lose bookings in a power cut.
 */
function setPragmas(sqlite: Database.Database, path: string): void {
  const wanted = [
    ['journal_mode', 'WAL', 'wal'],
    ['synchronous', 'FULL', 2],
    ['foreign_keys', 'ON', 1],
    ['trusted_schema', 'OFF', 0],
    ['cell_size_check', 'ON', 1],
    ['recursive_triggers', 'ON', 1],
    // In pages: a checkpoint every 16 MB of log instead of 4 MB, because bookings rewrite the same pages repeatedly.
    ['wal_autocheckpoint', '4000', 4000],
    // In KiB: 16 MB hold the pages that a working day needs.
    ['cache_size', '-16384', -16384],
    // Keeps the journals of savepoints in memory instead of writing a file for each command.
    ['temp_store', 'MEMORY', 2],
  ] as const
  for (const [name, value, reads] of wanted) {
    sqlite.pragma(`${name} = ${value}`)
    const now = sqlite.pragma(name, { simple: true })
    if (now !== reads) {
      throw new CannotOpen(
        `${path} would not be safe where it is: ${name} stays ${String(now)} instead of ${value}. ` +
          'Move the data folder to a local disk that you can write to.',
      )
    }
  }
}

/** Checks the file before any pragma is set, so that no byte of a foreign file changes. */
function refuseForeignFile(sqlite: Database.Database, path: string, migrations: readonly Migration[]) {
  // In one read transaction, because another Araro may be creating the same file at this moment.
  const { application, version, things, fingerprint } = sqlite.transaction(() => ({
    application: sqlite.pragma('application_id', { simple: true }),
    version: schemaVersion(sqlite),
    things: sqlite.prepare('SELECT count(*) FROM sqlite_schema').pluck().get(),
    fingerprint: schemaFingerprint(sqlite),
  }))()
  const isNew = application === 0 && version === 0 && things === 0
  if (application !== APPLICATION_ID && !isNew) {
    throw new CannotOpen(
      `${path} is a database, but not one of Araro's; nothing was changed. Choose another data folder with --data.`,
    )
  }
  if (version > migrations.length) {
    throw new CannotOpen(
      `${path} was written by a newer version of Araro (schema version ${version}; this program knows up to ` +
        `${migrations.length}); nothing was changed. Install that version or a newer one.`,
    )
  }
  if (!isNew) refuseWrongVersion(path, { version, fingerprint }, migrations)
  return { isNew }
}

/**
 * Migrations are applied only to a file whose schema is exactly that of its version: on any other they would fail,
 * or build on a wrong base.
 */
function refuseWrongVersion(
  path: string,
  file: { version: number; fingerprint: string },
  migrations: readonly Migration[],
): void {
  const isAt = (version: number) => fingerprintAfter(migrations.slice(0, version)) === file.fingerprint
  if (file.version > 0 && isAt(file.version)) return
  const real = migrations.findIndex((_, index) => isAt(index + 1)) + 1
  if (real === 0) throw withoutItsGuard(path)
  throw new CannotOpen(
    `${path} says that its schema version is ${file.version}, but its tables are those of version ${real}; nothing was ` +
      `changed. No data is lost: set the number right, with sqlite3 ${path} "PRAGMA user_version = ${real}", and start again.`,
  )
}

function withoutItsGuard(path: string): CannotOpen {
  return new CannotOpen(
    `The guard against double-booking in ${path} is missing or was changed, so Araro does not open the file. ` +
      'Undo the change, or replace the file with the newest good copy from the folder "copies" beside it.',
  )
}
