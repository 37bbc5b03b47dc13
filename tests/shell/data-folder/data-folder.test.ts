import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { defaultDataFolder, prepareDataFolder } from '#shell/data-folder/data-folder'
import { readHolder, takeFolder } from '#shell/data-folder/holder'

const place = realpathSync(mkdtempSync(join(tmpdir(), 'araro-folder-')))
afterAll(() => rmSync(place, { recursive: true }))
const modeOf = (path: string) => statSync(path).mode & 0o777

test('the data folder is in the platform’s usual place for program data, and the sample’s is beside it', () => {
  const linux = { platform: 'linux' as const, env: {}, home: '/home/someone' }
  expect(defaultDataFolder(linux, false)).toBe('/home/someone/.local/share/araro')
  expect(defaultDataFolder(linux, true)).toBe('/home/someone/.local/share/araro-sample')
  expect(defaultDataFolder({ ...linux, env: { XDG_DATA_HOME: '/data' } }, false)).toBe('/data/araro')
  expect(defaultDataFolder({ ...linux, env: { XDG_DATA_HOME: 'data' } }, false)).toBe(
    '/home/someone/.local/share/araro',
  )
  const mac = { platform: 'darwin' as const, env: {}, home: '/Users/someone' }
  expect(defaultDataFolder(mac, false)).toBe('/Users/someone/Library/Application Support/Araro')
  const windows = { platform: 'win32' as const, env: { LOCALAPPDATA: 'C:/Local' }, home: 'C:/someone' }
  expect(defaultDataFolder(windows, false)).toBe(join('C:/Local', 'Araro'))
})

test('a new data folder, and an existing empty one, becomes readable by this user only', () => {
  const made = prepareDataFolder(join(place, 'a', 'b'))
  expect(modeOf(made)).toBe(0o700)
  mkdirSync(join(place, 'open'))
  chmodSync(join(place, 'open'), 0o755)
  prepareDataFolder(join(place, 'open'))
  expect(modeOf(join(place, 'open'))).toBe(0o700)
})

test('a folder with other files in it keeps its permissions', () => {
  const shared = join(place, 'shared')
  mkdirSync(shared)
  writeFileSync(join(shared, 'letter.txt'), '')
  chmodSync(shared, 0o755)
  prepareDataFolder(shared)
  expect(modeOf(shared)).toBe(0o755)
})

test('a file in place of the folder is reported by name', () => {
  writeFileSync(join(place, 'file'), '')
  expect(() => prepareDataFolder(join(place, 'file'))).toThrow(
    /data folder .*file: there is a file of that name/,
  )
  expect(() => prepareDataFolder(join(place, 'file', 'in'))).toThrow(/there is a file of that name/)
})

test('where no folder can be created at all, the start fails with a sentence', ({ skip }) => {
  if (!existsSync('/proc/self')) skip('this system has no /proc, where no folder can be made')
  expect(() => prepareDataFolder('/proc/no such place/araro')).toThrow(/cannot use the data folder/)
})

test('a data folder has one holder at a time: the second gets it only after the first releases it', () => {
  const folder = prepareDataFolder(join(place, 'one'))
  const first = takeFolder(folder)
  expect(first).not.toBeNull()
  expect(takeFolder(folder)).toBeNull()
  first?.introduce({ shell: 'browser', host: '127.0.0.1', port: 4000, secret: 's' })
  expect(readHolder(folder)).toEqual({
    shell: 'browser',
    host: '127.0.0.1',
    port: 4000,
    secret: 's',
    pid: process.pid,
  })
  first?.release()
  first?.release()
  expect(readHolder(folder)).toMatchObject({ port: 4000, secret: null })
  const second = takeFolder(folder)
  expect(second).not.toBeNull()
  second?.release()
})

test('a damaged lock file is said to hold no data, and is not taken for a folder that cannot be written', () => {
  const folder = prepareDataFolder(join(place, 'damaged lock'))
  writeFileSync(join(folder, 'desk.lock'), 'Dear members, '.repeat(100))
  expect(() => takeFolder(folder)).toThrow(
    `${join(folder, 'desk.lock')} is damaged. There is no data in it: delete it and start again; Araro makes a new one.`,
  )
  rmSync(join(folder, 'desk.lock'))
  const held = takeFolder(folder)
  expect(held).not.toBeNull()
  held?.release()
})

test('a folder whose path is too long for SQLite is refused with its length, before anything is made in it', ({
  skip,
}) => {
  if (process.platform === 'win32') skip('Windows has another limit')
  const long = (bytes: number) => join(place, 'x'.repeat(200), 'y'.repeat(bytes - place.length - 202))
  expect(() => prepareDataFolder(long(426))).toThrow(
    /^The path of the data folder .* has 426 bytes, but no more than 425 fit the database.*shorter path/,
  )
  expect(existsSync(join(place, 'x'.repeat(200)))).toBe(false)
  const folder = prepareDataFolder(long(425))
  const longest = 'sample/copies/office-20261119T010000000Z-before-migration-9999.db.4194304.part'
  mkdirSync(join(folder, 'sample/copies'), { recursive: true })
  const sqlite = new Database(join(folder, longest))
  sqlite.exec('CREATE TABLE fits (x)')
  sqlite.close()
  symlinkSync(folder, join(place, 'short'))
  expect(prepareDataFolder(join(place, 'short'))).toBe(join(place, 'short'))
  mkdirSync(join(folder, 'z'))
  symlinkSync(join(folder, 'z'), join(place, 'also short'))
  expect(() => prepareDataFolder(join(place, 'also short'))).toThrow(/has 427 bytes/)
})

test('a lock file that this user may only read locks nobody out, so the folder is not taken', ({ skip }) => {
  if (process.getuid?.() === 0) skip('root may write to every file')
  const folder = prepareDataFolder(join(place, 'only read'))
  writeFileSync(join(folder, 'desk.lock'), '', { mode: 0o400 })
  expect(() => takeFolder(folder)).toThrow(/may not write .*desk\.lock/)
})

test('a folder is released even if nothing more can be written, and the secret goes all the same', ({
  skip,
}) => {
  if (!existsSync('/dev/full')) skip('this system has no /dev/full, which stands for a full disk')
  const folder = prepareDataFolder(join(place, 'full'))
  const first = takeFolder(folder)
  first?.introduce({ shell: 'browser', host: '127.0.0.1', port: 4000, secret: 's' })
  symlinkSync('/dev/full', join(folder, 'desk.running.json.new'))
  expect(() => first?.release()).not.toThrow()
  expect(readHolder(folder)?.secret ?? null).toBeNull()
  const second = takeFolder(folder)
  symlinkSync('/dev/full', join(folder, 'desk.running.json.new'))
  expect(() => second?.introduce({ shell: 'browser', host: null, port: null, secret: 's' })).toThrow(
    /disk that holds .*desk\.running\.json is full; nothing was lost/,
  )
  expect(readdirSync(folder)).toEqual(['desk.lock'])
  second?.release()
})

test('a damaged holder file counts as no holder, and bad fields in a sound one as null', () => {
  const folder = prepareDataFolder(join(place, 'odd'))
  for (const text of ['', 'x', 'null', '[]', '{"shell":"x","pid":1}', '{"shell":"browser","pid":"1"}']) {
    writeFileSync(join(folder, 'desk.running.json'), text)
    expect(readHolder(folder)).toBeNull()
  }
  writeFileSync(join(folder, 'desk.running.json'), '{"shell":"browser","pid":1,"port":99999,"secret":7}')
  expect(readHolder(folder)).toEqual({ shell: 'browser', pid: 1, host: null, port: null, secret: null })
})

test('two starts that make the same new folder at the same instant both get it', async () => {
  const folders = Array.from({ length: 300 }, (_, at) => join(place, `new-${at}`))
  const workers = 2
  const counter = new Int32Array(new SharedArrayBuffer(4))
  const codes = await Promise.all(
    Array.from({ length: workers }, async () => {
      const preparing = new Worker(new URL('../../support/preparing-folders.ts', import.meta.url), {
        workerData: { folders, workers, counter },
      })
      const failed = once(preparing, 'error').then(([error]) => {
        // The other one does not wait for it.
        Atomics.add(counter, 0, folders.length)
        throw error
      })
      const [code] = await Promise.race([once(preparing, 'exit'), failed])
      return code
    }),
  )
  expect(codes).toEqual([0, 0])
  expect(folders.every(folder => existsSync(folder))).toBe(true)
})
