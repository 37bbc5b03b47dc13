import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BOOKING_STATUSES } from '#booking/bookings/status'
import { SAMPLE_SIGN_IN } from '#office/sample/cooperative'
import { makeSample } from '#office/sample/make-sample'
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

  // Early in the day, at midday, at the end of a year, on a leap day, just after midnight.
  const instants = [
    '2026-11-20T17:30:00Z',
    '2026-11-21T06:00:00Z',
    '2026-12-31T15:59:59Z',
    '2028-02-29T02:00:00Z',
    '2026-11-20T16:00:20Z',
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
