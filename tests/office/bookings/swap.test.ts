import { describe, expect, test } from 'vitest'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { ahead, NOW, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()
const DAY = 86_400_000

describe('another machine at the hand-over', () => {
  test('goes out in one step, and the one that was promised is free again', async () => {
    const other = await araro.machine({ bufferAfterMs: DAY })
    const booking = await araro.approved({ memberId, machineId, period: ahead(1, 3) })
    const out = await araro.clerk.bookings.handOver(on(booking, { atMs: NOW, machineId: other.id }))
    expect(out).toMatchObject({ ok: true, booking: { status: 'in-use', machineId: other.id } })
    expect(await araro.clerk.bookings.check({ machineId, period: ahead(1, 3) })).toMatchObject({ free: true })
    expect(await araro.clerk.bookings.check({ machineId: other.id, period: ahead(3) })).toMatchObject({
      free: false,
    })
    // It has that machine's day of cleaning.
    expect(await araro.clerk.bookings.check({ machineId: other.id, period: ahead(4) })).toMatchObject({
      free: false,
    })
    const { history, facts } = await araro.clerk.bookings.get({ bookingId: booking.id })
    expect(facts).toMatchObject([{ kind: 'hand-over', standing: true }])
    expect(history.find(row => row.action === 'bookings.handOver')).toMatchObject({
      before: { machineName: booking.machineName, status: 'approved' },
      after: { machineName: other.name, status: 'in-use' },
    })
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })

  test('takes nobody else’s promise, not even one for the last day', async () => {
    const other = await araro.machine()
    const theirs = await araro.approved({ memberId, machineId: other.id, period: ahead(3) })
    const booking = await araro.approved({ memberId, machineId, period: ahead(1, 3) })
    const refused = await araro.clerk.bookings.handOver(on(booking, { atMs: NOW, machineId: other.id }))
    expect(refused).toMatchObject({
      refusal: { reason: 'already-booked', by: { bookingId: theirs.id } },
      current: { status: 'approved', machineId },
    })
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })

  test('is not out with somebody, under repair, retired or booked in another way', async () => {
    const out = await araro.machine()
    const late = await araro.approved({ memberId, machineId: out.id, period: ahead(1) })
    await araro.clerk.bookings.handOver(on(late, { atMs: NOW }))
    const broken = await araro.machine()
    await araro.manager.maintenance.schedule({
      commandId: crypto.randomUUID(),
      machineId: broken.id,
      period: ahead(5),
      kind: 'corrective',
    })
    const gone = await araro.machine()
    await araro.manager.machines.retire({ commandId: crypto.randomUUID(), machineId: gone.id, version: 1 })
    const byHour = await araro.machine({ bookingMode: 'time' })
    const booking = await araro.approved({ memberId, machineId, period: ahead(4, 3) })
    const swapTo = async (id: string) =>
      reasonOf(await araro.clerk.bookings.handOver(on(booking, { atMs: NOW, machineId: id })))
    expect([
      await swapTo(out.id),
      await swapTo(broken.id),
      await swapTo(gone.id),
      await swapTo(byHour.id),
    ]).toEqual(['already-booked', 'in-maintenance', 'machine-out-of-service', 'wrong-period'])
    expect(await swapTo(crypto.randomUUID())).toBe('not-found')
    expect(await swapTo(machineId)).toBe('yes')
  })
})

describe('another member at the hand-over', () => {
  test('has the booking from then on, with the approval and without the field of the other', async () => {
    const field = {
      ...{ commandId: crypto.randomUUID(), memberId, name: 'Behind the chapel' },
      ...{ barangay: 'Malinao', sitio: '', hectares: 1.5 },
    }
    expect(reasonOf(await araro.clerk.fields.add(field))).toBe('yes')
    const other = await araro.member({ name: 'Ben Cruz' })
    const asked = await araro.approved({ memberId, machineId, period: ahead(1), fieldId: field.commandId })
    const out = await araro.clerk.bookings.handOver(on(asked, { atMs: NOW, memberId: other.id }))
    expect(out).toMatchObject({
      ok: true,
      booking: { status: 'in-use', memberId: other.id, memberName: 'Ben Cruz', fieldId: null },
    })
    const { history } = await araro.clerk.bookings.get({ bookingId: asked.id })
    expect(history.find(row => row.action === 'bookings.handOver')).toMatchObject({
      before: { memberName: 'Ana Reyes' },
      after: { memberName: 'Ben Cruz' },
    })
    const { notices } = await araro.manager.notices.list({})
    expect(notices.find(notice => notice.kind === 'corrected')).toMatchObject({
      about: { id: asked.id },
    })
  })

  test('may be nobody who may not book, and the machine stays in the yard', async () => {
    const unverified = await araro.member({ name: 'Cora Diaz', verified: false })
    const booking = await araro.approved({ memberId, machineId, period: ahead(1) })
    const handTo = (id: string) => araro.clerk.bookings.handOver(on(booking, { atMs: NOW, memberId: id }))
    expect(await handTo(unverified.id)).toMatchObject({
      refusal: { reason: 'member-not-verified', memberId: unverified.id },
      current: { status: 'approved', memberId },
    })
    expect(reasonOf(await handTo(crypto.randomUUID()))).toBe('not-found')
    expect(reasonOf(await handTo(memberId))).toBe('yes')
  })

  test('takes another machine in the same step', async () => {
    const other = await araro.machine()
    const ben = await araro.member({ name: 'Ben Cruz' })
    const booking = await araro.approved({ memberId, machineId, period: ahead(1) })
    const out = on(booking, { atMs: NOW, memberId: ben.id, machineId: other.id })
    expect(await araro.clerk.bookings.handOver(out)).toMatchObject({
      booking: { memberId: ben.id, machineId: other.id },
    })
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })
})

describe('another number of units at the hand-over', () => {
  test('is taken while there is room beside the others, and refused beyond it', async () => {
    const dryer = await araro.machine({ type: 'Dryer', capacity: 60, unitName: 'sack' })
    const period = ahead(1)
    const booking = await araro.approved({ memberId, machineId: dryer.id, period, units: 20 })
    await araro.approved({ memberId, machineId: dryer.id, period, units: 30 })
    const load = (units: number) => araro.clerk.bookings.handOver(on(booking, { atMs: NOW, units }))
    expect(await load(31)).toMatchObject({ refusal: { reason: 'over-capacity', free: 30, units: 31 } })
    expect(await load(30)).toMatchObject({ ok: true, booking: { units: 30, status: 'in-use' } })
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })

  test('does not hand over what was never approved', async () => {
    const dryer = await araro.machine({ type: 'Dryer', capacity: 60, unitName: 'sack' })
    const booking = await araro.booking({ memberId, machineId: dryer.id, period: ahead(1), units: 20 })
    const refused = await araro.clerk.bookings.handOver(on(booking, { atMs: NOW, units: 10 }))
    expect(refused).toMatchObject({ refusal: { reason: 'move-not-allowed' }, current: { units: 20 } })
  })
})
