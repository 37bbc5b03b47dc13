import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import Database from 'better-sqlite3'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { openDesk } from '#office/desk'
import { createRouter } from '#office/router'
import { prepareDataFolder } from '#shell/data-folder/data-folder'
import { takeFolder } from '#shell/data-folder/holder'
import { recordedLog } from '#tests/support/recorded-log'
import { type SmallDisk, smallDisk } from '#tests/support/small-disk'
import {
  callOver,
  type Ended,
  NOBODY,
  pairWith,
  type StartedAraro,
  startAraro,
  whyNotAsNobody,
} from '#tests/support/started-araro'
import { newId, PASSWORD, type Window } from '#tests/support/temporary-office'

const place = mkdtempSync(join(tmpdir(), 'araro-refused-'))
chmodSync(place, 0o755)
let folders = 0
function newFolder(): string {
  const folder = join(place, `data-${++folders}`)
  mkdirSync(folder, { mode: 0o700 })
  return folder
}

const started: StartedAraro[] = []
function start(folder: string, ...words: string[]): StartedAraro {
  return startAs({}, folder, ...words)
}
function startAs(user: Partial<typeof NOBODY>, folder: string, ...words: string[]): StartedAraro {
  const araro = startAraro(['--port', '0', '--data', folder, ...words], {}, user)
  started.push(araro)
  return araro
}
afterEach(async () => {
  await Promise.all(started.splice(0).map(each => each.kill('SIGKILL')))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** The one sentence with which it ended. */
function sentenceOf({ code, stdout, stderr }: Ended): string {
  expect({ code, stdout, lines: stderr.trimEnd().split('\n') }).toEqual({
    code: 1,
    stdout: '',
    lines: [expect.any(String)],
  })
  return stderr.trimEnd()
}

const firstRun = () => ({ commandId: newId(), officeName: 'San Isidro', name: 'Ana', password: PASSWORD })

/** Opens a folder in this process, with the small files that Araro leaves there, and closes it again. */
async function inFolder(folder: string, work: (window: Window) => Promise<void>): Promise<void> {
  const { log } = recordedLog()
  const held = takeFolder(prepareDataFolder(folder))
  held?.introduce({ shell: 'browser', host: '127.0.0.1', port: 27_000, secret: 's' })
  const desk = await openDesk({ dataFolder: folder, sample: false, log, version: 'test', passwordCost: 16 })
  await work(
    createRouterClient(createRouter(desk), { context: { authorization: undefined, browser: 'one' } }),
  )
  expect(await desk.close()).toBeNull()
  held?.release()
}
const madeOffice = (folder: string) =>
  inFolder(folder, async window => {
    expect(await window.setup.office(firstRun())).toMatchObject({ ok: true })
  })
const expectWhole = (folder: string) =>
  inFolder(folder, async window => {
    expect(await window.setup.state({})).toMatchObject({ ready: true, officeName: 'San Isidro' })
  })
function mustHave(disk: SmallDisk | { why: string }, skip: (why: string) => void): SmallDisk {
  if ('why' in disk) skip(disk.why)
  return disk as SmallDisk
}
const bytesIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter(each => each.isFile())
    .map(each => [each.name, readFileSync(join(folder, each.name)).toString('base64')])

describe('Araro ends with one plain sentence and exit code 1, and damages nothing,', () => {
  test('on a data folder that this user may not write to', async ({ skip }) => {
    const asNobody = process.getuid?.() === 0
    const why = asNobody ? whyNotAsNobody() : null
    if (why) skip(why)
    if (process.platform === 'win32') skip('Windows has no permissions of this kind')
    const folder = newFolder()
    await madeOffice(folder)
    chmodSync(folder, asNobody ? 0o755 : 0o500)
    const before = bytesIn(folder)
    const araro = startAs(asNobody ? NOBODY : {}, folder)
    expect(sentenceOf(await araro.ended)).toMatch(
      /^Araro may not write .*\/desk\.(lock|running\.json)\. Make it and its folder writable for you, or choose another data folder with --data\.$/,
    )
    expect(bytesIn(folder)).toEqual(before)
    chmodSync(folder, 0o700)
    await expectWhole(folder)
  })

  test('on a data folder of another owner, in which this user may write but not change the files', async ({
    skip,
  }) => {
    if (process.getuid?.() !== 0) skip('only root can make the files of another owner')
    const why = whyNotAsNobody()
    if (why) skip(why)
    const folder = newFolder()
    await madeOffice(folder)
    chmodSync(folder, 0o777)
    const before = bytesIn(folder)
    const araro = startAs(NOBODY, folder)
    expect(sentenceOf(await araro.ended)).toContain(`Araro may not write ${join(folder, 'desk.lock')}.`)
    chownSync(join(folder, 'desk.lock'), NOBODY.uid, NOBODY.gid)
    const again = startAs(NOBODY, folder)
    expect(sentenceOf(await again.ended)).toMatch(
      /^Araro may not read .*desk\.running\.json\. Make it readable for you, or choose another data folder/,
    )
    expect(bytesIn(folder)).toEqual(before)
  })

  test('on a disk that is read-only', async ({ skip }) => {
    const disk = mustHave(smallDisk('3000k'), skip)
    await madeOffice(disk.folder)
    const before = bytesIn(disk.folder)
    disk.mount('ro')
    expect(sentenceOf(await start(disk.folder).ended)).toBe(
      `${join(disk.folder, 'desk.lock')} cannot be written: its disk is read-only. Choose a data folder on another disk with --data.`,
    )
    expect(sentenceOf(await start(join(disk.folder, 'new')).ended)).toContain('the disk is read-only')
    disk.mount('rw')
    expect(bytesIn(disk.folder)).toEqual(before)
    await expectWhole(disk.folder)
  })

  test('on a disk that is full at the start, with and without a log that a killed program left', async ({
    skip,
  }) => {
    const disk = mustHave(smallDisk('3000k'), skip)
    const folder = join(disk.folder, 'data')
    await madeOffice(folder)
    const full = /^The disk that holds .* is full; nothing was lost\. Free some space and start again\.$/
    disk.fill()
    expect(sentenceOf(await start(folder).ended)).toMatch(full)
    expect(sentenceOf(await start(join(disk.folder, 'new')).ended)).toMatch(full)
    disk.free()
    await expectWhole(folder)

    const killed = start(folder)
    await killed.ready
    await killed.kill('SIGKILL')
    expect(existsSync(join(folder, 'office.db-wal'))).toBe(true)
    disk.fill()
    expect(sentenceOf(await start(folder).ended)).toMatch(full)
    disk.free()
    await expectWhole(folder)
  })

  test('on a disk that is full at the end: no copy could be kept', async ({ skip }) => {
    const disk = mustHave(smallDisk('3000k'), skip)
    const araro = start(disk.folder)
    const { url } = await araro.ready
    const done = await callOver(url, 'setup/office', firstRun(), { cookie: await pairWith(url) })
    expect(done.json).toMatchObject({ ok: true })
    disk.fill()
    const { code, stderr } = await araro.kill('SIGTERM')
    const said = stderr.trimEnd().split('\n').slice(1)
    expect([code, said]).toEqual([
      1,
      [
        `No copy was kept in ${join(disk.folder, 'copies')}: the disk is full; free some space. Everything that was saved is in ${join(disk.folder, 'office.db')}. Araro tries again when it quits after the next change.`,
      ],
    ])
    disk.free()
    await expectWhole(disk.folder)
  })

  test.for(['300k', '3000k'] as const)('asked for the sample on a disk of %s', async (size, { skip }) => {
    const folder = join(mustHave(smallDisk(size), skip).folder, 'sample')
    expect(sentenceOf(await start(folder, '--sample').ended)).toMatch(
      /^The disk that holds .*sample\/office\.db is full; nothing was lost\. Free some space and start again\.$/,
    )
    expect(readdirSync(folder).filter(name => name.startsWith('sample-being-made'))).toEqual([])
  })

  test('asked for a new password for which the disk has no room', async ({ skip }) => {
    const disk = mustHave(smallDisk('3000k'), skip)
    await madeOffice(disk.folder)
    disk.fill()
    expect(sentenceOf(await start(disk.folder, '--reset-password', 'Ana').ended)).toMatch(
      /is full; nothing was lost/,
    )
    disk.free()
    await expectWhole(disk.folder)
  })

  test('on a file whose page of settings is zeros', async () => {
    const folder = newFolder()
    await madeOffice(folder)
    const path = join(folder, 'office.db')
    const sqlite = new Database(path, { readonly: true })
    const page = Number(
      sqlite.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'settings'").pluck().get(),
    )
    sqlite.close()
    const bytes = readFileSync(path)
    bytes.fill(0, (page - 1) * 4096, page * 4096)
    writeFileSync(path, bytes)
    for (const words of [[], ['--sample']])
      expect(sentenceOf(await start(folder, ...words).ended)).toMatch(
        /office\.db is not a database, or is damaged.*put the newest good copy/,
      )
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  test.each(['desk.running.json', 'pairings.json', 'desk.lock', 'office.db'])(
    'where %s is a folder',
    async name => {
      const folder = newFolder()
      mkdirSync(join(folder, name))
      expect(sentenceOf(await start(folder).ended)).toBe(
        `${join(folder, name)} is a folder, but Araro keeps a file of that name. Move the folder away and start again.`,
      )
      expect(readdirSync(join(folder, name))).toEqual([])
      rmSync(join(folder, name), { recursive: true })
      await madeOffice(folder)
    },
  )

  test.each(['desk.running.json', 'pairings.json'])('where %s cannot be read', async name => {
    const folder = newFolder()
    // A link to itself cannot be read by anybody, not even by root.
    symlinkSync(name, join(folder, name))
    expect(sentenceOf(await start(folder).ended)).toBe(
      `${join(folder, name)} cannot be read (ELOOP). Move it away and start again; Araro makes a new one.`,
    )
    rmSync(join(folder, name))
    await madeOffice(folder)
  })
})
