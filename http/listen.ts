import type { Server } from 'node:http'
import { CannotStart, systemCode } from '#shell/start/cannot-start'
import { addressOf } from './own-address.ts'

/** "ARARO" on a telephone's keys. Below the ports that operating systems assign at random. */
const USUAL_PORT = 27276

/**
 * Listens at the port that was asked for; otherwise at the port where this data folder was served last, so that open
 * windows find Araro again; otherwise at the usual port; otherwise at any free port.
 *
 * @param asked undefined: the usual port; 0: any free port
 * @returns the port, and whether it stands in for the usual one, which another program uses
 * @throws CannotStart if a port was asked for by number and cannot be used
 */
export async function listen(
  server: Server,
  host: string,
  asked: number | undefined,
  lastPort: number | null,
): Promise<{ port: number; instead: boolean }> {
  if (asked) {
    const why = await tryPort(server, host, asked)
    if (why) throw new CannotStart(whyNotAt(addressOf(host, asked), why))
    return { port: asked, instead: false }
  }
  const wanted = [...(lastPort ? [lastPort] : []), ...(asked === undefined ? [USUAL_PORT] : [])]
  for (const port of wanted) if (!(await tryPort(server, host, port))) return { port, instead: false }
  const why = await tryPort(server, host, 0)
  if (why) throw new CannotStart(whyNotAt(host, why))
  return { port: portOf(server), instead: asked === undefined }
}

/** @returns null if it listens, otherwise the operating system's error code */
function tryPort(server: Server, host: string, port: number): Promise<string | null> {
  return new Promise(resolve => {
    const no = (error: Error): void => resolve(systemCode(error) || 'unknown reason')
    server.once('error', no)
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', no)
      resolve(null)
    })
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

function whyNotAt(address: string, code: string): string {
  if (code === 'EADDRINUSE')
    return `Another program listens at ${address}. Choose another port with --port, or leave --port out.`
  if (code === 'EACCES') return `You may not listen at ${address}. Choose a port above 1023 with --port.`
  if (code === 'EADDRNOTAVAIL') return `This computer does not have the address ${address}. Leave --host out.`
  return `Araro cannot listen at ${address} (${code}). Choose another port with --port.`
}
