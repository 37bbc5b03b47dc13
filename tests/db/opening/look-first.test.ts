import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { CannotOpen } from '#db/opening/cannot-open'
import { keepCopy } from '#db/opening/copies'
import { openOfficeFile } from '#db/opening/open-database'
import { writing } from '#db/transaction'
import { appendHistory } from '#db/write/history'
import { temporaryFolder } from '#tests/support/temporary-file'

const ENDINGS = ['', '-wal', '-shm']

function open(path: string, said: string[] = []) {
  const options = { copiesFolder: join(path, '..', 'copies'), nowMs: Date.UTC(2026, 10, 24) }
  return openOfficeFile(path, { ...options, lookFirst: sentence => said.push(sentence) })
}

/** The titles in the history: what the office acknowledged. */
function acknowledged(file: ReturnType<typeof open>): string[] {
  return file.sqlite.prepare('SELECT title FROM history ORDER BY seq').pluck().all() as string[]
}

function acknowledge(file: ReturnType<typeof open>, title: string): void {
  const row = { userId: null, userName: 'system', commandId: null, action: 'members.add', entity: 'member' }
  writing(file, tx => appendHistory(tx, { ...row, atMs: 1, entityId: title, title, before: null, after: {} }))
}

/** An office after the program was killed: part of what was acknowledged is only in the log. */
function killed(folder: string, titles: readonly string[]) {
  const path = join(folder, 'office.db')
  const file = open(path)
  acknowledge(file, 'in the file')
  file.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  for (const title of titles) acknowledge(file, title)
  const image = ENDINGS.map(ending => [ending, readFileSync(path + ending)] as const)
  file.sqlite.close()
  for (const [ending, bytes] of image) writeFileSync(path + ending, bytes)
  return path
}
const bytesOf = (path: string) =>
  ENDINGS.map(ending => (existsSync(path + ending) ? readFileSync(path + ending).toString('base64') : null))

test('what was acknowledged before the program was killed is in the file afterwards', () => {
  const path = killed(temporaryFolder(), ['one', 'two'])
  const said: string[] = []
  const file = open(path, said)
  expect(acknowledged(file)).toEqual(['in the file', 'one', 'two'])
  expect(said).toEqual([])
  file.sqlite.close()
  expect(readdirSync(join(path, '..'))).toEqual(['office.db'])
})

test('a start that is refused because the file is missing leaves its log unchanged, so that putting the file back loses nothing', () => {
  const folder = temporaryFolder()
  const path = killed(folder, ['one', 'two'])
  const away = join(temporaryFolder(), 'office.db')
  copyFileSync(path, away)
  rmSync(path)
  const before = bytesOf(path)
  expect(() => open(path)).toThrow(
    /office\.db is missing or empty, but its log office\.db-wal is still there/,
  )
  expect(bytesOf(path)).toEqual(before)
  writeFileSync(path, '')
  expect(() => open(path)).toThrow(/missing or empty/)
  copyFileSync(away, path)
  const file = open(path)
  expect(acknowledged(file)).toEqual(['in the file', 'one', 'two'])
  file.sqlite.close()
})

test('a start that is refused beside copies creates no file and deletes no log', () => {
  const folder = temporaryFolder()
  const path = killed(folder, ['one'])
  const source = new Database(path, { readonly: true })
  keepCopy(source, { folder: join(folder, 'copies'), nowMs: 0, why: 'on-quit' })
  source.close()
  const image = killed(temporaryFolder(), ['one'])
  copyFileSync(`${image}-wal`, `${path}-wal`)
  rmSync(path)
  const before = bytesOf(path)
  expect(() => open(path)).toThrow(
    /replace it with the newest copy.*remove office\.db-wal and office\.db-shm/s,
  )
  expect(bytesOf(path)).toEqual(before)
})

test('a file in the place of the folder of copies is named, with what to do', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'copies'), 'x')
  expect(() => open(join(folder, 'office.db'))).toThrow(
    /copies is a file, but Araro keeps its copies in a folder of that name\. Move the file away/,
  )
  expect(readdirSync(folder)).toEqual(['copies'])
})

test('a restored copy beside an old log is opened without it, and the log is moved aside and named', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'office.db')
  const first = open(path)
  acknowledge(first, 'in the copy')
  const copy = keepCopy(first.sqlite, { folder: join(folder, 'copies'), nowMs: 0, why: 'on-quit' })
  for (let n = 0; n < 50; n++) acknowledge(first, `after the copy ${n}`)
  const log = readFileSync(`${path}-wal`)
  first.sqlite.close()
  copyFileSync(copy, path)
  writeFileSync(`${path}-wal`, log)

  const said: string[] = []
  const restored = open(path, said)
  expect(acknowledged(restored)).toEqual(['in the copy'])
  acknowledge(restored, 'after the restore')
  restored.sqlite.close()
  const again = open(path)
  expect(acknowledged(again)).toEqual(['in the copy', 'after the restore'])
  again.sqlite.close()
  expect(said).toHaveLength(1)
  const aside = readdirSync(folder).find(name => name.endsWith('.aside'))
  expect(said[0]).toContain(String(aside))
  expect(readFileSync(join(folder, String(aside))).equals(log)).toBe(true)
})

test('the log of another office is never opened', () => {
  const path = killed(temporaryFolder(), ['ours'])
  const ours = open(path)
  ours.sqlite.close()
  // The log contains the whole other office: applied to our file, it would turn it into that office.
  const other = join(temporaryFolder(), 'office.db')
  const theirs = open(other)
  theirs.sqlite.pragma('wal_autocheckpoint = 0')
  acknowledge(theirs, 'theirs')
  writeFileSync(`${path}-wal`, readFileSync(`${other}-wal`))
  theirs.sqlite.close()
  const said: string[] = []
  const file = open(path, said)
  expect(acknowledged(file)).toEqual(['in the file', 'ours'])
  expect(said).toHaveLength(1)
  file.sqlite.close()
})

test('a damaged file with a damaged log is refused with all three names, and both stay unchanged', () => {
  const path = killed(temporaryFolder(), ['one'])
  const bytes = readFileSync(path)
  bytes.fill(0xff, 2048, 3 * 4096)
  writeFileSync(path, bytes)
  const log = readFileSync(`${path}-wal`)
  log.fill(0xff, 32, log.length)
  writeFileSync(`${path}-wal`, log)
  const before = bytesOf(path)
  const refused = () => open(path)
  expect(refused).toThrow(CannotOpen)
  expect(refused).toThrow(/office\.db, office\.db-wal and office\.db-shm/)
  expect(bytesOf(path)).toEqual(before)
})

test.each([
  ['a view', 'CREATE VIEW only AS SELECT 1'],
  ['a table', 'CREATE TABLE stamps (id INTEGER PRIMARY KEY)'],
])('another program’s file that holds only %s is refused and stays as it is, with its log', (_, sql) => {
  const path = join(temporaryFolder(), 'stamps.db')
  const theirs = new Database(path)
  theirs.exec(sql)
  theirs.close()
  const closed = bytesOf(path)
  expect(() => open(path)).toThrow(/not one of Araro's/)
  expect(() => openOfficeFile(path, { copiesFolder: join(path, '..', 'copies'), nowMs: 0 })).toThrow(
    /not one of Araro's/,
  )
  expect(bytesOf(path)).toEqual(closed)
})
