import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { PORT_CHANNEL } from '#electron/app-address'
import { takeFolder } from '#shell/data-folder/holder'
import { smallDisk } from '#tests/support/small-disk'
import { temporaryFolder } from '#tests/support/temporary-file'
import { newId, PASSWORD } from '#tests/support/temporary-office'
import type { Client } from '#tests/support/transports'

const logged = vi.hoisted(() => ({ lines: [] as { msg: string }[] }))
vi.mock('#shell/start/log', async () => {
  const { recordedLog } = await import('#tests/support/recorded-log')
  const { log, lines } = recordedLog('warn')
  logged.lines = lines
  return { openLog: () => log }
})
const words = process.argv
afterEach(() => {
  process.argv = words
  vi.restoreAllMocks()
  vi.resetModules()
})

/** Runs the desktop shell on a folder, in this process. */
async function startIn(folder: string, isFirst = true) {
  const said: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation(text => said.push(String(text)) > 0)
  const electron = await import('#tests/support/fake-electron-app')
  vi.doMock('electron', () => electron)
  electron.app.isFirst = isFirst
  process.argv = ['electron', '.', '--data', folder]
  await import('#electron/main')
  return { ...electron, said, shown: electron.dialog.shown, windows: electron.BrowserWindow.all }
}

describe('the desktop shell ends with one sentence and exit code 1, logs no stack trace, and leaves the folder free', () => {
  test.each<[string, RegExp, (folder: string) => void]>([
    [
      'where desk.running.json is a folder',
      /desk\.running\.json is a folder.*Move the folder away/,
      folder => mkdirSync(join(folder, 'desk.running.json')),
    ],
    [
      'where the file is not a database',
      /office\.db is not a database/,
      folder => writeFileSync(join(folder, 'office.db'), 'Dear members, '.repeat(100)),
    ],
  ])('%s', async (_, sentence, prepare) => {
    const folder = temporaryFolder()
    prepare(folder)
    const { app, said, shown } = await startIn(folder)
    expect(await app.exited).toBe(1)
    expect(said).toEqual([expect.stringMatching(sentence)])
    expect(shown.map(text => `${text}\n`)).toEqual(said)
    expect(logged.lines).toEqual([])
    const held = takeFolder(folder)
    expect(held).not.toBeNull()
    held?.release()
  })

  test('where the disk is full', async ({ skip }) => {
    if (!existsSync('/dev/full')) skip('this system has no /dev/full, which stands for a full disk')
    const folder = temporaryFolder()
    symlinkSync('/dev/full', join(folder, 'desk.running.json.new'))
    const { app, said } = await startIn(folder)
    expect(await app.exited).toBe(1)
    expect(said).toEqual([expect.stringMatching(/^The disk that holds .*desk\.running\.json is full/)])
    expect(logged.lines).toEqual([])
    expect(readdirSync(folder)).toEqual(['desk.lock'])
  })

  test('where Chromium says no although no other Araro has the folder', async () => {
    const folder = temporaryFolder()
    const { app, said } = await startIn(folder, false)
    expect(await app.exited).toBe(1)
    expect(said).toEqual([expect.stringContaining('Another Araro is just ending')])
  })
})

test('a second start of the desktop shell leaves the window to the first, without a word', async () => {
  const folder = temporaryFolder()
  const first = takeFolder(folder)
  const { app, said, windows } = await startIn(folder, false)
  expect(await app.exited).toBe(0)
  expect([said, windows]).toEqual([[], []])
  first?.release()
})

test('when it quits on a full disk, it says that no copy was kept, and nothing is lost', async ({ skip }) => {
  const disk = smallDisk('2000k')
  if ('why' in disk) return skip(disk.why)
  const { app, ipcMain, said, shown, windows } = await startIn(disk.folder)
  await vi.waitFor(() => expect(windows).toHaveLength(1), 20_000)
  const { webContents } = windows[0]!
  ipcMain.emit(PORT_CHANNEL, { sender: webContents, senderFrame: webContents.mainFrame })
  const port = webContents.mainFrame.received[0]?.ports[0] as MessagePort
  const office: Client = createORPCClient(new RPCLink({ port: port as never }))
  port.start()
  const firstRun = { commandId: newId(), officeName: 'San Isidro', name: 'Ana', password: PASSWORD }
  expect(await office.setup.office(firstRun)).toMatchObject({ ok: true })
  disk.fill()
  app.quit()
  expect(await app.exited).toBe(1)
  expect(said).toEqual([expect.stringMatching(/^No copy was kept in .*copies: the disk is full/)])
  expect(shown.map(text => `${text}\n`)).toEqual(said)
  const held = takeFolder(disk.folder)
  expect(held).not.toBeNull()
  held?.release()
})
