import type { MessagePortMain } from 'electron'
import type { OfficePort } from './office-port.ts'

/** Adapts Electron's port in the main process, which wraps each message in an event. */
export function fromMessagePortMain(port: MessagePortMain): OfficePort {
  return {
    postMessage: text => port.postMessage(text),
    onMessage: receive => void port.on('message', event => receive(event.data)),
    onClose: closed => void port.on('close', closed),
    start: () => port.start(),
    close: () => port.close(),
  }
}
