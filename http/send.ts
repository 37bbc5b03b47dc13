import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { refusedCall } from '#shell/messages/answer-calls'
import { PROTECTIVE_HEADERS, plainPagePolicy } from '#shell/pages/page-headers'

/** Sends a JSON response. Does nothing if a response was already begun. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, {
    ...PROTECTIVE_HEADERS,
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(JSON.stringify(body))
}

/** Sends a refusal in the same form as a refused call. */
export function sendRefusal(
  response: ServerResponse,
  status: number,
  code: string,
  sentence: string,
  headers?: Record<string, string>,
): void {
  sendJson(response, status, refusedCall(status, code, sentence).body, headers)
}

/**
 * Sends a short page for people, without scripts. `words` is plain text and is escaped.
 *
 * @param again where the page's link to try again leads
 */
export function sendPlainPage(
  response: ServerResponse,
  status: number,
  title: string,
  words: string[],
  again = '/',
): void {
  const nonce = randomBytes(16).toString('base64')
  response.writeHead(status, {
    ...PROTECTIVE_HEADERS,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': plainPagePolicy(nonce),
    'cache-control': 'no-store',
  })
  response.end(plainPage(nonce, title, words, again))
}

function plainPage(nonce: string, title: string, words: string[], again: string): string {
  const paragraphs = words.map(each => `<p>${asText(each)}</p>`).join('\n')
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Araro</title>
<style nonce="${nonce}">
body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1.5rem }
</style>
<main>
<h1>${asText(title)}</h1>
${paragraphs}
<p><a href="${again}">Try again</a></p>
</main>
</html>
`
}

function asText(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
