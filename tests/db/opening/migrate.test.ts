import { hash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { CannotOpen } from '#db/opening/cannot-open'
import { fingerprintAfter, schemaFingerprint } from '#db/opening/fingerprint'
import { migrate, readMigrations, schemaVersion } from '#db/opening/migrate'
import { migrationsFolder, openOfficeFile } from '#db/opening/open-database'
import { booking, insertRow, plantMachines } from '#tests/support/raw-rows'
import { openTemporary, temporaryFolder } from '#tests/support/temporary-file'

/** A released migration is never edited; a later one makes the change. Each new migration gets a line here. */
const FROZEN: Record<string, string> = {
  '0001-tables.sql': '64736809c1538d2c89b868ecb939c30e10c6e75028d531a5f6c8defeface8501',
  '0002-guard.sql': 'b128ea92658bc7e4d6291361343c36a2996caa8290b4d50a84ff726827695f9a',
  '0003-registration-number.sql': 'e851ff7ec7f8a4a79fff57720d15aba9f30370d469294f9cb083c72ee6c1abac',
  '0004-fields.sql': 'a2e9c5df78a14ffef35abf2610430427080dfe19b8bbe22fe765c64783709df7',
  '0005-stays.sql': '47384522a9436ca5b793df2f4d0e975cdc85a91c554c1300cae5db75a8f265bb',
  '0006-booking-numbers.sql': 'd25e67a5c2b596e5a0908a26a5167e3d1e2ac117e678ef26db7309df27670405',
  '0007-history-by-time.sql': 'bf32310ba619a0c1bdaa4c419c3e1db6e1f2f47748640ca4d22d2e7cdf941b35',
  '0008-open-ended.sql': 'a44ff57c50cad912b93bccffb08d2fbaff42914cd789fe2de7ef1fb60804d2c6',
  '0009-out-and-back.sql': 'e6d3a9476a5bceb3c4f0e0f0a15f079661338c47253250971a3f2a17a80b7076',
  '0010-condition-and-photos.sql': '2c7a5d72f877d294e388e2f17e1ba9465aa18be7ca25b487e93e7461b5f0a3a6',
  '0011-steps.sql': '3b5dfaab5693c0ae61932cc0502b9bd48d8160b644ea06b7974f52e268f32f33',
  '0012-waiting-list.sql': '237a590cb6e34bf537596a6e7e8cee99c7a176114c868382ddb2b8804c890cb1',
  '0013-breakdown-photos.sql': '05f9af4cebb291bb72380f212dffba4a475141ae9dc3c0cd5a33e424bc7cb0a6',
  '0014-opening-hours.sql': 'b8f5f426db8674aec7cf468284e161e1818f1bda2db7c67845a9ff392cfbbe06',
  '0015-sessions.sql': '59321883f890b5f9dcedc4a7df117eb8fb332c5e152a4a3f85b77e5a1fb1b522',
  '0016-rates.sql': 'a3fd313b27c2f5cb52d95025eb9146bb4780bb66d5358ecc7548f1a071dbfa71',
  '0017-notice-choices.sql': '5cdc6c20f058384c8c07a98dbeca7739fe39d7a87099c31a8cbe733fcd90fdac',
  '0018-holidays.sql': 'b2a36e1eaa980cc3f68642b85a36080343b8d2bb7b202b80b2e315984b7422c7',
  '0019-organizers.sql': 'bfa984d18e7cdab6219ff11e2409aaf7c04d1bab1d1c9a053b2abbe7f0eacd63',
  '0020-payments.sql': '18f3066562b320a83a7f3f3f428849f35c582a0906bd4e997a82918a66a5f6da',
  '0021-quotas.sql': '100c9f36f219d9a706f124b0195cc2a83e3b272029509cffad477e8188d649dd',
  '0022-maintenance-plans.sql': 'dd9519f936dd949c9a0c6a5e0487d6bd7a97e2e4fe00f063a443ae4ee68bae4b',
  '0023-maintenance-work.sql': 'fc3c0380b9bc36df63cfdda17843429fe44c8f16ddfdeb8b6b49b1f3b3ba8b70',
  '0024-paper-head.sql': '5992f0643985165475cbbd787cc0e43f2928913e69bbcf15bb605593dea54a58',
  '0025-batches.sql': '81fd709a3d561d05fa3472de52ba9bb5ac958fd9d7c5a0b3526956e5a5120998',
  '0026-papers.sql': 'cffc006e2f488ba22338001197f7c04c4081922cb26067bcea54fa83e9d6563a',
  '0027-prints.sql': '6cff7670f8a49445970a48e1adbe5cac706d6f849b6c9221899cdb6ed03facb9',
  '0028-owing-too-long.sql': '35597d4e3e9f5a6e674517b67f0ee87aa7af52d160ed345f23c8b48311e5672f',
}

test('the migrations are numbered without a gap, and no frozen one has changed', () => {
  const migrations = readMigrations(migrationsFolder())
  expect(migrations.map(migration => migration.number)).toEqual(migrations.map((_, index) => index + 1))
  const hashes = migrations.map(({ name }) => [
    name,
    hash('sha256', readFileSync(join(migrationsFolder(), name))),
  ])
  expect(Object.fromEntries(hashes)).toEqual(FROZEN)
})

test('a new file has had all migrations and has the fingerprint that every start requires', () => {
  const { sqlite } = openTemporary(join(temporaryFolder(), 'new.db'))
  expect(schemaVersion(sqlite)).toBe(readMigrations(migrationsFolder()).length)
  expect(schemaFingerprint(sqlite)).toBe(fingerprintAfter(readMigrations(migrationsFolder())))
  expect(sqlite.pragma('foreign_key_check')).toEqual([])
})

test('the key of each table without rowid stands first in it: SQLite 3.40 calls the file damaged otherwise', () => {
  const { sqlite } = openTemporary()
  const tables = sqlite
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%WITHOUT ROWID%'",
    )
    .all()
  expect(tables.length).toBeGreaterThan(5)
  for (const { name } of tables) {
    const columns = sqlite.pragma(`table_xinfo(${name})`) as { pk: number }[]
    const isKey = columns.map(column => column.pk > 0)
    expect(isKey.lastIndexOf(true), name).toBe(isKey.filter(Boolean).length - 1)
  }
})

test('a migration that fails leaves the file unchanged, without the migrations before it', () => {
  const sqlite = new Database(':memory:')
  const fine = { number: 1, name: '0001-a.sql', sql: 'CREATE TABLE a (x) STRICT' }
  const broken = {
    number: 2,
    name: '0002-b.sql',
    sql: 'CREATE TABLE b (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1)',
  }
  expect(() => migrate(sqlite, [{ ...fine, sql: 'CREATE TABLE a (x INTEGER) STRICT' }, broken])).toThrow(
    /nowhere/,
  )
  expect(schemaVersion(sqlite)).toBe(0)
  expect(sqlite.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual([])
  expect(sqlite.inTransaction).toBe(false)
  expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('a migration that leaves a broken reference is rolled back', () => {
  const sqlite = new Database(':memory:')
  const sql = `CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE child (parent INTEGER REFERENCES parent (id)) STRICT; INSERT INTO child VALUES (1)`
  expect(() => migrate(sqlite, [{ number: 1, name: '0001-orphans.sql', sql }])).toThrow(/1 broken references/)
  expect(sqlite.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()).toBe(0)
})

test('migrations with a gap, a repeated number or an invalid name are not run', () => {
  for (const names of [
    ['0002-b.sql'],
    ['0001-a.sql', '0003-c.sql'],
    ['0001-a.sql', '0001-b.sql'],
    ['first.sql'],
  ]) {
    const folder = temporaryFolder()
    for (const name of names) writeFileSync(join(folder, name), 'SELECT 1')
    expect(() => readMigrations(folder), names.join()).toThrow(/expected number/)
  }
})

describe('a file from an earlier version', () => {
  function earlier() {
    const folder = temporaryFolder()
    const [first] = readMigrations(migrationsFolder())
    const path = join(folder, 'office.db')
    const sqlite = new Database(path)
    migrate(sqlite, [first!])
    sqlite.exec("INSERT INTO machine_types (id, name) VALUES ('kept', 'Kept')")
    sqlite.close()
    return { folder, path }
  }

  test('is copied before it is migrated, and keeps its content', () => {
    const { folder, path } = earlier()
    const copiesFolder = join(folder, 'copies')
    const { sqlite } = openOfficeFile(path, { copiesFolder, nowMs: Date.UTC(2026, 10, 21) })
    expect(sqlite.prepare('SELECT name FROM machine_types').pluck().all()).toEqual(['Kept'])
    sqlite.close()
    const copy = new Database(join(copiesFolder, 'office-20261121T000000000Z-before-migration-2.db'))
    expect(schemaVersion(copy)).toBe(1)
    expect(copy.prepare('SELECT name FROM machine_types').pluck().all()).toEqual(['Kept'])
    copy.close()
  })

  test('is not changed if the copy fails', () => {
    const { folder, path } = earlier()
    const inTheWay = join(folder, 'copies')
    writeFileSync(inTheWay, 'a file where the folder should be')
    expect(() => openOfficeFile(path, { copiesFolder: inTheWay, nowMs: 0 })).toThrow(CannotOpen)
    const sqlite = new Database(path)
    expect(schemaVersion(sqlite)).toBe(1)
    sqlite.close()
  })
})

describe('the drizzle schema and the file say the same of', () => {
  const files = import.meta.glob<object>('../../../db/tables/*.ts', { eager: true })
  const tables = Object.values(files)
    .flatMap(file => Object.values(file))
    .filter(table => is(table, SQLiteTable))
  const { sqlite } = openTemporary()

  test('which tables there are', () => {
    const stored = sqlite
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all()
    expect(tables.map(getTableName).sort()).toEqual(stored)
  })

  test.each(tables.map(table => [getTableName(table), table] as const))('%s', (name, table) => {
    const stored = sqlite
      .prepare<[string], { name: string; type: string; notnull: number; pk: number; hidden: number }>(
        'SELECT name, type, "notnull", pk, hidden FROM pragma_table_xinfo(?)',
      )
      .all(name)
    const keys = getTableConfig(table).primaryKeys.flatMap(key => key.columns.map(column => column.name))
    const said = Object.values(getTableColumns(table)).map(column => ({
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      notnull: column.notNull ? 1 : 0,
      key: column.primary || keys.includes(column.name),
      generated: column.generated !== undefined,
    }))
    expect(said).toEqual(
      stored.map(({ name, type, notnull, pk, hidden }) => ({
        name,
        type,
        notnull,
        key: pk > 0,
        generated: hidden > 1,
      })),
    )
  })

  test('defaults: the file supplies those that drizzle leaves out', () => {
    for (const table of tables) {
      const stored = sqlite
        .prepare<[string], { name: string; dflt_value: string | null }>(
          'SELECT name, dflt_value FROM pragma_table_xinfo(?)',
        )
        .all(getTableName(table))
      const said = Object.values(getTableColumns(table)).map(column => [
        column.name,
        defaultOf(column.default),
      ])
      expect(said).toEqual(stored.map(column => [column.name, column.dflt_value]))
    }
  })

  test('every table is STRICT, and guarded tables have no rowid', () => {
    const listed = sqlite
      .prepare(
        "SELECT name, wr, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
      )
      .all() as {
      name: string
      wr: number
      strict: number
    }[]
    expect(listed.filter(table => table.strict === 0)).toEqual([])
    const guarded = [
      'bookings',
      'holds',
      'maintenance',
      'occupancy',
      'machines',
      'members',
      'users',
      'machine_types',
    ]
    expect(listed.filter(table => guarded.includes(table.name) && table.wr === 0)).toEqual([])
  })
})

function defaultOf(value: unknown): string | null {
  if (value === undefined) return null
  if (typeof value === 'boolean') return value ? '1' : '0'
  return typeof value === 'number'
    ? String(value)
    : `'${typeof value === 'string' ? value : JSON.stringify(value)}'`
}

test('rows that another program wrote oddly stop no new version', () => {
  const sqlite = new Database(':memory:')
  const migrations = readMigrations(migrationsFolder())
  migrate(sqlite, migrations.slice(0, 4))
  plantMachines(sqlite)
  sqlite.pragma('ignore_check_constraints = ON')
  insertRow(sqlite, 'machine_types', { id: 'odd', name: 'Odd', max_days: 0 })
  insertRow(sqlite, 'bookings', booking('before', { requested_ms: -5 }))
  insertRow(sqlite, 'bookings', booking('strange', { status: 'strange' }))
  // SQLite does not enforce references by default.
  sqlite.pragma('foreign_keys = OFF')
  insertRow(sqlite, 'bookings', booking('orphan', { status: 'cancelled', machine_id: 'nowhere' }))
  sqlite.pragma('ignore_check_constraints = OFF')
  migrate(sqlite, migrations)
  expect(schemaVersion(sqlite)).toBe(migrations.length)
  expect(sqlite.prepare('SELECT count(number) FROM bookings').pluck().get()).toBe(3)
  expect(sqlite.pragma('ignore_check_constraints', { simple: true })).toBe(0)
})

test('a migration that breaks a reference is refused, also in a file that had one', () => {
  const sqlite = new Database(':memory:')
  const tables = `CREATE TABLE a (id TEXT PRIMARY KEY) STRICT;
    CREATE TABLE b (a_id TEXT REFERENCES a (id)) STRICT; INSERT INTO b VALUES ('nowhere'); INSERT INTO a VALUES ('x')`
  migrate(sqlite, [
    { number: 1, name: '0001-a.sql', sql: tables.replace("INSERT INTO b VALUES ('nowhere');", '') },
  ])
  sqlite.pragma('foreign_keys = OFF')
  sqlite.exec("INSERT INTO b VALUES ('nowhere'), ('x')")
  const first = { number: 1, name: '0001-a.sql', sql: '' }
  const fine = { number: 2, name: '0002-b.sql', sql: 'CREATE TABLE c (x TEXT) STRICT' }
  const breaks = { number: 3, name: '0003-c.sql', sql: 'DELETE FROM a' }
  migrate(sqlite, [first, fine])
  expect(() => migrate(sqlite, [first, fine, breaks])).toThrow('leaves 1 broken references')
})
