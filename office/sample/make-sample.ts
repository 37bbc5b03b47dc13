import { renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Logger } from 'pino'
import { permissionsOf } from '#booking/users/roles'
import { openOfficeFile } from '#db/opening/open-database'
import { readNotices, readUnread } from '#db/read/notices'
import { listUsers } from '#db/read/users'
import { markRead } from '#db/write/notices'
import { systemClock } from '../law/clock.ts'
import { calendarOf } from '../law/time-zone.ts'
import { createOffice, DEFAULT_TIME_ZONE, type Office } from '../office.ts'
import { SAMPLE_SIGN_IN } from './cooperative.ts'
import { fillBatches } from './fill-batches.ts'
import { foundCooperative } from './found-cooperative.ts'
import { holdMillingDay } from './hold-sessions.ts'
import { liveThrough } from './live-through.ts'
import { planBookings } from './plan.ts'
import { seeded, seededIds } from './seeded.ts'
import { waitInTurn } from './wait-in-turn.ts'

export { SAMPLE_SIGN_IN }

const SEED = 20261

type Options = { log: Logger; passwordCost?: number; nowMs?: number }

/**
 * Creates the sample cooperative: founded two months ago, with four months of bookings around today. Everything goes
 * through the same commands as a clerk's work, on a simulated clock, so that history, notices and changes are real.
 * The file gets its final name only when it is complete.
 */
export async function makeSample(path: string, options: Options): Promise<void> {
  const unfinished = join(dirname(path), 'sample-being-made.db')
  removeFile(unfinished)
  const nowMs = options.nowMs ?? systemClock.nowMs()
  const calendar = calendarOf(DEFAULT_TIME_ZONE)
  const clock = { simulatedMs: nowMs, nowMs: () => clock.simulatedMs, monotonicMs: () => clock.simulatedMs }
  const random = seeded(SEED)
  const file = openOfficeFile(unfinished, { copiesFolder: join(dirname(path), 'copies'), nowMs })
  // The file is not in use yet; it is synced as a whole when it is complete.
  file.sqlite.pragma('synchronous = OFF')
  const ids = seededIds(random, clock.nowMs)
  const { log, passwordCost } = options
  const office = createOffice({ file, clock, ids, log, ...(passwordCost && { passwordCost }) })
  try {
    const cooperative = await foundCooperative(office, clock, { calendar, nowMs, random })
    await liveThrough(office, clock, cooperative, { calendar, nowMs, random, planned: planBookings(random) })
    await waitInTurn(office, cooperative, { calendar, nowMs, random })
    await holdMillingDay(office, cooperative, { calendar, nowMs, random })
    await fillBatches(office, cooperative, { calendar, nowMs, random })
    await readOldNotices(office, nowMs)
    await office.stop()
    file.sqlite.pragma('synchronous = FULL')
    file.sqlite.close()
    renameSync(unfinished, path)
  } catch (error) {
    await office.stop()
    file.sqlite.close()
    // Half a sample would keep a small disk full.
    removeFile(unfinished)
    throw error
  }
}

/** So many notices are left unread for each person. */
const UNREAD = 3

/** Everybody has read all but the newest notices, as in an office that has been working for two months. */
async function readOldNotices(office: Office, nowMs: number): Promise<void> {
  await office.queue.write(tx => {
    for (const user of listUsers(tx)) {
      const permissions = permissionsOf(user.role)
      const newest = readNotices(tx, user.id, permissions, nowMs).filter(notice => !notice.read)
      const kept = new Set(newest.slice(0, UNREAD).map(notice => notice.id))
      const old = readUnread(tx, user.id, permissions, nowMs).filter(id => !kept.has(id))
      markRead(tx, user.id, old)
    }
  })
}

function removeFile(path: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true })
}
