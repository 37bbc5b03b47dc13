import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { DEFAULT_RULES } from '#booking/settings/rules'
import { openOfficeFile } from '#db/opening/open-database'
import { writing } from '#db/transaction'
import { insertSettings } from '#db/write/settings'
import { insertSignIn, insertUser } from '#db/write/users'
import type { Desk } from '#office/desk'
import { systemClock } from '#office/law/clock'
import type { Actor } from '#office/law/command'
import { calendarOf } from '#office/law/time-zone'
import { createOffice, DEFAULT_TIME_ZONE, type Office } from '#office/office'
import { seeded, seededIds } from '#office/sample/seeded'
import { hashToken } from '#office/users/sign-in'

/** Nine in the morning of 1 December 2026 in the office. It stands still: every run measures the same. */
export const NOW_MS = Date.UTC(2026, 11, 1, 1)
export const calendar = calendarOf(DEFAULT_TIME_ZONE)

export const MANAGER: Actor = { id: '00000000-0000-7000-8000-0000000000aa', name: 'Manager', role: 'manager' }
/** The manager's sign-in, as the calls carry it. */
export const AUTHORIZATION = `Bearer ${'manager-of-the-bench'.padEnd(43, '-')}`

export const log = pino({ level: 'silent' })
const clock = { nowMs: () => NOW_MS, monotonicMs: systemClock.monotonicMs }

/** Opens an office's file as the program does; a new one gets its settings and a manager. */
export function openBenchOffice(path: string): Office {
  const file = openOfficeFile(path, { copiesFolder: join(path, '..', 'copies'), nowMs: NOW_MS })
  const isNew = file.sqlite.prepare('SELECT count(*) FROM settings').pluck().get() === 0
  if (isNew) {
    writing(file, tx => {
      insertSettings(tx, {
        id: 1,
        officeName: 'Bench',
        timeZone: DEFAULT_TIME_ZONE,
        ...DEFAULT_RULES,
        walkInRoles: [...DEFAULT_RULES.walkInRoles],
      })
      insertUser(tx, { ...MANAGER, nameKey: 'manager', password: '' })
      const tokenHash = hashToken(AUTHORIZATION.slice('Bearer '.length))
      insertSignIn(tx, { tokenHash, userId: MANAGER.id, startedMs: NOW_MS })
    })
  }
  let made = 0
  const ids = seededIds(seeded(7), () => NOW_MS + made++)
  return createOffice({ file, clock, ids, log })
}

export async function closeBenchOffice(office: Office): Promise<void> {
  await office.stop()
  office.file.sqlite.close()
}

/** What the router asks of a desk, around an office that is never exchanged. */
export function deskOf(office: Office): Desk {
  const notHere = () => Promise.reject(new Error('the bench exchanges no office'))
  return {
    office,
    version: '0',
    database: office.file.path,
    sampleSignIn: [],
    onReopened: () => () => undefined,
    openSample: notHere,
    removeSample: notHere,
    resetPassword: notHere,
    close: () => closeBenchOffice(office).then(() => null),
  }
}

/** Works in a folder that is gone afterwards. ARARO_BENCH_FOLDER says where, to measure another disk. */
export async function inBenchFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(process.env['ARARO_BENCH_FOLDER'] ?? tmpdir(), 'araro-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
