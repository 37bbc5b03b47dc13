import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { FakeContents, FakeSession } from './fake-electron.ts'

/** Replaces the module `electron`, so that a test can run the whole desktop shell in its own process, over Node's ports. */

class FakeApp extends EventEmitter {
  readonly paths = new Map<string, string>()
  readonly exited: Promise<number>
  exit!: (code: number) => void
  isFirst = true
  sandboxed = false

  constructor() {
    super()
    this.exited = new Promise(resolve => {
      this.exit = resolve
    })
  }

  enableSandbox(): void {
    this.sandboxed = true
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }
  requestSingleInstanceLock(): boolean {
    return this.isFirst
  }
  async whenReady(): Promise<void> {}
  getVersion(): string {
    return '0.0.0-test'
  }
  quit(): void {
    this.emit('before-quit', { preventDefault() {} })
  }
}

let windows = 0
export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = []
  static getAllWindows(): BrowserWindow[] {
    return BrowserWindow.all
  }
  readonly webContents = Object.assign(new FakeContents(++windows), {
    reload: () => this.webContents.navigate(),
  })
  readonly options: { webPreferences?: object }
  address = ''

  constructor(options: { webPreferences?: object }) {
    super()
    this.options = options
    BrowserWindow.all.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  show(): void {}
  async loadURL(address: string): Promise<void> {
    this.address = address
  }
}

/** Electron's port differs from Node's in that it wraps each message in an event. */
class FakePortMain extends EventEmitter {
  readonly #port: MessagePort

  constructor(port: MessagePort) {
    super()
    this.#port = port
    port.on('close', () => this.emit('close'))
  }
  start(): void {
    this.#port.on('message', data => this.emit('message', { data, ports: [] }))
  }
  postMessage(text: string): void {
    this.#port.postMessage(text)
  }
  close(): void {
    this.#port.close()
  }
}

export class MessageChannelMain {
  readonly port1: MessagePort
  readonly port2: FakePortMain

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = port1
    this.port2 = new FakePortMain(port2)
  }
}

export const app = new FakeApp()
export const ipcMain = new EventEmitter()
export const session = { defaultSession: new FakeSession() }
export const dialog = {
  shown: [] as string[],
  showErrorBox: (_: string, text: string) => void dialog.shown.push(text),
}
export const Menu = { buildFromTemplate: (template: unknown) => template, setApplicationMenu() {} }
export const protocol = {
  schemes: [] as unknown[],
  answers: new Map<string, (request: Request) => Promise<Response>>(),
  registerSchemesAsPrivileged: (schemes: unknown[]) => void protocol.schemes.push(...schemes),
  handle: (scheme: string, answer: (request: Request) => Promise<Response>) =>
    void protocol.answers.set(scheme, answer),
}
