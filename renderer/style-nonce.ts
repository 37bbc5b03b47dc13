import { setNonce } from 'get-nonce'

const PLACEHOLDER = '__STYLE_NONCE__'

/** The nonce that the shell wrote into the page; undefined without a shell (on the dev server). */
export function styleNonce(): string | undefined {
  const written = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
  return written && written !== PLACEHOLDER ? written : undefined
}

/** Drawers and dialogs add a style element when they lock the page's scrolling. It needs the nonce. */
export function giveNonceToStyles(): void {
  const nonce = styleNonce()
  if (nonce) setNonce(nonce)
}
