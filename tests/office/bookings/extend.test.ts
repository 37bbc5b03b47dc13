import { describe, expect, test } from 'vitest'
import { keepUp } from '#office/upkeep/keep-up'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { dice, printedSeed } from '#tests/support/seeded'
import { ahead, NOW, newId, reasonOf, TODAY } from '#tests/support/temporary-office'

const { araro, machineId, memberId, ask } = officeWithMachineAndMember()
const seed = printedSeed('extensions')
const HOUR = 3_600_000
const DAY = 24 * HOUR

type Booking = Awaited<ReturnType<typeof araro.approved>>
const extend = (booking: { id: string; version: number }, rest: object, by = araro.clerk) =>
  by.bookings.extend(on(booking, rest) as Parameters<typeof by.bookings.extend>[0])

/** Out since this morning, for so many days from today. */
async function out(days = 1, slot: object = {}): Promise<Booking> {
  const asked = await araro.booking({ memberId, machineId, period: ahead(0, days), ...slot }, araro.manager)
  const approved = await araro.manager.bookings.approve(on(asked, {}))
  if (!approved.ok) throw new Error(approved.refusal.reason)
  const handed = await araro.clerk.bookings.handOver(on(approved.booking, { atMs: araro.clock.nowMs() }))
  if (!handed.ok) throw new Error(handed.refusal.reason)
  return handed.booking
}
const noticesOf = async (by = araro.manager) =>
  (await by.notices.list({})).notices.map(notice => notice.kind).filter(kind => kind !== 'requested')

describe('a machine that is out', () => {
  test('has the later end at once, also by a clerk, and the managers get a notice', async () => {
    const booking = await out()
    const answer = await extend(booking, { period: ahead(0, 3), reason: 'The field is wet' })
    expect(answer).toMatchObject({
      ok: true,
      booking: { status: 'in-use', period: ahead(0, 3), reason: 'The field is wet' },
    })
    expect(await noticesOf()).toContain('extension')
    expect((await noticesOf(araro.admin)).filter(kind => kind === 'extension')).toHaveLength(1)
    expect(reasonOf(await ask({ period: ahead(2) }))).toBe('already-booked')
    const { history } = await araro.clerk.bookings.get({ bookingId: booking.id })
    expect(history[0]).toMatchObject({ action: 'bookings.extend', after: { period: ahead(0, 3) } })
  })

  test('cannot be extended over the next promise, which is named with the latest end that fits', async () => {
    const booking = await out()
    const next = await araro.approved({ memberId, machineId, period: ahead(4, 2) })
    const answer = await extend(booking, { period: ahead(0, 7) })
    expect(answer).toMatchObject({
      ok: false,
      refusal: { reason: 'already-booked', by: { bookingId: next.id, memberName: 'Ana Reyes' } },
      alternatives: [{ machineId, period: ahead(0, 4) }],
    })
    const check = await araro.clerk.bookings.checkExtension({ bookingId: booking.id, period: ahead(0, 7) })
    expect(check).toMatchObject({ free: false, alternatives: [{ period: ahead(0, 4) }] })
    expect(reasonOf(await extend(booking, { period: ahead(0, 4) }))).toBe('yes')
  })

  test('has nothing to offer if the next promise begins as it ends', async () => {
    const booking = await out()
    await araro.approved({ memberId, machineId, period: ahead(1) })
    expect(await extend(booking, { period: ahead(0, 3) })).toMatchObject({
      refusal: { reason: 'already-booked' },
      alternatives: [],
    })
  })

  test('that is overdue gets its new end in place of the time that was kept shut', async () => {
    const booking = await out()
    araro.clock.pass(DAY)
    await keepUp(araro.office)
    expect(araro.count('open_segments')).toBe(1)
    const early = await extend(booking, { period: ahead(0, 1) })
    expect(early).toMatchObject({ refusal: { reason: 'ends-no-later' } })
    const answer = await extend(booking, { period: ahead(0, 3) })
    expect(answer).toMatchObject({ ok: true, booking: { overdue: false, expectedBackMs: null } })
    expect(araro.count('open_segments')).toBe(0)
    expect(reasonOf(await ask({ period: ahead(3) }))).toBe('yes')
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
    araro.clock.pass(3 * DAY)
    expect(await keepUp(araro.office)).toBe(1)
  })

  test('keeps an expected return that is later than the new end, and forgets one that is not', async () => {
    const booking = await out()
    const back = NOW + 5 * DAY
    const expected = await araro.clerk.bookings.expect(on(booking, { backMs: back }))
    if (!expected.ok) throw new Error(expected.refusal.reason)
    const longer = await extend(expected.booking, { period: ahead(0, 2) })
    expect(longer).toMatchObject({ booking: { expectedBackMs: back } })
    if (!longer.ok) return
    expect(await extend(longer.booking, { period: ahead(0, 9) })).toMatchObject({
      booking: { expectedBackMs: null },
    })
  })
})

describe('a booking that is approved', () => {
  test('must be approved again after a clerk’s extension, and not after a manager’s', async () => {
    const booking = await araro.approved({ memberId, machineId, period: ahead(3) })
    expect(await araro.clerk.bookings.checkExtension({ bookingId: booking.id, period: ahead(3, 2) })).toEqual(
      { free: true, approvalAgain: true },
    )
    const byClerk = await extend(booking, { period: ahead(3, 2) })
    expect(byClerk).toMatchObject({ booking: { status: 'pending', period: ahead(3, 2) } })
    const other = await araro.approved({ memberId, machineId, period: ahead(9) })
    expect(await extend(other, { period: ahead(9, 2) }, araro.manager)).toMatchObject({
      booking: { status: 'approved' },
    })
  })

  test('keeps its start and its notice, and is no longer than the rules allow', async () => {
    const booking = await araro.approved({ memberId, machineId, period: ahead(1) })
    expect(reasonOf(await extend(booking, { period: ahead(2, 2) }))).toBe('keeps-its-start')
    expect(await extend(booking, { period: ahead(1, 40) })).toMatchObject({
      refusal: { reason: 'too-long', maxDays: 30 },
      alternatives: [{ period: ahead(1, 30) }],
    })
    const rules = { minNoticeDays: 5, maxDays: 30, horizonDays: 365, walkInRoles: [] }
    await araro.manager.settings.change({ commandId: newId(), version: 1, settings: { rules } })
    expect(reasonOf(await extend(booking, { period: ahead(1, 3) }))).toBe('yes')
  })

  test('that is over, waiting or cancelled cannot be extended', async () => {
    const booking = await araro.booking({ memberId, machineId, period: ahead(3) })
    expect(await extend(booking, { period: ahead(3, 2) })).toMatchObject({
      refusal: { reason: 'move-not-allowed', from: 'pending', to: 'extended' },
    })
  })
})

describe('a promise that is hit', () => {
  test('by a late machine is not extended before the machine is back', async () => {
    const late = await out()
    const hit = await araro.approved({ memberId, machineId, period: ahead(1) })
    araro.clock.pass(DAY)
    await keepUp(araro.office)
    const answer = await extend(hit, { period: ahead(1, 2) }, araro.manager)
    expect(answer).toMatchObject({
      refusal: { reason: 'overdue', by: { bookingId: late.id } },
      alternatives: [],
    })
    await araro.clerk.bookings.return(on(late, { atMs: araro.clock.nowMs() }))
    expect(reasonOf(await extend(hit, { period: ahead(1, 2) }, araro.manager))).toBe('yes')
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
    expect(araro.errors()).toEqual([])
  })

  test('or out, beside a late one on a shared machine, keeps what it has and gets no more', async () => {
    const shared = await araro.machine({ type: 'Dryer', capacity: 2, unitName: 'sack' })
    const slot = { machineId: shared.id, units: 1 }
    const late = await out(1, slot)
    const long = await out(3, slot)
    const hit = await araro.approved({ memberId, ...slot, period: ahead(1, 3) })
    araro.clock.pass(DAY)
    await keepUp(araro.office)
    expect(await extend(long, { period: ahead(0, 6) })).toMatchObject({
      refusal: { reason: 'over-capacity', by: [{ bookingId: hit.id }, { bookingId: late.id }] },
    })
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
    expect(araro.errors()).toEqual([])
  })
})

test('the buffer after a booking stays free after its new end', async () => {
  const buffered = await araro.machine({ type: 'Tractor', bufferAfterMs: DAY })
  const booking = await out(1, { machineId: buffered.id })
  await araro.approved({ memberId, machineId: buffered.id, period: ahead(5) })
  expect(await extend(booking, { period: ahead(0, 5) })).toMatchObject({
    ok: false,
    alternatives: [{ period: ahead(0, 4) }],
  })
})

test(`seed ${seed}: an extension is accepted exactly if the file has room for it, and the end that is offered is the latest`, async () => {
  const { number, pick, chance } = dice(seed)
  for (let round = 0; round < 4; round++) {
    const dryer = await araro.machine({
      type: 'Dryer',
      capacity: 1 + number(3),
      bufferAfterMs: pick([0, DAY]),
    })
    const bookings: Booking[] = []
    for (let tried = 0; tried < 14; tried++) {
      const slot = { machineId: dryer.id, period: ahead(number(16), 1 + number(4)), units: 1 + number(2) }
      const asked = await araro.manager.bookings.request({ commandId: newId(), memberId, ...slot })
      if (!asked.ok) continue
      const approved = await araro.manager.bookings.approve(on(asked.booking, {}))
      if (approved.ok && chance(2)) bookings.push(approved.booking)
    }
    for (const { id: bookingId, period } of bookings) {
      if (period.kind !== 'days') continue
      const ends = Array.from({ length: 12 }, (_, more) => more + 1)
      const longer = (days: number) => ({ ...period, to: plus(period.to, days) })
      const free: number[] = []
      for (const days of ends) {
        const check = await araro.manager.bookings.checkExtension({ bookingId, period: longer(days) })
        expect(check.free, `${TODAY} ${JSON.stringify(period)} + ${days}`).toBe(fileTakes(bookingId, days))
        if (check.free) free.push(days)
        else {
          const offered = free.length > 0 ? [{ period: longer(Math.max(...free)) }] : []
          expect(check.alternatives).toMatchObject(offered)
          expect(check.alternatives).toHaveLength(offered.length)
        }
      }
    }
  }
})

function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** Whether the guard takes a later end that another program writes. */
function fileTakes(bookingId: string, days: number): boolean {
  const { sqlite } = araro.file
  sqlite.exec('SAVEPOINT try')
  try {
    sqlite
      .prepare(
        `UPDATE bookings SET end_ms = end_ms + @ms, to_day = date(to_day, '+' || @days || ' days') WHERE id = @bookingId`,
      )
      .run({ bookingId, days, ms: days * DAY })
    return true
  } catch (error) {
    expect(String(error)).toContain('OVERBOOKED')
    return false
  } finally {
    sqlite.exec('ROLLBACK TO try; RELEASE try')
  }
}
