import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// The browser shell, as it is started: `node http/main.ts [flags]`. stdout has one line of JSON when it can serve;
// stderr has words for people, and the log.

// Half of a start is reading our own sources; Node keeps what it made of them. Where it cannot, it reads them again.
enableCompileCache(fileURLToPath(new URL('../.cache/compiled', import.meta.url)))
const { start } = await import('./start.ts')

/** Whoever started Araro may stop reading what it says. */
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

process.exitCode = await start(process.argv.slice(2))
// What might still be open belongs to nobody any more.
setTimeout(() => process.exit(), 500).unref()
