/**
 * The content security policy of the screens, the same in both shells: scripts from our own files only, no HTML made
 * from strings (Trusted Types), nothing loaded from or sent to any other origin.
 *
 * @param nonce allows the style elements of this one page
 * @param socket origin of the page's WebSocket, such as `ws://127.0.0.1:27276`; none in the desktop shell
 */
export function contentSecurityPolicy(nonce: string, socket?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${socket ? ` ${socket}` : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default araro',
  ].join('; ')
}

/** The policy of a page without scripts: text, one inline style, and pictures and a typeface that are in the page itself. */
export function plainPagePolicy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}

/** Sent with every page of both shells, and with every HTTP response to a call. */
export const PROTECTIVE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), ' +
    'magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), ' +
    'serial=(), usb=(), xr-spatial-tracking=()',
}
