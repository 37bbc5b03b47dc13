import { isIPv4 } from 'node:net'

/** Whether only this computer can reach the address. Names are not looked up: a name may mean anything tomorrow. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '')
  return bare === 'localhost' || bare === '::1' || (isIPv4(bare) && bare.startsWith('127.'))
}

/** How the address is written in a URL and in a Host header. */
export function addressOf(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Why a request is not from a window of this Araro, for whoever made it. */
export type Foreign = { sentence: string }

/**
 * The first gate. A foreign Host is another name that was pointed at this computer (DNS rebinding); a foreign Origin
 * is another site's page that sends something here. Both are refused before anything else is looked at.
 *
 * @param originNeeded for a WebSocket, which browsers open across sites, but never without an Origin
 */
export function whyForeign(
  headers: { host?: string | undefined; origin?: string | undefined },
  own: { host: string; port: number },
  originNeeded = false,
): Foreign | null {
  const { host = '', origin } = headers
  const names = [own.host, '127.0.0.1', 'localhost']
  // Browsers leave the port out where it is HTTP's own.
  const named = own.port === 80 && !/:80$/.test(host) ? `${host}:80` : host
  if (!names.some(name => addressOf(name, own.port) === named.toLowerCase()))
    return { sentence: `This is Araro at ${addressOf(own.host, own.port)}; the Host header names another.` }
  if (origin === undefined && originNeeded) return { sentence: 'A WebSocket must say its Origin.' }
  if (origin !== undefined && origin !== `http://${host.toLowerCase()}`)
    return { sentence: 'Another site may not call Araro: the Origin header is not its own.' }
  return null
}
