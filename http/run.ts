import type { HeldFolder } from '#shell/data-folder/holder'
import { type Log, openLog } from '#shell/start/log'
import { startBrowserShell } from './browser-shell.ts'
import type { Flags } from './flags.ts'
import { ownVersion } from './own-version.ts'
import { present } from './present.ts'

/** SIGHUP: the terminal was closed. SIGBREAK: Windows closes the console. */
const ENDINGS: NodeJS.Signals[] = [
  'SIGTERM',
  'SIGINT',
  'SIGHUP',
  ...(process.platform === 'win32' ? ['SIGBREAK' as const] : []),
]

/**
 * Serves until a signal arrives, then shuts down cleanly. A second signal changes nothing.
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
  const noCopy = await shell.close()
  if (!noCopy) return code
  process.stderr.write(`${noCopy}\n`)
  return 1
}

/** The exit code is 0 after a signal and 1 after an uncaught error. Acknowledged commands are on the disk in either case. */
function whenToldToEnd(log: Log): Promise<number> {
  return new Promise(resolve => {
    for (const signal of ENDINGS) process.on(signal, () => resolve(0))
    process.on('uncaughtException', error => {
      log.fatal({ err: error }, 'uncaught error')
      resolve(1)
    })
    // Nothing was waiting for this promise, so Araro keeps running.
    process.on('unhandledRejection', error => log.error({ err: error }, 'unhandled promise rejection'))
  })
}
