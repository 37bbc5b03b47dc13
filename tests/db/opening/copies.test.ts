import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { keepCopy } from '#db/opening/copies'
import { openOfficeFile } from '#db/opening/open-database'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { booking, DAY, insertRow, plantMachines } from '#tests/support/raw-rows'
import { openTemporary, temporaryFolder } from '#tests/support/temporary-file'

const NOON = Date.UTC(2026, 10, 21, 4)

function office() {
  const { sqlite } = openTemporary()
  plantMachines(sqlite)
  insertRow(sqlite, 'bookings', booking('first'))
  return { sqlite, folder: join(temporaryFolder(), 'copies') }
}

test('a copy contains everything, including what is still in the -wal, and opens as an office', () => {
  const { sqlite, folder } = office()
  const path = keepCopy(sqlite, { folder, nowMs: NOON, why: 'on-quit' })
  expect(path).toBe(join(folder, 'office-20261121T040000000Z-on-quit.db'))
  const copy = openOfficeFile(path, { copiesFolder: folder, nowMs: NOON })
  expect(copy.sqlite.prepare('SELECT id FROM bookings').pluck().all()).toEqual(['first'])
  expect(whatIsWrong(copy.sqlite)).toEqual([])
  copy.sqlite.close()
})

test('the newest seven copies are kept, and nothing else in the folder is touched', () => {
  const { sqlite, folder } = office()
  mkdirSync(folder)
  writeFileSync(join(folder, 'office-notes.db'), 'mine')
  for (let day = 0; day < 10; day++) keepCopy(sqlite, { folder, nowMs: NOON + day * DAY, why: 'on-quit' })
  const kept = readdirSync(folder).sort()
  expect(kept).toHaveLength(8)
  expect(kept[0]).toBe('office-20261124T040000000Z-on-quit.db')
  expect(kept).toContain('office-notes.db')
})

test('the copy just made is kept even if the clock was years ahead before', () => {
  const { sqlite, folder } = office()
  for (let day = 0; day < 8; day++)
    keepCopy(sqlite, { folder, nowMs: NOON + (3000 + day) * DAY, why: 'on-quit' })
  const path = keepCopy(sqlite, { folder, nowMs: NOON, why: 'on-quit' })
  expect(existsSync(path)).toBe(true)
  expect(readdirSync(folder)).toHaveLength(7)
})

test('a copy that fails leaves no incomplete file', () => {
  const { sqlite, folder } = office()
  mkdirSync(join(folder, 'office-20261121T040000000Z-on-quit.db', 'in the way'), { recursive: true })
  expect(() => keepCopy(sqlite, { folder, nowMs: NOON, why: 'on-quit' })).toThrow()
  expect(readdirSync(folder)).toEqual(['office-20261121T040000000Z-on-quit.db'])
})

test('incomplete copies left by a power cut are deleted with the next copy', () => {
  const { sqlite, folder } = office()
  mkdirSync(folder)
  const half = join(folder, 'office-20261120T040000000Z-on-quit.db.4711.part')
  writeFileSync(half, 'half')
  const yesterday = Date.now() / 1000 - 86_400
  utimesSync(half, yesterday, yesterday)
  const path = keepCopy(sqlite, { folder, nowMs: NOON, why: 'on-quit' })
  expect(readdirSync(folder)).toEqual([path.slice(folder.length + 1)])
})

test('a copy that another process is writing is not deleted as incomplete', () => {
  const { sqlite, folder } = office()
  mkdirSync(folder)
  const halfOfAnother = 'office-20261121T040000000Z-on-quit.db.4711.part'
  writeFileSync(join(folder, halfOfAnother), 'half')
  keepCopy(sqlite, { folder, nowMs: NOON, why: 'on-quit' })
  expect(readdirSync(folder)).toContain(halfOfAnother)
})

test('a damaged file is not copied, and no earlier copy is deleted for it', () => {
  const { sqlite, folder } = office()
  const earlier = keepCopy(sqlite, { folder, nowMs: NOON, why: 'on-quit' })
  const bytes = readFileSync(earlier)
  bytes.fill(0xff, bytes.length - 8192)
  const path = join(temporaryFolder(), 'damaged.db')
  writeFileSync(path, bytes)
  const damaged = new Database(path)
  expect(() => keepCopy(damaged, { folder, nowMs: NOON + DAY, why: 'on-quit' })).toThrow()
  expect(readdirSync(folder).map(name => join(folder, name))).toEqual([earlier])
  damaged.close()
})

test.skipIf(process.platform === 'win32')('the folder of the copies is for this user only', () => {
  const { sqlite, folder } = office()
  keepCopy(sqlite, { folder, nowMs: NOON, why: 'on-quit' })
  expect(statSync(folder).mode & 0o077).toBe(0)
})
