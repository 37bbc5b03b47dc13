import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { defaultDataFolder, prepareDataFolder } from '#shell/data-folder/data-folder'
import { readHolder, takeFolder } from '#shell/data-folder/holder'

const place = mkdtempSync(join(tmpdir(), 'araro-folder-'))
afterAll(() => rmSync(place, { recursive: true }))
const modeOf = (path: string) => statSync(path).mode & 0o777

test('each platform keeps it where its programs keep their data, the sample beside it', () => {
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

test('it is made for this user only, and so is an empty one that was there', () => {
  const made = prepareDataFolder(join(place, 'a', 'b'))
  expect(modeOf(made)).toBe(0o700)
  mkdirSync(join(place, 'open'))
  chmodSync(join(place, 'open'), 0o755)
  prepareDataFolder(join(place, 'open'))
  expect(modeOf(join(place, 'open'))).toBe(0o700)
})

test('a folder with other things in it keeps its rights: nobody is locked out of a shared place', () => {
  const shared = join(place, 'shared')
  mkdirSync(shared)
  writeFileSync(join(shared, 'letter.txt'), '')
  chmodSync(shared, 0o755)
  prepareDataFolder(shared)
  expect(modeOf(shared)).toBe(0o755)
})

test('a file where the folder should be gets a sentence that names it', () => {
  writeFileSync(join(place, 'file'), '')
  expect(() => prepareDataFolder(join(place, 'file'))).toThrow(
    /data folder .*file: there is a file of that name/,
  )
  expect(() => prepareDataFolder(join(place, 'file', 'in'))).toThrow(/there is a file of that name/)
})

test('a place that takes no folders at all gets a sentence, and the start ends', ({ skip }) => {
  if (!existsSync('/proc/self')) skip('this system has no /proc, where no folder can be made')
  expect(() => prepareDataFolder('/proc/no such place/araro')).toThrow(/cannot use the data folder/)
})

test('one Araro a folder: the second gets nothing until the first lets go', () => {
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

test('whatever stands in the holder’s file, it is nobody or somebody who can be asked', () => {
  const folder = prepareDataFolder(join(place, 'odd'))
  for (const text of ['', 'x', 'null', '[]', '{"shell":"x","pid":1}', '{"shell":"browser","pid":"1"}']) {
    writeFileSync(join(folder, 'desk.running.json'), text)
    expect(readHolder(folder)).toBeNull()
  }
  writeFileSync(join(folder, 'desk.running.json'), '{"shell":"browser","pid":1,"port":99999,"secret":7}')
  expect(readHolder(folder)).toEqual({ shell: 'browser', pid: 1, host: null, port: null, secret: null })
})
