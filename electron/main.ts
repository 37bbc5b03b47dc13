import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain, protocol, session } from 'electron'
import { type Desk, openDesk } from '#office/desk'
import { createRouter } from '#office/router'
import { defaultDataFolder, prepareDataFolder } from '#shell/data-folder/data-folder'
import { type HeldFolder, readHolder, takeFolder } from '#shell/data-folder/holder'
import { answerCalls } from '#shell/messages/answer-calls'
import { CannotStart, sentenceOf } from '#shell/start/cannot-start'
import { openLog } from '#shell/start/log'
import { APP_PAGE } from './app-address.ts'
import { APP_SCHEMES, serveAppPages } from './app-protocol.ts'
import { fromMessagePortMain } from './electron-port.ts'
import { readDesktopFlags } from './flags.ts'
import { handOverPorts } from './hand-over-port.ts'
import { menuTemplate } from './menu.ts'
import { servePort } from './office-port.ts'
import { denyAllButNotices, keepOnOurPage } from './security.ts'
import { windowOptions } from './window.ts'

// Entry point of the desktop shell. It opens the office, shows the screens, and carries calls between them over ports.
// Bundled to dist/electron/main/main.js, with the preload and the screens in folders beside it.

const PRELOAD = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url))
const PAGES = fileURLToPath(new URL('../../renderer', import.meta.url))

process.umask(0o077)
const flags = readDesktopFlags(process.argv.slice(1))
const log = openLog(flags.log)
app.enableSandbox()
protocol.registerSchemesAsPrivileged(APP_SCHEMES)
start().catch(error => giveUp(error))

async function start(): Promise<void> {
  const machine = { platform: process.platform, env: process.env, home: homedir() }
  const folder = prepareDataFolder(flags.data ?? defaultDataFolder(machine, flags.sample))
  // Before Chromium's lock, which says only no: also where the folder cannot be written.
  const held = takeFolder(folder)
  try {
    // Chromium's own data goes into the data folder too, so that its single-instance lock applies to each folder.
    app.setPath('userData', join(folder, 'desktop'))
    const isFirst = app.requestSingleInstanceLock()
    // The first Araro has been told, and opens a window.
    if (!isFirst && !held) return app.exit(0)
    if (!held) throw alreadyOpen(folder)
    if (!isFirst) throw stillEnding(folder)
    held.introduce({ shell: 'desktop', host: null, port: null, secret: null })
    await app.whenReady()
    const desk = await openDesk({ dataFolder: folder, sample: flags.sample, log, version: app.getVersion() })
    showOffice(desk, held)
  } catch (error) {
    held?.release()
    throw error
  }
}

function showOffice(desk: Desk, held: HeldFolder): void {
  const answer = answerCalls(createRouter(desk), log)
  serveAppPages(protocol, PAGES, log)
  denyAllButNotices(session.defaultSession)
  app.on('web-contents-created', (_event, contents) => keepOnOurPage(contents, log))
  const ports = handOverPorts(ipcMain, () => newPort(answer), log)

  function openWindow(): void {
    const window = new BrowserWindow(windowOptions(PRELOAD))
    ports.admit(window.webContents)
    window.once('ready-to-show', () => window.show())
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      log.error({ reason }, 'a window crashed')
      if (reason !== 'clean-exit') window.webContents.reload()
    })
    window.loadURL(APP_PAGE).catch(error => log.error({ err: error }, 'the screens could not be shown'))
  }

  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(openWindow, process.platform === 'darwin')))
  // Somebody started Araro again on the same folder.
  app.on('second-instance', openWindow)
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow()
  })
  desk.onReopened(() => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.reload()
  })
  app.on('window-all-closed', () => app.quit())
  endCleanly(async () => {
    ports.endAll()
    const noCopy = await desk.close()
    held.release()
    return noCopy
  })
  openWindow()
}

function newPort(answer: ReturnType<typeof answerCalls>) {
  const { port1: forWindow, port2 } = new MessageChannelMain()
  return { forWindow, end: servePort(fromMessagePortMain(port2), answer, log) }
}

/**
 * Electron does not wait for promises when it quits, so the first quit is cancelled and Araro exits once it has closed.
 *
 * @param close answers with a sentence for people if something could not be done
 */
function endCleanly(close: () => Promise<string | null>): void {
  let closing = false
  app.on('before-quit', event => {
    event.preventDefault()
    if (closing) return
    closing = true
    close().then(
      sentence => (sentence ? endWith(sentence) : app.exit(0)),
      error => giveUp(error),
    )
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit())
}

function alreadyOpen(folder: string): CannotStart {
  const holder = readHolder(folder)
  const where = holder?.shell === 'browser' ? `in a browser (process ${holder.pid})` : 'in another Araro'
  return new CannotStart(
    `The data folder ${folder} is already open ${where}. Use that window, or close it and start again.`,
  )
}

/** Chromium's lock outlives the folder's for a moment. */
function stillEnding(folder: string): CannotStart {
  return new CannotStart(
    `Another Araro is just ending in the data folder ${folder}, or ${join(folder, 'desktop')} cannot be written. ` +
      'Make sure that you may write there, and start again in a moment.',
  )
}

function giveUp(error: unknown): void {
  const sentence = sentenceOf(error)
  if (!sentence) log.fatal({ err: error }, 'the desktop shell ends')
  endWith(sentence ?? 'Araro has stopped because of an internal error. Its log has the details.')
}

function endWith(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  dialog.showErrorBox('Araro', sentence)
  app.exit(1)
}
