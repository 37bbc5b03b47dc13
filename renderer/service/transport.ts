import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { useSignIn } from './sign-in.ts'

type Link = ClientLink<ClientContext>

/** The window's connection to the office: `calls` for questions and commands, `stream` for the change feed. */
type Links = { calls: () => Promise<Link>; stream: () => Promise<Link> }

/** Each call carries the token, so that signing out or switching user takes effect at once. */
function headers(): Record<string, string> {
  const token = useSignIn.getState().token
  return token ? { authorization: `Bearer ${token}` } : {}
}

export const rpcLinks: Links = isDesktop() ? portLinks() : webLinks()

function isDesktop(): boolean {
  return (globalThis as { araroShell?: unknown }).araroShell === 'desktop'
}

/** The desktop shell hands over one port after each navigation. It replaces the one before. */
function portLinks(): Links {
  let link: Link | undefined
  const waiting: ((link: Link) => void)[] = []
  window.addEventListener('message', event => {
    const port = event.ports[0]
    if (event.source !== window || event.data?.araro !== 'port' || !port) return
    link = new PortLink({ port, headers })
    port.start()
    for (const tell of waiting.splice(0)) tell(link)
  })
  const portLink = () => (link ? Promise.resolve(link) : new Promise<Link>(tell => waiting.push(tell)))
  return { calls: portLink, stream: portLink }
}

function webLinks(): Links {
  const calls = new FetchLink({
    url: () => `${window.location.origin}/rpc`,
    headers,
    // `keepalive` lets a hold be released while the window is closing.
    fetch: (request, init, _options, path) =>
      window.fetch(request, { ...init, cache: 'no-store', keepalive: path.join('.') === 'bookings.release' }),
  })
  return { calls: async () => calls, stream: openSocket }
}

/** Opens one socket for each watch. It closes when the watch ends, so nothing stays open after a sign-out. */
async function openSocket(): Promise<Link> {
  const { origin } = window.location
  const websocket = new WebSocket(`${origin.replace(/^http/, 'ws')}/ws`)
  await new Promise<void>((opened, failed) => {
    websocket.addEventListener('open', () => opened(), { once: true })
    websocket.addEventListener('error', () => failed(new TypeError('The change feed did not open.')), {
      once: true,
    })
  })
  const link = new SocketLink({ websocket, headers })
  return {
    async call(path, input, options) {
      const goodbye = new AbortController()
      const leave = () => {
        // oRPC's link ends the call over the same socket, and throws if the socket is already closing.
        if (websocket.readyState === WebSocket.OPEN) goodbye.abort(options.signal?.reason)
        setTimeout(() => websocket.close())
      }
      if (options.signal?.aborted) leave()
      else options.signal?.addEventListener('abort', leave, { once: true })
      return link.call(path, input, { ...options, signal: goodbye.signal })
    },
  }
}
