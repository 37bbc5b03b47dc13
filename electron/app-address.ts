/** The screens are served under a standard, secure scheme of their own, so that the page has an origin. */
export const APP_SCHEME = 'app'
const APP_ORIGIN = 'app://araro'
export const APP_PAGE = `${APP_ORIGIN}/`

/** The IPC channel on which the preload requests its port and receives it. */
export const PORT_CHANNEL = 'araro:port'

/** Whether an address is one of our pages. False if in doubt. */
export function isOurPage(address: string): boolean {
  const url = URL.parse(address)
  return (
    url?.protocol === `${APP_SCHEME}:` && url.host === 'araro' && url.username === '' && url.password === ''
  )
}
