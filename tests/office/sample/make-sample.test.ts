import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BOOKING_STATUSES } from '#booking/bookings/status'
import { permissionsOf } from '#booking/users/roles'
import { openOfficeFile } from '#db/opening/open-database'
import { readUnread } from '#db/read/notices'
import { listUsers } from '#db/read/users'
import { readRunningOffers } from '#db/read/waiting'
import { createOffice } from '#office/office'
import { SAMPLE_SIGN_IN } from '#office/sample/cooperative'
import { makeSample } from '#office/sample/make-sample'
import { toSettle } from '#office/settling/questions'
import { dayOf } from '#office/today/questions'
import { keepUp } from '#office/upkeep/keep-up'
import { whatIsWrong } from '#tests/support/occupancy-oracle'

const DAY_MS = 86_400_000

describe('the sample cooperative', () => {
  const folder = mkdtempSync(join(tmpdir(), 'araro-sample-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function makeAt(nowMs: number, name = `${nowMs}.db`): Promise<Database.Database> {
    const path = join(folder, name)
    await makeSample(path, { log: pino({ level: 'silent' }), passwordCost: 1024, nowMs })
    return new Database(path, { readonly: true })
  }

  // Early in the day, at midday, at the end of a year, on a leap day, just after midnight; early and late on a Sunday.
  const instants = [
    '2026-11-20T17:30:00Z',
    '2026-11-21T06:00:00Z',
    '2026-12-31T15:59:59Z',
    '2028-02-29T02:00:00Z',
    '2026-11-20T16:00:20Z',
    '2026-11-28T21:00:00Z',
    '2026-11-29T15:30:00Z',
  ]
  describe.each(instants)('made at %s', instant => {
    const nowMs = Date.parse(instant)
    let sqlite: Database.Database
    beforeAll(async () => {
      sqlite = await makeAt(nowMs)
    })
    afterAll(() => void sqlite.close())

    test('is consistent, has bookings at every status, and has no double-booking', () => {
      const count = (sql: string, ...params: unknown[]) =>
        sqlite
          .prepare(sql)
          .pluck()
          .get(...params) as number

      expect(whatIsWrong(sqlite)).toEqual([])
      expect(count('SELECT count(*) FROM machines')).toBe(12)
      expect(count('SELECT count(*) FROM machine_types')).toBe(7)
      expect(count('SELECT count(*) FROM members')).toBe(80)
      expect(count('SELECT count(DISTINCT barangay) FROM members')).toBe(6)
      expect(count('SELECT count(*) FROM members WHERE verified = 0')).toBeGreaterThan(2)
      expect(count('SELECT count(*) FROM members WHERE suspended = 1')).toBeGreaterThan(2)
      expect(sqlite.prepare('SELECT role FROM users ORDER BY role').pluck().all()).toEqual(
        SAMPLE_SIGN_IN.map(one => one.role).sort(),
      )
      const statuses = sqlite.prepare('SELECT DISTINCT status FROM bookings').pluck().all()
      expect(statuses.sort()).toEqual([...BOOKING_STATUSES].sort())
      expect(count('SELECT count(*) FROM commands WHERE ok = 0')).toBeGreaterThan(2)
      expect(count('SELECT max(end_ms) - min(start_ms) FROM bookings') / DAY_MS).toBeGreaterThan(110)
    })

    test('has a training day that is over, one that is coming up, and a full milling day for which two wait', () => {
      const sessions = sqlite.prepare(`
        SELECT s.title, s.capacity, sum(e.status = 'active') AS taken, sum(e.status = 'waiting') AS waiting,
          sum(e.came = 1) AS came, s.end_ms <= ? AS past
        FROM sessions s JOIN enrolments e ON e.session_id = s.id GROUP BY s.id ORDER BY s.start_ms`)
      expect(sessions.all(nowMs)).toMatchObject([
        { taken: 13, waiting: 0, came: 11, past: 1 },
        { taken: 9, waiting: 0, came: null, past: 0 },
        { title: 'Milling day', capacity: 6, taken: 6, waiting: 2, past: 0 },
      ])
    })

    test('has two machines that are overdue, one that broke down, and promises to settle that both of them hit', () => {
      const count = (sql: string) => sqlite.prepare<number[], number>(sql).pluck().get(nowMs)
      expect(count("SELECT count(*) FROM bookings WHERE status = 'in-use' AND end_ms <= ?")).toBe(2)
      expect(count("SELECT count(*) FROM open_blocks WHERE kind = 'booking' AND until_ms > ?")).toBe(2)
      const broken = "FROM maintenance WHERE open_ended = 1 AND status = 'planned' AND end_ms > ?"
      expect(count(`SELECT count(*) ${broken}`)).toBe(1)
      const toSettle = sqlite.prepare(
        `SELECT DISTINCT b.status, s.by_kind AS by FROM settling s JOIN bookings b ON b.id = s.booking_id
         WHERE b.end_ms > ? ORDER BY b.status`,
      )
      expect(toSettle.all(nowMs)).toEqual([
        { status: 'approved', by: 'booking' },
        { status: 'displaced', by: 'maintenance' },
      ])
    })

    test('has readings, measured work, two early and two late returns, and something that came back broken', () => {
      const count = (sql: string) => sqlite.prepare<number[], number>(sql).pluck().get()
      expect(count('SELECT count(*) FROM booking_facts WHERE meter_hours IS NOT NULL')).toBeGreaterThan(100)
      expect(count('SELECT count(*) FROM booking_facts WHERE work_quantity IS NOT NULL')).toBeGreaterThan(50)
      const byDays =
        "FROM booking_facts f JOIN bookings b ON b.id = f.booking_id WHERE f.kind = 'return' AND b.from_day IS NOT NULL"
      expect(count(`SELECT count(*) ${byDays} AND f.at_ms < b.end_ms - ${DAY_MS}`)).toBe(1)
      expect(count(`SELECT count(*) ${byDays} AND f.at_ms < b.end_ms AND f.note <> ''`)).toBe(2)
      expect(count(`SELECT count(*) ${byDays} AND f.at_ms > b.end_ms`)).toBe(2)
      for (const state of ['worn', 'broken'])
        expect(
          count(
            `SELECT count(*) FROM booking_facts, json_each(condition) WHERE kind = 'return' AND value ->> 'state' = '${state}'`,
          ),
        ).toBeGreaterThan(0)
    })

    test('has something on every part of the day’s list, and few notices that nobody has read', async () => {
      const copy = join(folder, `looked-at-${nowMs}.db`)
      copyFileSync(join(folder, `${nowMs}.db`), copy)
      const log = pino({ level: 'silent' })
      const file = openOfficeFile(copy, { copiesFolder: join(folder, 'copies'), nowMs })
      const clock = { nowMs: () => nowMs, monotonicMs: () => 0 }
      const office = createOffice({ file, clock, ids: { newId: () => randomUUID() }, log })
      const users = listUsers(file.db)
      for (const { id, name, role } of users) {
        const { counts, down, tomorrow } = dayOf(office, { id, name, role }, undefined)
        expect(counts).toMatchObject({ overdue: 2 })
        for (const part of ['goingOut', 'dueBack', 'freeNow'] as const)
          expect(counts[part]).toBeGreaterThan(0)
        expect([down.length, tomorrow?.goingOut.length]).not.toContain(0)
        expect(toSettle(office, { id, name, role }).items.map(item => item.why)).toContain('displaced')
        await keepUp(office)
        const unread = readUnread(file.db, id, permissionsOf(role), nowMs)
        expect(unread.length).toBeLessThanOrEqual(4)
        expect(unread.length).toBeGreaterThan(0)
      }
      expect(readRunningOffers(file.db)).toHaveLength(1)
      await office.stop()
      file.sqlite.close()
    })

    test('has at least three machines by days, one at a time and without buffers, that are free today and far ahead', () => {
      const free = sqlite
        .prepare(
          `SELECT count(*) FROM machines m
           WHERE booking_mode = 'days' AND capacity = 1 AND buffer_before_ms = 0 AND buffer_after_ms = 0
             AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.machine_id = m.id AND o.start_ms <= @nowMs AND o.end_ms > @nowMs)
             AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.machine_id = m.id AND o.end_ms > @nowMs + 150 * 86400000)`,
        )
        .pluck()
        .get({ nowMs })
      expect(free).toBeGreaterThanOrEqual(3)
    })
  })

  test('is identical when made twice at the same instant', async () => {
    const rows = 'SELECT id, machine_id, member_id, status, start_ms, version FROM bookings ORDER BY id'
    const nowMs = Date.parse(instants[0]!)
    const once = new Database(join(folder, `${nowMs}.db`), { readonly: true })
    const again = await makeAt(nowMs, 'again.db')
    expect(again.prepare(rows).all()).toEqual(once.prepare(rows).all())
    once.close()
    again.close()
  })
})
