import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Runs `work` while this process holds the lock file, and waits while another process holds it. The lock of a process
 * that has ended is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ say: (words: string) => void, everyMs?: number }} options say: prints once which process is waited for
 * @returns {Promise<T>}
 */
export async function oneAtATime(file, work, { say, everyMs = 300 }) {
  mkdirSync(dirname(file), { recursive: true })
  let told = false
  for (let holder = take(file); holder !== undefined; holder = take(file)) {
    if (!isAlive(holder)) {
      breakLock(file, holder)
      continue
    }
    if (!told) say(`Another set-up is running (process ${holder}); waiting for it to end.`)
    told = true
    await pause(everyMs)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/**
 * Creates the lock as a hard link, so that it appears together with its content.
 * @param {string} file
 * @returns {number | undefined} undefined if this process now holds the lock, otherwise the holder's process id
 */
function take(file) {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, file)
    return undefined
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    return holderOf(file)
  } finally {
    rmSync(mine, { force: true })
  }
}

/** @param {string} file */
function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

/**
 * Removes the lock of a dead process. If several processes try, only one rename succeeds.
 * @param {string} file
 * @param {number} holder
 */
function breakLock(file, holder) {
  if (holderOf(file) !== holder) return
  const aside = `${file}.left-by-${holder}-${process.pid}`
  try {
    renameSync(file, aside)
    rmSync(aside, { force: true })
  } catch {
    // Another process has removed it.
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
