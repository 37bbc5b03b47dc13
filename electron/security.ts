import type { Session, WebContents } from 'electron'
import type { Log } from '#shell/start/log'
import { isOurPage } from './app-address.ts'

type Contents = Pick<WebContents, 'setWindowOpenHandler'> & {
  on(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate',
    refuse: (leaving: Leaving) => void,
  ): unknown
  on(event: 'will-attach-webview', refuse: (attaching: { preventDefault(): void }) => void): unknown
}
type Leaving = { url: string; preventDefault(): void }

/** Keeps a window on our page: it cannot navigate elsewhere, open another window or embed a web page. */
export function keepOnOurPage(contents: Contents, log: Log): void {
  const stay = (leaving: Leaving): void => {
    if (isOurPage(leaving.url)) return
    leaving.preventDefault()
    log.warn('a window tried to leave its page')
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-attach-webview', attaching => attaching.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

type Permissions = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
> & { webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> }

/** The addresses that the page may load. The developer tools use their own scheme. */
const READABLE = /^(app:\/\/araro\/|devtools:|data:image\/|blob:app:\/\/araro\/)/

/**
 * Denies the page every device and network request, and every permission but one: our own page may show notices on the
 * desktop. Everything else that it needs comes over its port.
 */
export function denyAllButNotices(session: Permissions): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isForOurNotices(permission, requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isForOurNotices(permission, requestingOrigin),
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !READABLE.test(request.url) }))
}

function isForOurNotices(permission: string, address: string | undefined): boolean {
  return permission === 'notifications' && address !== undefined && isOurPage(address)
}
