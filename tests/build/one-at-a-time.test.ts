import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { oneAtATime } from '#build/one-at-a-time'

let folder: string
let lock: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'araro-lock-'))
  lock = join(folder, 'deep/setup.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

test('of two set-ups at once, the second names the process it waits for, then runs', async () => {
  const told: string[] = []
  let inside = 0
  const work = async () => {
    inside += 1
    expect(inside).toBe(1)
    await pause(30)
    inside -= 1
  }
  const say = (words: string) => void told.push(words)
  await Promise.all([1, 2].map(() => oneAtATime(lock, work, { say, everyMs: 5 })))
  expect(told).toEqual([expect.stringContaining(`process ${process.pid}`)])
  expect(existsSync(lock)).toBe(false)
})

test('the lock of a process that has ended is taken over', async () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid
  await oneAtATime(lock, async () => undefined, { say: () => undefined })
  writeFileSync(lock, String(gone))
  expect(await oneAtATime(lock, async () => 'done', { say: () => undefined })).toBe('done')
})

test('the lock is released if the work fails', async () => {
  const fails = oneAtATime(lock, () => Promise.reject(new Error('no')), { say: () => undefined })
  await expect(fails).rejects.toThrow('no')
  expect(existsSync(lock)).toBe(false)
})
