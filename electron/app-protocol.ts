import type { CustomScheme, Protocol } from 'electron'
import { readPages } from '#shell/pages/read-page'
import type { Log } from '#shell/start/log'
import { APP_SCHEME, isOurPage } from './app-address.ts'

/** Must be registered before Electron is ready. The scheme carries pages only; calls go over a port. */
export const APP_SCHEMES: CustomScheme[] = [
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
]

/** Serves the built screens, and nothing else, at app://araro/, with the content security policy of the browser shell. */
export function serveAppPages(protocol: Pick<Protocol, 'handle'>, pages: string, log: Log): void {
  const readPage = readPages(pages)
  protocol.handle(APP_SCHEME, async request => {
    if (request.method !== 'GET' || !isOurPage(request.url)) return new Response(null, { status: 404 })
    try {
      const { status, headers, body } = await readPage(new URL(request.url).pathname)
      return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers })
    } catch (error) {
      log.error({ err: error }, 'a page could not be read')
      return new Response(null, { status: 500 })
    }
  })
}
