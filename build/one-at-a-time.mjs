import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Runs `work` while no other process holds the same lock file. A lock left behind by a process that is gone is
 * taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ say: (words: string) => void, everyMs?: number }} options say is told once whom this process waits for
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
    if (!told) say(`Another set-up is under way (process ${holder}); waiting for it to end.`)
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
 * A hard link makes the lock appear with its content in one step.
 * @param {string} file
 * @returns {number | undefined} undefined when taken, else who holds it
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
 * Of several that see the same dead holder, the one whose rename succeeds removes it.
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
    // Somebody else was quicker.
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
