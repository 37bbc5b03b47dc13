import { contextBridge, ipcRenderer } from 'electron'
import { PORT_CHANNEL } from './app-address.ts'

// The page gets two things from the desktop shell: the shell's name, and one port to the office. The context bridge
// cannot pass ports, so the window posts the port to itself in a message.

contextBridge.exposeInMainWorld('araroShell', 'desktop')

ipcRenderer.on(PORT_CHANNEL, event => {
  window.postMessage({ araro: 'port' }, location.origin, [...event.ports])
})

// The page's scripts have run by then and are listening for the port.
window.addEventListener('DOMContentLoaded', () => ipcRenderer.send(PORT_CHANNEL))
