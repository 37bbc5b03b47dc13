import { describe, expect, test } from 'vitest'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { ahead, NOW, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()
const HOUR = 3_600_000
const DAY = 24 * HOUR

async function out(period: Parameters<typeof araro.approved>[0]['period'], machine = machineId) {
  const booking = await araro.approved({ memberId, machineId: machine, period })
  await araro.clerk.bookings.handOver(on(booking, { atMs: NOW }))
  return { ...booking, version: booking.version + 1 }
}

describe('a machine that comes back before its time', () => {
  test('is free at once for the rest, and says who is next with their phone, and from when they can have it', async () => {
    const booking = await out(ahead(1, 5))
    const other = await araro.member({ name: 'Ben Cruz', phone: '0918 222' })
    const next = await araro.approved({ memberId: other.id, machineId, period: ahead(7, 2) })
    araro.clock.pass(2 * DAY)
    const back = await araro.clerk.bookings.return(on(booking, { atMs: NOW + 2 * DAY }))
    expect(back).toMatchObject({
      ok: true,
      next: {
        next: { id: next.id, memberName: 'Ben Cruz', memberPhone: '0918 222' },
        // A clerk's booking needs a day's notice, and the approval would have to be given again.
        forward: ahead(3, 2),
        again: true,
      },
    })
    expect(await araro.clerk.bookings.check({ machineId, period: ahead(3, 3) })).toMatchObject({ free: true })
    // A manager may begin today.
    const asManager = await araro.manager.bookings.nextAfter({ bookingId: booking.id })
    expect(asManager).toMatchObject({ forward: ahead(2, 2), again: false })
    const moved = await araro.manager.bookings.move(on(next, { period: asManager.forward! }))
    expect(moved).toMatchObject({ ok: true, booking: { status: 'approved', period: ahead(2, 2) } })
  })

  test('offers no time that meets another promise, and none that is not earlier', async () => {
    const booking = await out(ahead(1, 3))
    const blocked = await araro.approved({ memberId, machineId, period: ahead(5) })
    await araro.manager.maintenance
      .schedule({
        commandId: crypto.randomUUID(),
        machineId,
        period: ahead(1, 4),
        kind: 'preventive',
      })
      .then(refused => expect(refused.ok).toBe(false))
    await araro.clerk.bookings.return(on(booking, { atMs: NOW }))
    const period = ahead(0, 4)
    await araro.manager.maintenance.schedule({
      commandId: crypto.randomUUID(),
      machineId,
      period,
      kind: 'preventive',
    })
    expect(await araro.manager.bookings.nextAfter({ bookingId: booking.id })).toMatchObject({
      next: { id: blocked.id },
      forward: ahead(4),
    })
    await araro.manager.bookings.move(on(blocked, { period: ahead(4) }))
    expect(await araro.manager.bookings.nextAfter({ bookingId: booking.id })).toMatchObject({
      next: { id: blocked.id },
      forward: null,
    })
  })

  test('by the hour, offers the next quarter of an hour by day, for as long', async () => {
    const mill = await araro.machine({ bookingMode: 'time' })
    const hours = (from: number, to: number) => ({
      kind: 'time' as const,
      startMs: NOW + from * HOUR,
      endMs: NOW + to * HOUR,
    })
    const now = { memberId, machineId: mill.id, period: hours(0.25, 3) }
    const asked = await araro.booking(now, araro.manager)
    await araro.manager.bookings.approve(on(asked, {}))
    await araro.clerk.bookings.handOver({ ...on(asked, { atMs: NOW }), version: 2 })
    const later = await araro.booking({ memberId, machineId: mill.id, period: hours(5, 6.5) }, araro.manager)
    araro.clock.pass(HOUR + 60_000)
    const back = await araro.manager.bookings.return({
      ...on(asked, { atMs: NOW + HOUR }),
      version: 3,
    })
    expect(back).toMatchObject({
      next: { next: { id: later.id, status: 'pending' }, forward: hours(1.25, 2.75), again: false },
    })
  })
})

describe('nobody is named', () => {
  test('where nobody is next, and in the answer to a return in time', async () => {
    const booking = await out(ahead(1))
    expect(await araro.clerk.bookings.nextAfter({ bookingId: booking.id })).toEqual({
      next: null,
      forward: null,
      again: false,
    })
    await araro.approved({ memberId, machineId, period: ahead(3) })
    araro.clock.pass(3 * DAY)
    const back = await araro.clerk.bookings.return(on(booking, { atMs: NOW + 3 * DAY }))
    expect(reasonOf(back)).toBe('yes')
    expect(back).not.toHaveProperty('next')
  })

  test('who cancelled, or whose time is over', async () => {
    const booking = await out(ahead(1, 2))
    const gone = await araro.approved({ memberId, machineId, period: ahead(4) })
    await araro.clerk.bookings.cancel(on(gone, { reason: 'rain' }))
    const next = await araro.approved({ memberId, machineId, period: ahead(6) })
    const { next: named } = await araro.clerk.bookings.nextAfter({ bookingId: booking.id })
    expect(named?.id).toBe(next.id)
  })
})
