import { refuse } from '#booking/refusal'
import type { OfficeFile, WriteTx } from '#db/file'
import { storageTrouble } from '#db/storage-errors'
import { type NoPromise, writing } from '#db/transaction'
import type { Clock } from './clock.ts'

/**
 * Work for the one writer. It runs synchronously inside a transaction, and runs again if its batch has to be
 * repeated.
 */
export type Job<Result extends NoPromise> = (tx: WriteTx) => Result

/** Another program locked the file for too long (A8). Nothing was written. */
export class Busy extends Error {
  override readonly name = 'Busy'
}

/** The result of the write, or the refusal `busy` if the file stayed locked. */
export async function writtenOrBusy<Result>(write: Promise<Result>) {
  try {
    return await write
  } catch (error) {
    if (error instanceof Busy) return refuse({ reason: 'busy', retryAfterMs: 1000 })
    throw error
  }
}

type Waiting = { job: Job<NoPromise>; resolve: (result: unknown) => void; reject: (error: unknown) => void }

export type WriteQueue = {
  /**
   * Queues a job. Resolves when its result is on the disk.
   * @throws Busy, SQLite's errors, and what the job throws
   */
  write<Result extends NoPromise>(job: Job<Result>): Promise<Result>
  /** Resolves when no job is waiting. */
  idle(): Promise<void>
}

export type QueueOptions = {
  file: OfficeFile
  clock: Clock
  /** Runs first in every transaction: deletes lapsed holds. */
  before: Job<undefined>
  /** After every commit. Must not throw. */
  committed: () => void
  /** Waits without blocking; tests pass their own. */
  wait: (ms: number) => Promise<void>
  /** A number from 0 to 1, for the jitter of retries. */
  random: () => number
}

const LARGEST_BATCH = 64
/** The wait before each retry. With jitter, no wait is longer than the last (A8). */
const WAITS_MS = [100, 300, 1000]
const LONGEST_WAIT_MS = 1000
const LONGEST_BUSY_MS = 5000

/**
 * The one writer (A3). Jobs that wait while a commit runs share the next commit. No job is answered before its
 * commit has returned. If a job throws, each job of its batch runs again in a transaction of its own, so that a
 * failure affects no other job.
 */
export function createWriteQueue(options: QueueOptions): WriteQueue {
  const waiting: Waiting[] = []
  let draining: Promise<void> | undefined

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      await commitTogether(waiting.splice(0, LARGEST_BATCH), options)
      // Lets callers that were just answered queue their next job before the next commit begins.
      await new Promise(resolve => setImmediate(resolve))
    }
    draining = undefined
  }

  return {
    write<Result extends NoPromise>(job: Job<Result>): Promise<Result> {
      return new Promise<Result>((resolve, reject) => {
        waiting.push({ job, resolve: resolve as (result: unknown) => void, reject })
        draining ??= Promise.resolve().then(drain)
      })
    },
    async idle() {
      while (draining) await draining
    },
  }
}

async function commitTogether(batch: Waiting[], options: QueueOptions): Promise<void> {
  try {
    const results = await withRetries(options, () => commitOnce(batch, options))
    for (const [index, one] of batch.entries()) one.resolve(results[index])
  } catch (error) {
    const [only] = batch
    if (batch.length === 1 && only) return only.reject(error)
    if (error instanceof Busy) {
      for (const one of batch) one.reject(error)
      return
    }
    // A job threw, or the disk ended the transaction. Nothing was acknowledged; each job runs alone.
    for (const one of batch) await commitTogether([one], options)
  }
}

function commitOnce(batch: readonly Waiting[], options: QueueOptions): unknown[] {
  const results = writing(options.file, tx => {
    options.before(tx)
    return batch.map(one => one.job(tx))
  })
  options.committed()
  return results
}

async function withRetries<Result>(options: QueueOptions, attempt: () => Result): Promise<Result> {
  const startedMs = options.clock.monotonicMs()
  for (let retry = 0; ; retry++) {
    try {
      return attempt()
    } catch (error) {
      if (storageTrouble(error) !== 'busy') throw error
      const waitMs = WAITS_MS[retry]
      if (waitMs === undefined) throw new Busy('the file stayed locked', { cause: error })
      const wait = Math.min(waitMs * (0.5 + options.random()), LONGEST_WAIT_MS)
      const spentMs = options.clock.monotonicMs() - startedMs
      if (spentMs + wait > LONGEST_BUSY_MS) throw new Busy('the file stayed locked', { cause: error })
      await options.wait(wait)
    }
  }
}
