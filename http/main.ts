import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Entry point of the browser shell: `node http/main.ts [flags]`. It prints one line of JSON on stdout once it can
// serve; messages for people and the log go to stderr.

// Compiling our sources takes half of the start, so Node caches the result. Without the cache it compiles them again.
enableCompileCache(fileURLToPath(new URL('../.cache/compiled', import.meta.url)))
const { start } = await import('./start.ts')

/** The program that started Araro may stop reading its output. */
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

process.exitCode = await start(process.argv.slice(2))
// Everything is closed by now. Do not wait for handles that are still open.
setTimeout(() => process.exit(), 500).unref()
