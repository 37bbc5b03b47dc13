import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { CannotOpen, sentenceFor } from '#db/opening/cannot-open'
import { migrate, readMigrations, schemaVersion } from '#db/opening/migrate'
import { migrationsFolder, openOfficeFile } from '#db/opening/open-database'
import { plantMachines } from '#tests/support/raw-rows'
import { openTemporary, temporaryFolder, temporaryPath } from '#tests/support/temporary-file'

const WANTED = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  recursive_triggers: 1,
  busy_timeout: 100,
}
const pragmas = (sqlite: Database.Database) =>
  Object.fromEntries(Object.keys(WANTED).map(name => [name, sqlite.pragma(name, { simple: true })]))

function open(path: string) {
  return openOfficeFile(path, { copiesFolder: join(path, '..', 'copies'), nowMs: 0 })
}
/** The sentence with which the file is refused. */
function refused(path: string): string {
  try {
    open(path).sqlite.close()
  } catch (error) {
    expect(error).toBeInstanceOf(CannotOpen)
    return (error as CannotOpen).sentence
  }
  return ''
}
/** Refused without a byte of it changed. */
function refusedUntouched(path: string): string {
  const before = readFileSync(path)
  const sentence = refused(path)
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(existsSync(`${path}-wal`)).toBe(false)
  return sentence
}

test('a new file and a reopened one have the same pragmas, with synchronous FULL', () => {
  const path = join(temporaryFolder(), 'office.db')
  const first = open(path)
  expect(pragmas(first.sqlite)).toEqual(WANTED)
  first.sqlite.close()
  const again = open(path)
  expect(pragmas(again.sqlite)).toEqual(WANTED)
  again.sqlite.close()
})

test('better-sqlite3 opens an existing file with synchronous NORMAL by default, so each open sets FULL', () => {
  const path = temporaryPath()
  const plain = new Database(path)
  expect(plain.pragma('synchronous', { simple: true })).not.toBe(2)
  plain.close()
})

test('a second connection has the same pragmas, and both see what is written', () => {
  const one = openTemporary()
  const other = openTemporary(one.path)
  expect(pragmas(other.sqlite)).toEqual(WANTED)
  plantMachines(one.sqlite)
  expect(other.sqlite.prepare('SELECT count(*) FROM machines').pluck().get()).toBe(3)
})

test('a file that is not a database is refused and stays unchanged', () => {
  const path = join(temporaryFolder(), 'letter.db')
  writeFileSync(path, 'Dear members, '.repeat(500))
  expect(refusedUntouched(path)).toMatch(/is not a database, or is damaged.*nothing was changed/s)
})

test('a file from a newer version is refused and stays unchanged', () => {
  const path = temporaryPath()
  const newer = new Database(path)
  newer.pragma('user_version = 99')
  newer.pragma('journal_mode = DELETE')
  newer.close()
  expect(refusedUntouched(path)).toMatch(/newer version of Araro.*99.*nothing was changed/s)
})

test.each([0, 1, 2, 99])(
  'another program’s database is refused and left alone, whatever version it counts (%i)',
  version => {
    const path = join(temporaryFolder(), 'stamps.db')
    const other = new Database(path)
    other.exec(`CREATE TABLE stamps (id INTEGER PRIMARY KEY); PRAGMA user_version = ${version}`)
    other.close()
    expect(refusedUntouched(path)).toMatch(/not one of Araro's/)
  },
)

test.each([
  ['a trigger is missing', 'DROP TRIGGER occupancy_guard'],
  [
    'a trigger is weaker',
    'DROP TRIGGER bookings_are_kept; CREATE TRIGGER bookings_are_kept BEFORE DELETE ON bookings BEGIN SELECT 1; END',
  ],
  ['a trigger was added', 'CREATE TRIGGER extra AFTER INSERT ON bookings BEGIN DELETE FROM occupancy; END'],
  ['the view of what blocks is another', 'DROP VIEW blocking; CREATE VIEW blocking AS SELECT 1'],
  ['an index is missing', 'DROP INDEX bookings_by_machine'],
])('a file whose guard was changed is refused: %s', (_, change) => {
  const path = temporaryPath()
  const raw = new Database(path)
  raw.exec(change)
  raw.close()
  expect(refused(path)).toMatch(/guard against double-booking in .* is missing or was changed/)
})

test.each([0, 1])(
  'a file whose schema version was set to %i is told apart from a damaged one, and the sentence says how to set it right',
  version => {
    const path = temporaryPath()
    const raw = new Database(path)
    const newest = schemaVersion(raw)
    raw.pragma(`user_version = ${version}`)
    raw.pragma('journal_mode = DELETE')
    raw.close()
    const sentence = refusedUntouched(path)
    expect(sentence).toBe(
      `${path} says that its schema version is ${version}, but its tables are those of version ${newest}; nothing was changed. ` +
        `No data is lost: set the number right, with sqlite3 ${path} "PRAGMA user_version = ${newest}", and start again.`,
    )
    expect(existsSync(join(path, '..', 'copies'))).toBe(false)
    const [, cure = ''] = /"(PRAGMA .*)"/.exec(sentence) ?? []
    const again = new Database(path)
    again.exec(cure)
    again.close()
    expect(refused(path)).toBe('')
  },
)

test('a file whose schema matches no version is refused before any migration, and is not copied', () => {
  const path = join(temporaryFolder(), 'office.db')
  const raw = new Database(path)
  migrate(raw, readMigrations(migrationsFolder()).slice(0, 1))
  raw.exec('DROP INDEX bookings_by_machine')
  raw.close()
  expect(refusedUntouched(path)).toMatch(/guard against double-booking in .* is missing or was changed/)
  expect(existsSync(join(path, '..', 'copies'))).toBe(false)
})

test.each([
  ['trigger', 'CREATE TRIGGER sqlite_tidy AFTER INSERT ON bookings BEGIN DELETE FROM notices; END'],
  ['view', 'CREATE VIEW sqlite_tidy AS SELECT 1'],
])('no name keeps a %s out of the fingerprint: not even one that SQLite keeps for itself', (type, sql) => {
  const path = temporaryPath()
  const raw = new Database(path)
  raw.unsafeMode(true)
  raw.pragma('writable_schema = ON')
  raw
    .prepare(
      "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (?, 'sqlite_tidy', ?, 0, ?)",
    )
    .run(type, type === 'trigger' ? 'bookings' : 'sqlite_tidy', sql)
  raw.close()
  expect(refused(path)).toMatch(/guard against double-booking in .* is missing or was changed/)
})

test('a file with statistics from another program’s ANALYZE can be opened', () => {
  const path = temporaryPath()
  const raw = new Database(path)
  plantMachines(raw)
  raw.exec('ANALYZE')
  expect(
    raw.prepare("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'sqlite_stat%'").pluck().get(),
  ).not.toBe(0)
  raw.close()
  expect(refused(path)).toBe('')
})

test('a folder in place of the file, or a missing folder, is refused and the path is named', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'office.db')
  mkdirSync(path)
  expect(refused(path)).toBe(
    `${path} is a folder, but Araro keeps a file of that name. Move the folder away and start again.`,
  )
  const nowhere = join(folder, 'not there', 'office.db')
  expect(refused(nowhere)).toContain(nowhere)
})

test('a damaged file is refused with a sentence that names the copies', () => {
  const path = temporaryPath()
  const bytes = readFileSync(path)
  bytes.fill(0xff, 100, 4096)
  writeFileSync(path, bytes)
  expect(refused(path)).toMatch(/damaged.*copies/s)
})

test('a place without write permission is refused with what to do', ({ skip }) => {
  if (process.getuid?.() === 0) skip('root may write anywhere, so nothing can be made read-only for it')
  const path = temporaryPath()
  chmodSync(path, 0o400)
  chmodSync(join(path, '..'), 0o500)
  expect(refused(path)).toMatch(/cannot be written to/)
  chmodSync(join(path, '..'), 0o700)
})

test('each disk error has its sentence', () => {
  const trouble = (code: string) => sentenceFor(Object.assign(new Error('x'), { code }), '/data/office.db')
  expect(trouble('SQLITE_FULL')).toMatch(/disk that holds \/data\/office.db is full/)
  expect(trouble('SQLITE_READONLY_DBMOVED')).toMatch(/cannot be written to/)
  expect(trouble('SQLITE_BUSY')).toMatch(/used by another program/)
  expect(trouble('SQLITE_IOERR_FSYNC')).toMatch(/cannot be read or written/)
  expect(trouble('SQLITE_CORRUPT')).toMatch(/damaged/)
  expect(sentenceFor('odd', '/data/office.db')).toMatch(/cannot be opened: odd/)
})

test('if two programs create the same file at once, each opens it or is told that it is in use', async () => {
  const path = join(temporaryFolder(), 'office.db')
  const script = `import { migrate, readMigrations } from '#db/opening/migrate'
import { migrationsFolder, openOfficeFile } from '#db/opening/open-database'
    try { openOfficeFile(process.argv[1], { copiesFolder: process.argv[1] + '-copies', nowMs: 0 }).sqlite.close() }
    catch (error) { process.stdout.write(error.message) }`
  const all = Array.from({ length: 4 }, () => inAnotherProcess(script, path))
  for (const said of await Promise.all(all)) expect(said).toMatch(/^$|used by another program/)
  expect(refused(path)).toBe('')
})

async function inAnotherProcess(script: string, path: string): Promise<string> {
  const done = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, path])
  return done.stdout
}
