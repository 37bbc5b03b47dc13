import { describe, expect, test } from 'vitest'
import type { CallArgs } from '#calls/contract'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { fieldsOf } from '#tests/support/plain-machine'
import { ahead, NOW, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()
const HOUR = 3_600_000

type Back = Partial<CallArgs['bookings']['return']>
type Out = Partial<CallArgs['bookings']['handOver']>

/** A booking of the machine that went out now and came back ten hours later. */
async function used(out: Out = {}, back: Back = {}, machine: string = machineId) {
  const booking = await araro.approved({ memberId, machineId: machine, period: ahead(1, 2) })
  await araro.clerk.bookings.handOver(on(booking, { atMs: NOW, ...out }))
  araro.clock.pass(10 * HOUR)
  const answer = await araro.clerk.bookings.return({
    ...on(booking, { atMs: NOW + 10 * HOUR, ...back }),
    version: booking.version + 1,
  })
  if (!answer.ok) throw new Error(answer.refusal.reason)
  araro.clock.pass(HOUR)
  return answer.booking
}
const inFull = (bookingId: string) => araro.clerk.bookings.get({ bookingId })

describe('a correction', () => {
  test('adds another fact, which holds; the one that it corrects stays on record', async () => {
    const booking = await used({ reading: { meterHours: 100 }, slip: 'S-1', note: 'with the plough' })
    const answer = await araro.manager.bookings.correctHandOver(
      on(booking, { reason: 'read the wrong dial', reading: { meterHours: 90.5 }, atMs: NOW - HOUR }),
    )
    expect(answer).toMatchObject({
      ok: true,
      booking: {
        version: booking.version + 1,
        status: 'completed',
        handedOverMs: NOW - HOUR,
        corrected: true,
      },
    })
    const { facts } = await inFull(booking.id)
    expect(facts.map(({ kind, meterHours, standing }) => [kind, meterHours, standing])).toEqual([
      ['hand-over', 100, false],
      ['return', null, true],
      ['hand-over', 90.5, true],
    ])
    expect(facts[2]).toMatchObject({
      corrects: facts[0]!.id,
      reason: 'read the wrong dial',
      enteredBy: { name: 'Manager' },
      // What the correction did not name.
      slip: 'S-1',
      note: 'with the plough',
    })
  })

  test('stands in the history with what was there before', async () => {
    const booking = await used({ reading: { meterHours: 100 }, slip: 'S-1' })
    await araro.clerk.bookings.correctHandOver(
      on(booking, { reason: 'typed twice', reading: { meterHours: null }, slip: 'S-2' }),
    )
    const { history } = await inFull(booking.id)
    expect(history.find(row => row.action === 'bookings.correctHandOver')).toMatchObject({
      before: { meterHours: 100, slip: 'S-1' },
      after: { meterHours: null, slip: 'S-2', reason: 'typed twice' },
    })
  })

  test('marks the booking in lists, and no other one', async () => {
    const booking = await used()
    await araro.clerk.bookings.correctReturn(on(booking, { reason: 'x', note: 'washed' }))
    await araro.booking({ memberId, machineId, period: ahead(9) })
    const { bookings } = await araro.clerk.bookings.list({ order: 'oldest' })
    expect(bookings.map(one => one.corrected)).toEqual([true, undefined])
  })

  test('can be corrected itself, and two of the same version are told apart', async () => {
    const booking = await used()
    const first = await araro.clerk.bookings.correctReturn(on(booking, { reason: 'one', note: 'a' }))
    const late = await araro.manager.bookings.correctReturn(on(booking, { reason: 'two', note: 'b' }))
    expect(late).toMatchObject({ refusal: { reason: 'changed-meanwhile' } })
    const current = first.ok ? first.booking : booking
    expect(
      reasonOf(await araro.manager.bookings.correctReturn(on(current, { reason: 'two', note: 'b' }))),
    ).toBe('yes')
    const { facts } = await inFull(booking.id)
    expect(facts.filter(fact => fact.standing).map(fact => fact.note)).toEqual(['', 'b'])
  })

  test('needs a reason, and something that was recorded', async () => {
    const booking = await araro.approved({ memberId, machineId, period: ahead(1) })
    await expect(araro.clerk.bookings.correctReturn(on(booking, { reason: ' ' }))).rejects.toThrow('reason')
    expect(await araro.clerk.bookings.correctHandOver(on(booking, { reason: 'x' }))).toMatchObject({
      refusal: { reason: 'not-recorded', what: 'hand-over' },
    })
    await araro.clerk.bookings.handOver(on(booking, { atMs: NOW }))
    const out = { ...on(booking, { reason: 'x' }), version: booking.version + 1 }
    expect(await araro.clerk.bookings.correctReturn(out)).toMatchObject({
      refusal: { reason: 'not-recorded', what: 'return' },
    })
  })
})

describe('a corrected time', () => {
  test('is not in the future, and the machine does not come back before it went', async () => {
    const booking = await used()
    const handOver = (atMs: number) =>
      araro.clerk.bookings.correctHandOver(on(booking, { reason: 'x', atMs }))
    const back = (atMs: number) => araro.clerk.bookings.correctReturn(on(booking, { reason: 'x', atMs }))
    expect(await handOver(NOW + 10 * HOUR + 1)).toMatchObject({ refusal: { reason: 'after-return' } })
    expect(await handOver(NOW - 48 * HOUR)).toMatchObject({ refusal: { reason: 'before-request' } })
    expect(await back(NOW - 1)).toMatchObject({ refusal: { reason: 'before-hand-over' } })
    expect(await back(NOW + 40 * HOUR)).toMatchObject({ refusal: { reason: 'in-the-future' } })
    expect(reasonOf(await back(NOW))).toBe('yes')
  })
})

describe('a corrected reading', () => {
  test('fits between the readings before and after it', async () => {
    const first = await used({ reading: { meterHours: 100 } }, { reading: { meterHours: 108 } })
    await used({ reading: { meterHours: 110 }, atMs: NOW + 11 * HOUR }, { atMs: NOW + 12 * HOUR })
    const { booking: now } = await inFull(first.id)
    const correct = (meterHours: number, more = {}) =>
      araro.clerk.bookings.correctReturn(on(now!, { reason: 'x', reading: { meterHours, ...more } }))
    expect(await correct(99)).toMatchObject({ refusal: { reason: 'goes-backward', known: 100 } })
    expect(await correct(110.1)).toMatchObject({ refusal: { reason: 'goes-backward', known: 110 } })
    expect(reasonOf(await correct(109))).toBe('yes')
  })

  test('that is not touched is not asked about again', async () => {
    const odd = { meterHours: 500, reason: 'a new meter' }
    await used({ reading: { meterHours: 900 } })
    const booking = await used({ reading: odd, atMs: NOW + 11 * HOUR }, { atMs: NOW + 12 * HOUR })
    const answer = await araro.clerk.bookings.correctHandOver(on(booking, { reason: 'x', slip: 'S-9' }))
    expect(reasonOf(answer)).toBe('yes')
  })
})

describe('corrected work', () => {
  test('has the price of the rate that was agreed then, and can be taken away', async () => {
    const rate = { centavos: 650_000, per: 'hectare' as const }
    const machine = await araro.machine({ rate })
    const booking = await used({}, { work: { quantity: 2, per: 'hectare' } }, machine.id)
    const dearer = { rate: { centavos: 900_000, per: 'hectare' as const } }
    const { id, version } = machine
    const changed = { commandId: newId(), machineId: id, version, ...fieldsOf(machine), ...dearer }
    await araro.manager.machines.change(changed)
    const correct = async (work: { quantity: number; per: 'hectare' } | null) => {
      const { booking: now } = await inFull(booking.id)
      await araro.clerk.bookings.correctReturn(on(now!, { reason: 'measured again', work }))
      return (await inFull(booking.id)).price
    }
    expect(await correct({ quantity: 1.5, per: 'hectare' })).toMatchObject({
      kind: 'measured',
      centavos: 975_000,
      rate,
    })
    expect(await correct(null)).toMatchObject({ kind: 'measured-later' })
  })
})
