import { describe, expect, test } from 'vitest'
import { keepUp } from '#office/upkeep/keep-up'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { ahead, NOW, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The machine goes out today and is expected back in three days, so that it hits the booking of the day after tomorrow. */
async function hitBooking() {
  const next = await araro.approved({ memberId, machineId, period: ahead(2) })
  const asked = await araro.booking({ memberId, machineId, period: ahead(0) }, araro.manager)
  const approved = await araro.manager.bookings.approve(on(asked, {}))
  const out = await araro.clerk.bookings.handOver(on(approved.ok ? approved.booking : asked, { atMs: NOW }))
  const booking = out.ok ? out.booking : asked
  const expected = await araro.clerk.bookings.expect(on(booking, { backMs: NOW + 3 * DAY }))
  return { next, out: expected.ok ? expected.booking : booking }
}
const list = (by = araro.clerk) => by.settle.list({})

describe('a promise that is hit', () => {
  test('is listed with what hits it, since when, and what is free instead; each way out takes it off the list', async () => {
    const other = await araro.machine()
    const { next, out } = await hitBooking()
    const { items, count } = await list()
    expect(count).toBe(1)
    expect(items).toMatchObject([
      {
        why: 'hit',
        booking: { id: next.id, status: 'approved' },
        by: { kind: 'booking', bookingId: out.id, memberPhone: '0917 111' },
        expectedEndMs: NOW + 3 * DAY,
        sinceMs: NOW,
        told: null,
      },
    ])
    const [item] = items
    expect(item?.alternatives.some(one => one.machineId === other.id)).toBe(true)
    expect(item?.alternatives.some(one => one.machineId === machineId)).toBe(true)
    for (const { machineId: at, period } of item?.alternatives ?? []) {
      const check = { machineId: at, period, exceptBookingId: next.id }
      expect(await araro.clerk.bookings.check(check)).toMatchObject({ free: true })
    }
    const elsewhere = item?.alternatives.find(one => one.machineId === other.id)
    const move = on(next, { machineId: elsewhere!.machineId, period: elsewhere!.period })
    expect(reasonOf(await araro.manager.bookings.move(move))).toBe('yes')
    expect(await list()).toEqual({ items: [], count: 0 })
  })

  test('is offered the promised days on another machine before other days on one that may not be back', async () => {
    const other = await araro.machine()
    const { next } = await hitBooking()
    const [item] = (await list()).items
    expect(item?.alternatives[0]).toMatchObject({ machineId: other.id, period: next.period })
    expect(item?.alternatives.slice(1).every(one => one.machineId === machineId)).toBe(true)
  })

  test('is off the list when the machine is back, and when the booking is cancelled', async () => {
    const { next, out } = await hitBooking()
    expect(await araro.clerk.settle.count({})).toEqual({ count: 1 })
    await araro.clerk.bookings.return(on(out, { atMs: NOW }))
    expect((await list()).items).toEqual([])
    const { settling } = await araro.clerk.bookings.get({ bookingId: next.id })
    expect(settling).toBeNull()
  })

  test('stays on it as told once its member waits, with the remark, until it is moved', async () => {
    const { next } = await hitBooking()
    const told = await araro.clerk.bookings.settle(on(next, { note: 'waits until Sunday' }))
    expect(told).toMatchObject({ ok: true, booking: { status: 'approved', version: next.version + 1 } })
    const [item] = (await list()).items
    expect(item?.told).toEqual({ note: 'waits until Sunday', byName: 'Clerk', atMs: NOW })
    // Who waits still has no machine: the link, Today and the list say the same number.
    expect(await araro.clerk.settle.count({})).toEqual({ count: 1 })
    expect((await araro.clerk.today.get({})).counts.settle).toBe(1)
    const { history, settling } = await araro.clerk.bookings.get({ bookingId: next.id })
    expect(history.find(row => row.action === 'bookings.settle')?.after).toEqual({
      told: 'waits until Sunday',
    })
    expect(settling).toMatchObject({ why: 'hit', told: { note: 'waits until Sunday' } })
    const moved = await araro.manager.bookings.move(
      on({ ...next, version: next.version + 1 }, { period: ahead(5) }),
    )
    expect(reasonOf(moved)).toBe('yes')
    expect(araro.count('settling')).toBe(0)
  })

  test('and whose day has come says beforehand that its machine cannot go out', async () => {
    const { next } = await hitBooking()
    expect((await araro.clerk.bookings.get({ bookingId: next.id })).cannotGoOut).toBeNull()
    araro.clock.pass(2 * DAY)
    await keepUp(araro.office)
    const { cannotGoOut } = await araro.clerk.bookings.get({ bookingId: next.id })
    expect(cannotGoOut).toMatchObject({ reason: 'overdue', expectedBackMs: NOW + 3 * DAY })
    expect(await araro.clerk.bookings.handOver(on(next, { atMs: NOW + 2 * DAY }))).toMatchObject({
      refusal: cannotGoOut!,
    })
  })
})

test('a displaced booking is listed with the repair, also when that is over, and without one if another program did it', async () => {
  const booking = await araro.approved({ memberId, machineId, period: ahead(0 + 1) })
  const expectedEndMs = NOW + 2 * DAY
  const broken = await araro.clerk.maintenance.breakDown({
    commandId: newId(),
    machineId,
    kind: 'corrective',
    note: 'axle',
    expectedEndMs,
    displace: [booking.id],
  })
  if (!broken.ok) throw new Error(broken.refusal.reason)
  const { maintenance } = broken
  const item = { why: 'displaced', by: { kind: 'maintenance', maintenanceId: maintenance.id, note: 'axle' } }
  expect((await list()).items).toMatchObject([{ ...item, expectedEndMs, booking: { status: 'displaced' } }])
  const { version } = broken.displaced[0]!
  expect(
    reasonOf(await araro.clerk.bookings.settle(on({ id: booking.id, version }, { note: 'waits' }))),
  ).toBe('yes')
  await araro.manager.maintenance.finish({ commandId: newId(), maintenanceId: maintenance.id, version: 1 })
  expect((await list()).items).toMatchObject([{ ...item, expectedEndMs: null, told: { note: 'waits' } }])
  // Its own time is free again, and offered first.
  expect((await list(araro.manager)).items[0]?.alternatives[0]).toMatchObject({
    machineId,
    period: booking.period,
  })

  const other = await araro.approved({ memberId, machineId, period: ahead(4) })
  araro.file.sqlite.prepare("UPDATE bookings SET status = 'displaced' WHERE id = ?").run(other.id)
  const raw = (await list()).items.find(one => one.booking.id === other.id)
  expect(raw).toMatchObject({ why: 'displaced', by: null, told: null })
  expect(reasonOf(await araro.clerk.bookings.settle(on(other, { note: 'waits, too' })))).toBe('yes')
  expect((await list()).items.map(one => one.told?.note)).toEqual(['waits', 'waits, too'])
})

test('what can be kept has nothing to settle', async () => {
  const booking = await araro.approved({ memberId, machineId, period: ahead(3) })
  expect(reasonOf(await araro.clerk.bookings.settle(on(booking, { note: 'waits' })))).toBe(
    'nothing-to-settle',
  )
})

test('a breakdown says beforehand whose time it would take, as far as it is expected to last', async () => {
  const first = await araro.approved({ memberId, machineId, period: ahead(1) })
  const second = await araro.approved({ memberId, machineId, period: ahead(3) })
  const reach = (expectedEndMs: number | null) => araro.clerk.maintenance.reach({ machineId, expectedEndMs })
  expect(await reach(null)).toEqual({ refusal: null, displaces: [] })
  expect((await reach(NOW + 2 * DAY)).displaces).toMatchObject([
    { bookingId: first.id, memberPhone: '0917 111' },
  ])
  expect((await reach(NOW + 9 * DAY)).displaces).toMatchObject([
    { bookingId: first.id },
    { bookingId: second.id },
  ])
  expect(await reach(NOW - 1)).toMatchObject({ refusal: { reason: 'in-the-past' } })
})
