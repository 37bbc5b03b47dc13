import { TooMany } from './errors.ts'

/** Long questions of one person that are under way at the same time, and how many more may wait. */
const AT_ONCE = 2
const MOST_WAITING = 8

/**
 * The turns of questions that take long. Between two of them everybody else is served, and a person who asks many waits
 * for their own (A11).
 */
export function createTurns() {
  const byUser = new Map<string, { underWay: number; waiting: (() => void)[] }>()

  return {
    /** @throws TooMany if too many of the person's questions wait already */
    async take<Answer>(userId: string, work: () => Promise<Answer> | Answer): Promise<Answer> {
      const line = byUser.get(userId) ?? { underWay: 0, waiting: [] }
      byUser.set(userId, line)
      if (line.waiting.length >= MOST_WAITING) {
        throw new TooMany('Too many long questions at once. Wait for their answers, then ask again.')
      }
      if (line.underWay >= AT_ONCE) await new Promise<void>(resolve => line.waiting.push(resolve))
      else line.underWay += 1
      try {
        await new Promise(resolve => setImmediate(resolve))
        return await work()
      } finally {
        const next = line.waiting.shift()
        // The next one takes the place of this one.
        if (next) next()
        else line.underWay -= 1
        if (line.underWay === 0) byUser.delete(userId)
      }
    },
  }
}
