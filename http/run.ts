import type { HeldFolder } from '#shell/data-folder/holder'
import { type Log, openLog } from '#shell/start/log'
import { startBrowserShell } from './browser-shell.ts'
import type { Flags } from './flags.ts'
import { ownVersion } from './own-version.ts'
import { present } from './present.ts'

/** SIGBREAK is how Windows closes a console program; SIGHUP how a closed terminal does. */
const ENDINGS: NodeJS.Signals[] = [
  'SIGTERM',
  'SIGINT',
  'SIGHUP',
  ...(process.platform === 'win32' ? ['SIGBREAK' as const] : []),
]

/**
 * Serves until it is told to end, then ends cleanly. Told twice, it still ends once.
 *
 * @returns the exit code
 */
export async function runUntilToldToEnd(folder: string, held: HeldFolder, flags: Flags): Promise<number> {
  const log = openLog(flags.log)
  const end = whenToldToEnd(log)
  const shell = await startBrowserShell({ flags, folder, held, log, version: ownVersion() })
  if (shell.words) process.stderr.write(`${shell.words}\n`)
  present(flags, async opening => shell.readyLine(opening)).catch(error => {
    log.error({ err: error }, 'no window could be opened')
  })
  const code = await end
  await shell.close()
  return code
}

/** A signal ends Araro with 0; a mistake that nobody caught with 1, and what was acknowledged is safe either way. */
function whenToldToEnd(log: Log): Promise<number> {
  return new Promise(resolve => {
    for (const signal of ENDINGS) process.on(signal, () => resolve(0))
    process.on('uncaughtException', error => {
      log.fatal({ err: error }, 'nobody caught this')
      resolve(1)
    })
    // A promise that nobody waited for has changed nothing by failing.
    process.on('unhandledRejection', error => log.error({ err: error }, 'nobody waited for this'))
  })
}
