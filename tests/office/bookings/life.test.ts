import { describe, expect, test } from 'vitest'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { ahead, NOW, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()
const DAY = 86_400_000

describe('approving', () => {
  test('checks again: refused for a member suspended meanwhile, a time that is over, or another booking on it', async () => {
    const open = (await araro.machine({ pendingBlocks: false })).id
    const one = await araro.booking({ memberId, machineId: open, period: ahead(3) })
    const other = await araro.booking({ memberId, machineId: open, period: ahead(3) })
    expect(reasonOf(await araro.manager.bookings.approve(on(one, {})))).toBe('yes')
    const no = await araro.manager.bookings.approve(on(other, {}))
    expect(no).toMatchObject({
      ok: false,
      refusal: { reason: 'already-booked', by: { bookingId: one.id } },
      current: { status: 'pending' },
    })

    const third = await araro.booking({ memberId, machineId, period: ahead(3) })
    const { member } = await araro.clerk.members.get({ memberId })
    const suspend = { commandId: newId(), memberId, version: member!.version, reason: 'unpaid' }
    await araro.clerk.members.suspend(suspend)
    expect(await araro.manager.bookings.approve(on(third, {}))).toMatchObject({
      refusal: { reason: 'member-suspended', why: 'unpaid' },
    })
    araro.clock.pass(30 * DAY)
    const { member: now } = await araro.clerk.members.get({ memberId })
    await araro.clerk.members.reinstate({ commandId: newId(), memberId, version: now!.version })
    expect(reasonOf(await araro.manager.bookings.approve(on(third, {})))).toBe('in-the-past')
  })

  test('notifies the user who requested; a request notifies the managers; nobody is notified of their own actions', async () => {
    const booking = await araro.booking({ memberId, machineId, period: ahead(3) })
    expect((await araro.manager.notices.list({})).notices).toMatchObject([
      { kind: 'requested', read: false, about: { entity: 'booking', id: booking.id } },
    ])
    await araro.manager.bookings.approve(on(booking, {}))
    const { notices, unread } = await araro.clerk.notices.list({})
    expect([notices[0]?.kind, notices[0]?.byName, unread]).toEqual(['approved', 'Manager', 1])
    await araro.clerk.notices.read({})
    expect((await araro.clerk.notices.list({})).unread).toBe(0)
    expect((await araro.manager.notices.list({})).notices).toHaveLength(1)
  })

  test('or rejecting happens once: the second decision is refused as changed-meanwhile and names who was first', async () => {
    const booking = await araro.booking({ memberId, machineId, period: ahead(3) })
    araro.clock.pass(60_000)
    await araro.manager.bookings.reject(on(booking, { reason: 'no fuel' }))
    expect(await araro.admin.bookings.approve(on(booking, {}))).toMatchObject({
      ok: false,
      refusal: { reason: 'changed-meanwhile', byName: 'Manager', atMs: NOW + 60_000 },
      current: { status: 'rejected', reason: 'no fuel', version: 2 },
    })
    const again = await araro.admin.bookings.approve({ ...on(booking, {}), version: 2 })
    expect(again).toMatchObject({ refusal: { reason: 'move-not-allowed', from: 'rejected', to: 'approved' } })
  })
})

describe('going out and coming back', () => {
  const statusOf = async () => (await araro.clerk.machines.list({})).find(one => one.id === machineId)?.status

  test('changes the machine’s computed status, which is not stored', async () => {
    const booking = await araro.approved({ memberId, machineId, period: ahead(1) })
    araro.clock.pass(DAY)
    expect(await statusOf()).toBe('available')
    const out = await araro.clerk.bookings.handOver(on(booking, { atMs: araro.clock.ms }))
    expect(out).toMatchObject({ ok: true, booking: { status: 'in-use', overdue: false } })
    expect(await statusOf()).toBe('rented')
    araro.clock.pass(3600_000)
    const back = await araro.clerk.bookings.return({ ...on(booking, {}), version: 3, atMs: araro.clock.ms })
    expect(back).toMatchObject({ ok: true, booking: { status: 'completed', returnedMs: araro.clock.ms } })
    expect(await statusOf()).toBe('available')
    const columns = araro.file.sqlite.prepare("SELECT name FROM pragma_table_info('machines')").pluck().all()
    expect(columns).not.toContain('status')
  })

  test('past its end, a booking is overdue and not completed, and the next hand-over waits for the return', async () => {
    const late = await araro.approved({ memberId, machineId, period: ahead(1) })
    const next = await araro.approved({ memberId, machineId, period: ahead(3) })
    araro.clock.pass(DAY)
    await araro.clerk.bookings.handOver(on(late, { atMs: araro.clock.ms }))
    araro.clock.pass(2 * DAY)
    expect((await araro.clerk.bookings.get({ bookingId: late.id })).booking).toMatchObject({
      status: 'in-use',
      overdue: true,
    })
    const refused = await araro.clerk.bookings.handOver(on(next, { atMs: araro.clock.ms }))
    expect(refused).toMatchObject({
      refusal: { reason: 'overdue', by: { bookingId: late.id, memberName: 'Ana Reyes' } },
    })
    // Not only until the day it was due: tomorrow, it is expected back at the end of that day.
    for (const _ of [1, 2, 3]) {
      araro.clock.pass(DAY)
      const today = { machineId, period: { kind: 'days' as const, from: dayNow(), to: dayNow() } }
      expect(await araro.manager.bookings.check(today)).toMatchObject({
        free: false,
        refusal: { reason: 'overdue' },
      })
    }
    await araro.clerk.bookings.return({ ...on(late, {}), version: 3, atMs: araro.clock.ms })
    const today = { machineId, period: { kind: 'days' as const, from: dayNow(), to: dayNow() } }
    expect((await araro.manager.bookings.check(today)).free).toBe(true)
  })

  test('early blocks the machine until the booked start', async () => {
    const booking = await araro.approved({ memberId, machineId, period: ahead(5) })
    const out = await araro.clerk.bookings.handOver(on(booking, { atMs: NOW }))
    expect(reasonOf(out)).toBe('yes')
    expect(await araro.clerk.bookings.check({ machineId, period: ahead(3) })).toMatchObject({ free: false })
  })

  test('early from a dryer of sixty sacks lists the maintenance and the loads that do not fit beside it', async () => {
    const dryer = await araro.machine({ type: 'Dryer', capacity: 60, unitName: 'sack' })
    const load = async (name: string, period: ReturnType<typeof ahead>) => {
      const member = await araro.member({ name })
      return araro.approved({ memberId: member.id, machineId: dryer.id, period, units: 30 })
    }
    const early = await load('Ana Cruz', ahead(9))
    await load('Fits beside', ahead(2))
    await load('Half', ahead(3, 2))
    await load('Other half', ahead(4))
    await araro.manager.maintenance.schedule({
      commandId: newId(),
      machineId: dryer.id,
      kind: 'preventive',
      period: ahead(5),
    })
    await araro.clerk.bookings.hold({ formId: newId(), machineId: dryer.id, period: ahead(7), units: 60 })
    const asked = (atMs: number) => araro.clerk.bookings.promisedBefore({ bookingId: early.id, atMs })
    expect(await asked(NOW)).toMatchObject({
      count: 3,
      // Two of them begin at the same instant.
      promised: expect.arrayContaining([
        expect.objectContaining({ kind: 'booking', memberName: 'Half', units: 30 }),
        expect.objectContaining({ kind: 'booking', memberName: 'Other half' }),
        expect.objectContaining({ kind: 'maintenance', maintenanceKind: 'preventive' }),
      ]),
    })
    expect(await asked(NOW + 5 * DAY)).toMatchObject({ count: 1 })
    expect(await asked(NOW + 6 * DAY)).toEqual({ count: 0, promised: [] })
    expect(await asked(early.startMs)).toEqual({ count: 0, promised: [] })
    // A time years ago is limited to the greatest length of a block.
    expect(await asked(0)).toMatchObject({ count: 3 })
    const nothing = { bookingId: newId(), atMs: NOW }
    expect(await araro.clerk.bookings.promisedBefore(nothing)).toEqual({ count: 0, promised: [] })
  })

  test('cannot be in the future, and a no-show cannot be before the booked start', async () => {
    const booking = await araro.approved({ memberId, machineId, period: ahead(1) })
    expect(reasonOf(await araro.clerk.bookings.handOver(on(booking, { atMs: NOW + DAY })))).toBe(
      'in-the-future',
    )
    expect(reasonOf(await araro.clerk.bookings.noShow(on(booking, {})))).toBe('not-started')
    araro.clock.pass(DAY)
    expect(reasonOf(await araro.clerk.bookings.noShow(on(booking, {})))).toBe('yes')
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })

  function dayNow() {
    return new Date(araro.clock.ms + 8 * 3_600_000).toISOString().slice(0, 10)
  }
})

test('a hand-over after the booking’s end is refused because the booking is over', async () => {
  const missed = await araro.approved({ memberId, machineId, period: ahead(1) })
  araro.clock.pass(3 * DAY)
  const answer = await araro.clerk.bookings.handOver(on(missed, { atMs: araro.clock.ms }))
  expect(answer).toMatchObject({ refusal: { reason: 'booking-over', endMs: missed.endMs } })
})
