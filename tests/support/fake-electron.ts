import { EventEmitter } from 'node:events'

/** Fakes of the parts of Electron that the desktop shell uses. */

export class FakeFrame {
  url: string
  received: { channel: string; message: unknown; ports: unknown[] }[] = []

  constructor(url: string) {
    this.url = url
  }

  postMessage(channel: string, message: unknown, ports: unknown[]): void {
    this.received.push({ channel, message, ports })
  }
}

type OpenHandler = (details: { url: string }) => { action: 'deny' | 'allow' }

export class FakeContents extends EventEmitter {
  readonly id: number
  readonly mainFrame: FakeFrame
  openHandler: OpenHandler = () => ({ action: 'allow' })

  constructor(id: number, url = 'app://araro/') {
    super()
    this.id = id
    this.mainFrame = new FakeFrame(url)
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  /** @returns whether the event was allowed */
  tryTo(event: string, details: object = {}): boolean {
    let refused = false
    this.emit(event, { ...details, preventDefault: () => (refused = true) })
    return !refused
  }

  navigate(details: { isMainFrame?: boolean; isSameDocument?: boolean } = {}): void {
    this.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false, ...details })
  }
}

type Answer<T> = (answer: T) => void

export class FakeSession {
  permissionRequest?: (
    contents: null,
    permission: string,
    answer: Answer<boolean>,
    details: { requestingUrl?: string },
  ) => void
  permissionCheck?: (contents: null, permission: string, requestingOrigin: string) => boolean
  devicePermission?: () => boolean
  beforeRequest?: (request: { url: string }, answer: Answer<{ cancel?: boolean }>) => void

  readonly webRequest = {
    onBeforeRequest: (listener: unknown) => {
      this.beforeRequest = listener as FakeSession['beforeRequest'] & object
    },
  }

  setPermissionRequestHandler(handler: unknown): void {
    this.permissionRequest = handler as FakeSession['permissionRequest'] & object
  }

  setPermissionCheckHandler(handler: unknown): void {
    this.permissionCheck = handler as FakeSession['permissionCheck'] & object
  }

  setDevicePermissionHandler(handler: unknown): void {
    this.devicePermission = handler as () => boolean
  }

  /** @returns whether the page may load the address */
  mayRead(url: string): boolean {
    let cancelled: boolean | undefined
    this.beforeRequest?.({ url }, answer => (cancelled = answer.cancel))
    return cancelled === false
  }
}
