import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { PORT_CHANNEL } from '#electron/app-address'
import { readHolder, takeFolder } from '#shell/data-folder/holder'
import { app, BrowserWindow, dialog, ipcMain, protocol, session } from '#tests/support/fake-electron-app'
import type { Client } from '#tests/support/transports'

vi.mock('electron', () => import('#tests/support/fake-electron-app'))

const folder = mkdtempSync(join(tmpdir(), 'araro-desktop-'))
const words = process.argv
beforeAll(async () => {
  process.argv = ['electron', '.', '--data', folder]
  await import('#electron/main')
  await vi.waitFor(() => expect(BrowserWindow.all.length + dialog.shown.length).toBe(1), 20_000)
  expect(dialog.shown).toEqual([])
})
afterAll(() => {
  process.argv = words
  rmSync(folder, { recursive: true, force: true })
})

function windowOf(number: number): BrowserWindow {
  const window = BrowserWindow.all[number]
  if (!window) throw new Error(`there is no window ${number}`)
  return window
}
/** Requests a port, as the preload does once its page has loaded. */
function askForPort(window: BrowserWindow): MessagePort | undefined {
  const { webContents } = window
  const before = webContents.mainFrame.received.length
  ipcMain.emit(PORT_CHANNEL, { sender: webContents, senderFrame: webContents.mainFrame })
  return webContents.mainFrame.received[before]?.ports[0] as MessagePort | undefined
}
function officeOver(port: MessagePort | undefined): Client {
  if (!port) throw new Error('no port was handed over')
  const office: Client = createORPCClient(new RPCLink({ port: port as never }))
  port.start()
  return office
}

test('it starts sandboxed, on its own page, and holds the data folder', () => {
  expect(app.sandboxed).toBe(true)
  expect(windowOf(0).address).toBe('app://araro/')
  expect(protocol.schemes.length).toBe(1)
  expect(app.paths.get('userData')).toBe(join(folder, 'desktop'))
  expect(takeFolder(folder)).toBeNull()
  expect(readHolder(folder)).toMatchObject({ shell: 'desktop', port: null, secret: null })
})

test('a window reaches the office over its port, and gets a new port when it reloads', async () => {
  const first = askForPort(windowOf(0))
  expect(await officeOver(first).setup.state({})).toMatchObject({ ready: false, version: '0.0.0-test' })
  const ended = new Promise(resolve => first?.once('close', resolve))
  windowOf(0).webContents.reload()
  await ended
  expect(await officeOver(askForPort(windowOf(0))).setup.state({})).toMatchObject({ ready: false })
})

test('every window is kept on its page, and its session has no permissions but for notices', () => {
  const { webContents } = windowOf(0)
  expect(webContents.tryTo('will-navigate', { url: 'https://example.org/' })).toBe(false)
  expect(webContents.openHandler({ url: 'https://example.org/' })).toEqual({ action: 'deny' })
  expect(session.defaultSession.permissionCheck?.(null, 'media', 'app://araro/')).toBe(false)
  expect(session.defaultSession.permissionCheck?.(null, 'notifications', 'app://araro/')).toBe(true)
  expect(session.defaultSession.mayRead('https://example.org/')).toBe(false)
})

test('a second start on the same folder opens a window in the first Araro', async () => {
  app.emit('second-instance')
  expect(BrowserWindow.all.length).toBe(2)
  expect(await officeOver(askForPort(windowOf(1))).setup.state({})).toMatchObject({ ready: false })
})

test('it exits once, after the office is closed, and releases the data folder', async () => {
  app.quit()
  app.quit()
  expect(await app.exited).toBe(0)
  const held = takeFolder(folder)
  expect(held).not.toBeNull()
  held?.release()
})
