import { contextBridge, ipcRenderer } from 'electron'
import { PORT_CHANNEL } from './app-address.ts'

// All that the page gets of the desktop shell: its name, and one port to the office. The bridge cannot pass ports,
// so the port goes by a message of the window to itself.

contextBridge.exposeInMainWorld('araroShell', 'desktop')

ipcRenderer.on(PORT_CHANNEL, event => {
  window.postMessage({ araro: 'port' }, location.origin, [...event.ports])
})

// By then the page's own scripts have run, and listen.
window.addEventListener('DOMContentLoaded', () => ipcRenderer.send(PORT_CHANNEL))
