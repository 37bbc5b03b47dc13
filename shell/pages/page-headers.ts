/**
 * What a page of Araro may do, told to the browser with every answer. Both shells send the same: only their own
 * script, no markup made from text, nothing from and nothing to anywhere else.
 *
 * @param nonce lets the style elements of this one page through
 * @param socket where the page may open its WebSocket, such as `ws://127.0.0.1:27276`; none in the desktop shell
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

/** For a page without script: words and a style of its own. */
export function plainPagePolicy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}

/** Sent with every answer of either shell, pages and calls. */
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
