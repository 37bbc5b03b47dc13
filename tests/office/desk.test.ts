import { copyFileSync, existsSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { type Desk, openDesk } from '#office/desk'
import { createRouter } from '#office/router'
import { recordedLog } from '#tests/support/recorded-log'
import { smallDisk } from '#tests/support/small-disk'
import { temporaryFolder } from '#tests/support/temporary-file'
import { newId, PASSWORD, type Window } from '#tests/support/temporary-office'

async function open(dataFolder = temporaryFolder(), sample = false) {
  const recorded = recordedLog()
  const desk = await openDesk({ dataFolder, sample, log: recorded.log, version: 'test', passwordCost: 16 })
  const window = windowOf(desk)
  return { desk, window, dataFolder, path: join(dataFolder, 'office.db'), ...recorded }
}

function windowOf(desk: Desk, token?: string): Window {
  const context = { authorization: token && `Bearer ${token}`, browser: 'one' }
  return createRouterClient(createRouter(desk, { checkAnswers: true }), { context })
}

const firstRun = { officeName: 'Samahang Magsasaka', name: 'Admin', password: PASSWORD }
const copiesIn = (folder: string) =>
  existsSync(join(folder, 'copies')) ? readdirSync(join(folder, 'copies')) : []

test('the sample is opened by one call in a folder of its own, and removed completely', async () => {
  const { desk, window, dataFolder } = await open()
  expect(await window.setup.openSample({})).toEqual({ ok: true })
  expect(desk.database).toBe(join(dataFolder, 'sample', 'office.db'))
  const admin = desk.sampleSignIn.find(one => one.role === 'admin')!
  const signedIn = await window.auth.signIn({ name: admin.name, password: admin.password })
  expect(await windowOf(desk, signedIn.ok ? signedIn.token : '').setup.removeSample({})).toEqual({ ok: true })
  expect(existsSync(join(dataFolder, 'sample'))).toBe(false)
  expect(await window.setup.state({})).toMatchObject({ ready: false, sample: false, sampleSignIn: [] })
  await desk.close()
})

test('only an administrator can remove the sample: not a clerk, and nobody without a sign-in', async () => {
  const { desk, window } = await open(undefined, true)
  await expect(window.setup.removeSample({})).rejects.toMatchObject({ status: 401 })
  const clerk = desk.sampleSignIn.find(one => one.role === 'clerk')!
  const signedIn = await window.auth.signIn({ name: clerk.name, password: clerk.password })
  const removal = windowOf(desk, signedIn.ok ? signedIn.token : '').setup.removeSample({})
  await expect(removal).rejects.toMatchObject({ status: 403 })
  expect((await window.setup.state({})).sample).toBe(true)
  await desk.close()
})

test('a lost or empty file beside its copies is not a first run: the error names the copy to restore', async () => {
  const { desk, window, dataFolder, path } = await open()
  await window.setup.office({ commandId: newId(), ...firstRun })
  await desk.close()
  const [copy] = copiesIn(dataFolder)
  truncateSync(path, 0)
  await expect(open(dataFolder)).rejects.toThrow(new RegExp(`missing or empty.*${copy}.*office.db-wal`))
  rmSync(path)
  await expect(open(dataFolder)).rejects.toThrow(/missing or empty/)
  copyFileSync(join(dataFolder, 'copies', copy!), path)
  const again = await open(dataFolder)
  expect((await again.window.setup.state({})).officeName).toBe('Samahang Magsasaka')
  await again.desk.close()
})

test('no copy is kept of a file that lost its guard while it was open', async () => {
  const { desk, window, dataFolder, path, errors } = await open()
  await window.setup.office({ commandId: newId(), ...firstRun })
  const stranger = new Database(path)
  stranger.exec('DROP TRIGGER occupancy_guard')
  stranger.close()
  await desk.close()
  expect(copiesIn(dataFolder)).toEqual([])
  expect(errors().map(line => line.msg)).toEqual(['the guard was changed: no copy is kept'])
})

test('an office that is set up while the sample is being made stays open', async () => {
  const { desk, window } = await open()
  const opening = window.setup.openSample({})
  const setUp = await window.setup.office({ commandId: newId(), ...firstRun })
  expect(await opening).toMatchObject({ ok: false, refusal: { reason: 'already-set-up' } })
  const admin = windowOf(desk, setUp.ok ? setUp.token : '')
  expect((await admin.auth.who({})).user?.name).toBe('Admin')
  expect(await admin.setup.state({})).toMatchObject({ sample: false, officeName: 'Samahang Magsasaka' })
  await desk.close()
})

test('nothing but the sample can be removed: an administrator who asks it of an own cooperative is told which it is', async () => {
  const { desk, window } = await open()
  const setUp = await window.setup.office({ commandId: newId(), ...firstRun })
  const admin = windowOf(desk, setUp.ok ? setUp.token : '')
  expect(await admin.setup.removeSample({})).toEqual({ ok: false, refusal: { reason: 'not-the-sample' } })
  expect(await admin.setup.state({})).toMatchObject({ ready: true, officeName: 'Samahang Magsasaka' })
  await desk.close()
})

test('if the disk has no room for the sample, the refusal says so and the open office continues', async ({
  skip,
}) => {
  const disk = smallDisk('2600k')
  if ('why' in disk) return skip(disk.why)
  const { desk, window } = await open(disk.folder)
  for (const fill of [() => {}, disk.fill]) {
    fill()
    const sample = window.setup.openSample({})
    await expect(sample).rejects.toMatchObject({ status: 507, data: { storage: 'full' } })
    expect(await window.setup.state({})).toMatchObject({ ready: false, sample: false })
  }
  disk.free()
  expect(await window.setup.office({ commandId: newId(), ...firstRun })).toMatchObject({ ok: true })
  expect(await desk.close()).toBeNull()
})

test('a desk that is closed while the sample is being made leaves no file open', async () => {
  const { desk, dataFolder, errors } = await open()
  const opening = desk.openSample()
  await desk.close()
  expect(await opening).toEqual({ ok: true })
  expect(desk.database).toBe(join(dataFolder, 'sample', 'office.db'))
  expect(desk.office.file.sqlite.open).toBe(false)
  expect(errors()).toEqual([])
})

test('a closed desk opens no sample', async () => {
  const { desk } = await open()
  await desk.close()
  expect(await desk.openSample()).toMatchObject({ ok: false, refusal: { reason: 'busy' } })
  expect(desk.office.file.sqlite.open).toBe(false)
})
