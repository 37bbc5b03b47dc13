import type { MessagePort } from 'node:worker_threads'
import type { OfficePort } from '#electron/office-port'

/** Adapts one of Node's ports, as the office's end of a channel. */
export function fromNodePort(port: MessagePort): OfficePort {
  return {
    postMessage: text => port.postMessage(text),
    onMessage: receive => void port.on('message', receive),
    onClose: closed => void port.on('close', closed),
    start: () => port.start(),
    close: () => port.close(),
  }
}
