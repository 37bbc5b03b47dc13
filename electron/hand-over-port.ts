import type { IpcMain, IpcMainEvent, WebContents } from 'electron'
import type { Log } from '#shell/start/log'
import { isOurPage, PORT_CHANNEL } from './app-address.ts'

type Window = Pick<WebContents, 'id'> & {
  readonly mainFrame: unknown
  on(event: 'did-start-navigation', begun: (navigation: Navigation) => void): unknown
  on(event: 'render-process-gone' | 'destroyed', gone: () => void): unknown
}
type Navigation = { isMainFrame: boolean; isSameDocument: boolean }
type Asking = Pick<IpcMainEvent, 'senderFrame'> & { sender: { id: number } }

/** Makes a pair of ports: one end for the window, the other already served. `end` closes both. */
export type NewPort<Port> = () => { forWindow: Port; end(): void }

/**
 * Gives each window one port per navigation. Messages on a port do not name their sender, so the sender is checked
 * here: it must be the main frame of one of our windows, on our page. The port closes when the window navigates,
 * crashes or closes.
 */
export function handOverPorts<Port>(ipc: Pick<IpcMain, 'on'>, newPort: NewPort<Port>, log: Log) {
  const windows = new Map<number, { window: Window; end: (() => void) | null }>()

  function endPort(id: number): void {
    const known = windows.get(id)
    known?.end?.()
    if (known) known.end = null
  }

  ipc.on(PORT_CHANNEL, (event: Asking) => {
    const known = windows.get(event.sender.id)
    const frame = event.senderFrame
    const isOurs = known && frame && frame === known.window.mainFrame && isOurPage(frame.url)
    if (!isOurs || known.end) {
      log.warn(isOurs ? 'a window asked for a second port' : 'a foreign frame asked for a port')
      return
    }
    const { forWindow, end } = newPort()
    known.end = end
    frame.postMessage(PORT_CHANNEL, null, [forWindow as never])
  })

  return {
    /** Allows a window to request a port. */
    admit(window: Window): void {
      const { id } = window
      windows.set(id, { window, end: null })
      window.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (isMainFrame && !isSameDocument) endPort(id)
      })
      window.on('render-process-gone', () => endPort(id))
      window.on('destroyed', () => {
        endPort(id)
        windows.delete(id)
      })
    },
    endAll(): void {
      for (const id of windows.keys()) endPort(id)
    },
  }
}
