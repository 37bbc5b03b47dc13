/** The screens have an address of their own: a standard, secure scheme, so that the page has an origin. */
export const APP_SCHEME = 'app'
const APP_ORIGIN = 'app://araro'
export const APP_PAGE = `${APP_ORIGIN}/`

/** Where the preload asks for its port, and gets it. */
export const PORT_CHANNEL = 'araro:port'

/** Whether an address is a page of ours. Doubt means no. */
export function isOurPage(address: string): boolean {
  const url = URL.parse(address)
  return (
    url?.protocol === `${APP_SCHEME}:` && url.host === 'araro' && url.username === '' && url.password === ''
  )
}
