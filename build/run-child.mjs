import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const passedOn = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * @typedef {object} Ended
 * @property {number} code the child's exit code; 128 + the signal's number if a signal ended it
 * @property {string} output the child's output, if `quiet`
 * @property {boolean} stopped whether this process received a signal to stop meanwhile
 */

/**
 * Runs a program to its end, in this process group and without a shell. Signals are passed on to it, and its end is
 * awaited, so that stopping this process stops both.
 * @param {string} program
 * @param {string[]} words
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, quiet?: boolean, endWithParent?: boolean, patienceMs?: number }} [options]
 *   quiet: print nothing and return the output; endWithParent: treat the end of this process's parent as SIGTERM;
 *   patienceMs: kill the child if it still runs this long after a signal (only if its work may be interrupted)
 * @returns {Promise<Ended>}
 */
export function runChild(
  program,
  words,
  { cwd, env, quiet = false, endWithParent = false, patienceMs } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd,
      env: env ? { ...process.env, ...env } : process.env,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      windowsHide: quiet,
    })
    const output = /** @type {Buffer[]} */ ([])
    child.stdout?.on('data', chunk => output.push(chunk))
    child.stderr?.on('data', chunk => output.push(chunk))

    let stopped = false
    /** @type {NodeJS.Timeout | undefined} */
    let force
    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      stopped = true
      if (patienceMs !== undefined) force ??= setTimeout(() => child.kill('SIGKILL'), patienceMs)
      // On Windows the console notifies every process itself, and kill() would end the child without a clean shutdown.
      if (process.platform !== 'win32') child.kill(signal)
    }
    for (const signal of passedOn) process.on(signal, passOn)
    const parent = process.ppid
    const watch = setInterval(() => {
      if (endWithParent && process.ppid !== parent) passOn('SIGTERM')
    }, 1000)
    const listenNoMore = () => {
      clearInterval(watch)
      clearTimeout(force)
      for (const signal of passedOn) process.off(signal, passOn)
    }

    child.once('error', error => {
      listenNoMore()
      reject(error)
    })
    child.once('close', (code, signal) => {
      listenNoMore()
      resolve({
        code: code ?? 128 + (signal ? constants.signals[signal] : 0),
        output: Buffer.concat(output).toString('utf8'),
        stopped,
      })
    })
  })
}
