import type { Server } from 'node:http'
import { CannotStart, systemCode } from '#shell/start/cannot-start'
import { addressOf } from './own-address.ts'

/** A, R, A, R, O on a telephone's keys. Below what systems hand out by themselves. */
const USUAL_PORT = 27276

/**
 * Listens where an open window would look for its office again: at the port that was asked for; else where this
 * folder was served last; else at the usual one; else at any that is free.
 *
 * @param asked undefined: the usual one; 0: any free one
 * @returns the port, and whether the usual one was taken by another program
 * @throws CannotStart where a port that was asked for by number cannot be had
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

/** @returns the system's code for why not */
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
    return `Another program listens at ${address}. Name another port with --port, or leave --port out.`
  if (code === 'EACCES') return `This user may not listen at ${address}. Name a port above 1023 with --port.`
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${address}. Leave --host out.`
  return `Araro cannot listen at ${address} (${code}). Name another port with --port.`
}
