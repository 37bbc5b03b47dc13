import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { PROTECTIVE_HEADERS, plainPagePolicy } from '#shell/pages/page-headers'
import { languageOf, PAGE_WORDS, type PageName, TRY_AGAIN } from './page-words.ts'

/** Answers a browser that gets nothing else with a short page for people. */
export type SendPlainPage = (
  request: IncomingMessage,
  response: ServerResponse,
  page: { status: number; name: PageName; again?: string },
) => void

/**
 * Pages for browsers that are not paired, and so get none of the screens' files: without scripts, with everything in the
 * page itself. They look like the screens as far as these are built.
 *
 * @param folder of the built screens, which have the typeface and the sign of Araro
 */
export function plainPages(folder: string): SendPlainPage {
  let look: Look | undefined
  return (request, response, { status, name, again = '/' }) => {
    look ??= readLook(folder)
    const nonce = randomBytes(16).toString('base64')
    response.writeHead(status, {
      ...PROTECTIVE_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': plainPagePolicy(nonce),
      'cache-control': 'no-store',
      vary: 'accept-language',
    })
    const language = languageOf(request.headers['accept-language'])
    const { title, lines } = PAGE_WORDS[language][name]
    response.end(html({ nonce, look, language, title, lines, again, link: TRY_AGAIN[language] }))
  }
}

/** As data URLs; empty where the screens are not built. */
type Look = { typeface: string; sign: string }

function readLook(folder: string): Look {
  return {
    typeface: dataUrl(join(folder, 'assets'), /^inter-latin-wght-normal.*\.woff2$/, 'font/woff2'),
    sign: dataUrl(folder, /^araro\.svg$/, 'image/svg+xml'),
  }
}

/** The page is shown without a file that is missing. */
function dataUrl(folder: string, name: RegExp, type: string): string {
  try {
    const file = readdirSync(folder).find(each => name.test(each))
    return file ? `data:${type};base64,${readFileSync(join(folder, file)).toString('base64')}` : ''
  } catch {
    return ''
  }
}

type Shown = {
  nonce: string
  look: Look
  language: string
  title: string
  lines: readonly string[]
  again: string
  link: string
}

function html({ nonce, look, language, title, lines, again, link }: Shown): string {
  const typeface = look.typeface
    ? `@font-face { font-family: "Inter Variable"; src: url(${look.typeface}) format("woff2"); font-weight: 100 900 }`
    : ''
  const sign = look.sign ? `<img src="${look.sign}" alt="" width="36" height="36">` : ''
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${asText(title)} · Araro</title>
<style nonce="${nonce}">
${typeface}
:root { --ground: #f5f7f5; --paper: #fff; --line: #dfe5e1; --text: #16211a; --link: #1f6b3a }
@media (prefers-color-scheme: dark) {
  :root { --ground: #101412; --paper: #171c19; --line: #333c37; --text: #dfe6e1; --link: #8ccaa1 }
}
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--text);
  font: 0.875rem/1.55 "Inter Variable", sans-serif }
main { box-sizing: border-box; width: min(32rem, calc(100vw - 2rem)); margin: 1rem 0 }
header { display: flex; align-items: center; gap: 0.75rem; margin-bottom: 1rem; font-size: 1rem; font-weight: 600 }
article { padding: 1.5rem; border: 1px solid var(--line); border-radius: 6px; background: var(--paper) }
h1 { margin: 0 0 0.75rem; font-size: 1.25rem; font-weight: 600; line-height: 1.3 }
p { margin: 0 0 0.75rem }
a { color: var(--link); font-weight: 500 }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
</style>
<main>
<header>${sign}Araro</header>
<article>
<h1>${asText(title)}</h1>
${lines.map(line => `<p>${asText(line)}</p>`).join('\n')}
<a href="${again}">${asText(link)}</a>
</article>
</main>
</html>
`
}

function asText(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
