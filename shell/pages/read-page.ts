import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative } from 'node:path'
import { contentSecurityPolicy, PROTECTIVE_HEADERS } from './page-headers.ts'

export type Page = { status: number; headers: Record<string, string>; body: Uint8Array | string }

/** Placeholder in the built page for the nonce of its styles. */
const NONCE_PLACEHOLDER = '__STYLE_NONCE__'

const TYPES: { readonly [extension: string]: string } = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** Files to whose names the bundler added a hash of their content. */
const NAMED_BY_CONTENT = /^\/assets\/.+-[\w-]{8,}\.\w+$/

/**
 * Reads the built screens for both shells. A path is served only if it is in the list of files found in the folder, so
 * no path can lead out of it.
 */
export function readPages(folder: string) {
  let files = new Set<string>()

  /** @param socket as in `contentSecurityPolicy` */
  return async function readPage(path: string, socket?: string): Promise<Page> {
    const wanted = path === '/' ? '/index.html' : path
    // This request opens a window. List the files again, because the screens may have been rebuilt.
    if (wanted === '/index.html' || files.size === 0) files = filesIn(folder)
    const type = TYPES[extname(wanted)]
    if (!files.has(wanted) || !type) return noSuchPage(files.size === 0)
    const content = await readFile(join(folder, wanted)).catch(() => undefined)
    // The screens were rebuilt after this window was opened, and the file has another name now.
    if (!content) return noSuchPage(false)
    return wanted.endsWith('.html')
      ? startPage(content.toString('utf8'), socket)
      : asset(wanted, type, content)
  }
}

function filesIn(folder: string): Set<string> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
    return new Set(paths.map(path => `/${relative(folder, path).replaceAll('\\', '/')}`))
  } catch {
    return new Set()
  }
}

function startPage(html: string, socket: string | undefined): Page {
  const nonce = randomBytes(16).toString('base64')
  return {
    status: 200,
    headers: {
      ...PROTECTIVE_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce, socket),
      'cache-control': 'no-store',
    },
    body: html.replaceAll(NONCE_PLACEHOLDER, nonce),
  }
}

function asset(path: string, type: string, content: Uint8Array): Page {
  const caching = NAMED_BY_CONTENT.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
  return {
    status: 200,
    headers: {
      ...PROTECTIVE_HEADERS,
      'content-type': type,
      'content-security-policy': "default-src 'none'",
      'cache-control': caching,
    },
    body: content,
  }
}

function noSuchPage(notBuilt: boolean): Page {
  return {
    status: notBuilt ? 503 : 404,
    headers: {
      ...PROTECTIVE_HEADERS,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    },
    body: notBuilt ? 'The screens are not built. Run: npm run build\n' : 'There is no such page.\n',
  }
}
