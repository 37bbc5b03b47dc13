import { isIPv4 } from 'node:net'

/** Whether only this computer can reach the address. Names are not looked up, because DNS answers may change. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '')
  return bare === 'localhost' || bare === '::1' || (isIPv4(bare) && bare.startsWith('127.'))
}

/** The address as written in a URL and in a Host header. */
export function addressOf(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Tells the sender why a request is not taken for one from a window of this Araro. */
export type Foreign = { sentence: string }

/**
 * The first check of every request. A foreign Host means DNS rebinding: another name that points to this computer. A
 * foreign Origin means that another site's page sent the request. Both are refused before anything else is checked.
 *
 * @param originNeeded true for a WebSocket: browsers open those across sites, but always send an Origin
 */
export function whyForeign(
  headers: { host?: string | undefined; origin?: string | undefined },
  own: { host: string; port: number },
  originNeeded = false,
): Foreign | null {
  const { host = '', origin } = headers
  const names = [own.host, '127.0.0.1', 'localhost']
  // Browsers omit HTTP's default port.
  const named = own.port === 80 && !/:80$/.test(host) ? `${host}:80` : host
  if (!names.some(name => addressOf(name, own.port) === named.toLowerCase()))
    return { sentence: `This is Araro at ${addressOf(own.host, own.port)}; the Host header names another.` }
  if (origin === undefined && originNeeded) return { sentence: 'A WebSocket must have an Origin header.' }
  if (origin !== undefined && origin !== `http://${host.toLowerCase()}`)
    return { sentence: 'Other sites may not call Araro: the Origin header is not that of Araro.' }
  return null
}
