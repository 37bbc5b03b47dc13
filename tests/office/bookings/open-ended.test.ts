import { describe, expect, test } from 'vitest'
import { keepUp } from '#office/upkeep/keep-up'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { booking as rawBooking, refusalOf } from '#tests/support/raw-rows'
import {
  ahead,
  NOW,
  newId,
  reasonOf,
  type TemporaryOffice,
  temporaryOffice,
} from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()
const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Midnight in Manila at the end of the day this many days from now. */
const endOf = (days: number) => Date.UTC(2026, 10, 19, 16) + days * DAY

/** Hands the machine over for today, as somebody who may enter walk-ins. */
async function outToday(
  office: TemporaryOffice = araro,
  to: { machineId: string; memberId: string } = { machineId, memberId },
) {
  const asked = await office.booking({ ...to, period: ahead(0) }, office.manager)
  const approved = await office.manager.bookings.approve(on(asked, {}))
  if (!approved.ok) throw new Error(approved.refusal.reason)
  const out = await office.clerk.bookings.handOver(on(approved.booking, { atMs: office.clock.nowMs() }))
  if (!out.ok) throw new Error(out.refusal.reason)
  return out.booking
}
const untilOf = (refId: string, office: TemporaryOffice = araro) =>
  office.file.sqlite.prepare('SELECT until_ms FROM open_blocks WHERE ref_id = ?').pluck().get(refId)

/** Another program tries to promise the machine for an hour. */
function bySql(startMs: number) {
  const { sqlite } = araro.file
  return refusalOf(() => {
    const row = rawBooking(newId(), {
      machine_id: machineId,
      member_id: memberId,
      start_ms: startMs,
      end_ms: startMs + HOUR,
    })
    const names = Object.keys(row)
    sqlite.exec('SAVEPOINT try')
    try {
      sqlite.prepare(`INSERT INTO bookings (${names}) VALUES (${names.map(name => `@${name}`)})`).run(row)
    } finally {
      sqlite.exec('ROLLBACK TO try; RELEASE try')
    }
  })
}

describe('a machine that is not back', () => {
  test('keeps its time shut in the file from the first upkeep on, day by day, until it is back', async () => {
    const out = await outToday()
    expect(await keepUp(araro.office)).toBe(0)
    araro.clock.pass(endOf(0) - NOW)
    expect(bySql(endOf(0) + HOUR)).toBe('')
    expect(await keepUp(araro.office)).toBe(1)
    expect(untilOf(out.id)).toBe(endOf(1))
    expect(bySql(endOf(0) + HOUR)).toBe('OVERBOOKED')
    expect(await keepUp(araro.office)).toBe(0)
    araro.clock.pass(3 * DAY)
    await keepUp(araro.office)
    expect(untilOf(out.id)).toBe(endOf(4))
    const { history } = await araro.clerk.bookings.get({ bookingId: out.id })
    const late = history.filter(row => row.action === 'upkeep.run')
    expect(late).toMatchObject([{ userName: 'system', after: { shutUntilMs: endOf(1) } }])
    const back = await araro.clerk.bookings.return(on(out, { atMs: araro.clock.nowMs() }))
    expect(reasonOf(back)).toBe('yes')
    expect(bySql(araro.clock.nowMs() + HOUR)).toBe('')
    expect(araro.count('open_blocks')).toBe(0)
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })

  test('is expected when somebody says so, at once and also before it is late, and nobody is promised it until then', async () => {
    const out = await outToday()
    const backMs = endOf(1) + 9 * HOUR
    const expected = await araro.clerk.bookings.expect(on(out, { backMs }))
    expect(expected).toMatchObject({ ok: true, booking: { expectedBackMs: backMs, status: 'in-use' } })
    expect(untilOf(out.id)).toBe(backMs)
    expect(bySql(backMs - HOUR)).toBe('OVERBOOKED')
    expect(bySql(backMs)).toBe('')
    const asked = { memberId, machineId, period: ahead(2), commandId: newId() }
    expect(await araro.clerk.bookings.request(asked)).toMatchObject({
      refusal: { reason: 'overdue', expectedBackMs: backMs, by: { bookingId: out.id } },
    })
    // Earlier after all.
    const sooner = on(expected.ok ? expected.booking : out, { backMs: NOW + HOUR })
    expect(reasonOf(await araro.clerk.bookings.expect(sooner))).toBe('yes')
    expect(bySql(backMs - HOUR)).toBe('')
    expect(reasonOf(await araro.clerk.bookings.request({ ...asked, commandId: newId() }))).toBe('yes')
  })

  test('cannot be expected in the past, in years, or if it is not out', async () => {
    const approved = await araro.approved({ memberId, machineId, period: ahead(5) })
    const expectBack = async (booking: typeof approved, backMs: number) =>
      reasonOf(await araro.clerk.bookings.expect(on(booking, { backMs })))
    expect(await expectBack(approved, NOW + DAY)).toBe('not-out')
    const out = await outToday()
    expect(await expectBack(out, NOW)).toBe('in-the-past')
    expect(await expectBack(out, NOW + 500 * DAY)).toBe('too-far-ahead')
  })

  test('handed over past its end on paper, keeps its time shut in the same command', async () => {
    const asked = await araro.booking({ memberId, machineId, period: ahead(0) }, araro.manager)
    const approved = await araro.manager.bookings.approve(on(asked, {}))
    araro.clock.pass(DAY)
    const booking = approved.ok ? approved.booking : asked
    expect(reasonOf(await araro.clerk.bookings.handOver(on(booking, { atMs: NOW + HOUR })))).toBe('yes')
    expect(untilOf(booking.id)).toBe(endOf(1))
  })

  test('hits the next promise: whoever entered it is told once, its history says so, and it cannot go out', async () => {
    const next = await araro.approved({ memberId, machineId, period: ahead(1) })
    const out = await outToday()
    araro.clock.pass(endOf(0) - NOW + HOUR)
    await keepUp(araro.office)
    araro.clock.pass(HOUR)
    await keepUp(araro.office)
    const notices = (await araro.clerk.notices.list({})).notices.filter(notice => notice.kind === 'hit')
    expect(notices).toMatchObject([{ byName: 'system', about: { id: next.id } }])
    const { history, booking } = await araro.clerk.bookings.get({ bookingId: next.id })
    expect(history.filter(row => row.after?.['hitBy'])).toMatchObject([
      { after: { hitBy: { memberName: 'Ana Reyes' } } },
    ])
    expect(booking).toMatchObject({ status: 'approved', version: next.version })
    const handOver = on(next, { atMs: araro.clock.nowMs() })
    expect(await araro.clerk.bookings.handOver(handOver)).toMatchObject({ refusal: { reason: 'overdue' } })
    // Its own time stays its own; what it leaves is filled.
    expect(bySql(araro.clock.nowMs() + HOUR)).toBe('OVERBOOKED')
    await araro.clerk.bookings.cancel(on(next, { reason: 'found another' }))
    expect(bySql(araro.clock.nowMs() + HOUR)).toBe('OVERBOOKED')
    expect(araro.count('settling')).toBe(0)
    await araro.clerk.bookings.return(on(out, { atMs: araro.clock.nowMs() }))
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })
})

test('a week of hours and one step of a week end alike', async () => {
  const states = await Promise.all(
    [1, 168].map(async hours => {
      const office = await temporaryOffice()
      const one = await office.machine()
      const mill = await office.machine({ type: 'Mill', capacity: 10 })
      const { id } = await office.member()
      for (const days of [1, 3, 8])
        await office.approved({ memberId: id, machineId: one.id, period: ahead(days) })
      await office.approved({ memberId: id, machineId: mill.id, period: ahead(2, 3), units: 8 })
      await outToday(office, { memberId: id, machineId: one.id })
      await outToday(office, { memberId: id, machineId: mill.id })
      const broken = {
        machineId: mill.id,
        kind: 'corrective' as const,
        expectedEndMs: NOW + 30 * HOUR,
        displace: [],
      }
      await office.clerk.maintenance.breakDown({ commandId: newId(), ...broken })
      for (let n = 0; n < 168 / hours; n++) {
        office.clock.pass(hours * HOUR)
        await keepUp(office.office)
      }
      expect(whatIsWrong(office.file.sqlite)).toEqual([])
      const all = (text: string) => office.file.sqlite.prepare(text).raw().all() as unknown[][]
      return {
        shut: all(
          'SELECT kind, from_ms, until_ms, units, whole FROM open_blocks ORDER BY kind, from_ms, units',
        ),
        gaps: all('SELECT kind, start_ms, end_ms, units FROM open_segments ORDER BY kind, start_ms, units'),
        hit: all(
          'SELECT b.start_ms, s.by_kind FROM settling s JOIN bookings b ON b.id = s.booking_id ORDER BY 1, 2',
        ),
        status: all('SELECT status, start_ms FROM bookings ORDER BY start_ms, status'),
        repairs: all('SELECT status, start_ms, end_ms FROM maintenance'),
        told: (await office.clerk.notices.list({})).notices.filter(notice => notice.kind === 'hit').length,
      }
    }),
  )
  expect(states[1]).toEqual(states[0])
  expect(states[0]?.hit.length).toBeGreaterThan(2)
  expect(states[0]?.status.map(([status]) => status)).not.toContain('completed')
})

test('a clock that was ahead and is set back gives the time back', async () => {
  const out = await outToday()
  araro.clock.pass(300 * DAY)
  await keepUp(araro.office)
  araro.clock.pass(-300 * DAY)
  expect(bySql(endOf(100))).toBe('OVERBOOKED')
  // Until the file is told, the rules refuse what it would refuse.
  const wanted = { memberId, machineId, period: ahead(100) }
  expect(reasonOf(await araro.clerk.bookings.request({ commandId: newId(), ...wanted }))).toBe('overdue')
  await keepUp(araro.office)
  expect(untilOf(out.id)).toBe(endOf(0))
  expect(reasonOf(await araro.clerk.bookings.request({ commandId: newId(), ...wanted }))).toBe('yes')
})
