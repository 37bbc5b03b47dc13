import { describe, expect, test } from 'vitest'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { fieldsOf } from '#tests/support/plain-machine'
import { ahead, NOW, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()
const HOUR = 3_600_000
const DAY = 24 * HOUR

const factsOf = async (bookingId: string) => (await araro.clerk.bookings.get({ bookingId })).facts
const now = () => araro.clock.nowMs()

/** A booking of the machine from this many days ahead, promised. */
const promised = (days: number, length = 1) =>
  araro.approved({ memberId, machineId, period: ahead(days, length) })

describe('a hand-over', () => {
  test('keeps what was read and said, with who entered it and when', async () => {
    const booking = await promised(1)
    araro.clock.pass(DAY)
    const out = await araro.clerk.bookings.handOver(
      on(booking, {
        atMs: now() - HOUR,
        reading: { meterHours: 1234.5, fuel: 40 },
        implements: ['Disc plough'],
        slip: ' S-0815 ',
        note: 'left lamp is out',
      }),
    )
    expect(out).toMatchObject({
      ok: true,
      booking: { status: 'in-use', version: 3, handedOverMs: now() - HOUR },
    })
    expect(await factsOf(booking.id)).toMatchObject([
      {
        kind: 'hand-over',
        atMs: now() - HOUR,
        meterHours: 1234.5,
        fuel: { amount: 40, in: 'litres' },
        implements: ['Disc plough'],
        slip: 'S-0815',
        note: 'left lamp is out',
        enteredBy: { name: 'Clerk' },
        enteredMs: now(),
        standing: true,
        corrects: null,
      },
    ])
    const { history } = await araro.clerk.bookings.get({ bookingId: booking.id })
    expect(history.find(row => row.action === 'bookings.handOver')).toMatchObject({
      before: { status: 'approved', handedOverMs: null },
      after: { status: 'in-use', meterHours: 1234.5, slip: 'S-0815', implements: ['Disc plough'] },
    })
  })

  test('needs nothing but its time', async () => {
    const booking = await promised(1)
    expect(reasonOf(await araro.clerk.bookings.handOver(on(booking, { atMs: NOW })))).toBe('yes')
    expect(await factsOf(booking.id)).toMatchObject([{ meterHours: null, fuel: null, slip: '', note: '' }])
  })

  test('reads the fuel as the machine’s type says', async () => {
    const type = await typeOf({ fuel: 'eighths' })
    const booking = await promised(1)
    const withFuel = (fuel: number) => on(booking, { atMs: NOW, reading: { fuel } })
    expect(await araro.clerk.bookings.handOver(withFuel(8.5))).toMatchObject({
      refusal: { reason: 'fuel-not-so', readIn: 'eighths' },
    })
    await typeOf({ fuel: 'none' }, type.version)
    expect(await araro.clerk.bookings.handOver(withFuel(3))).toMatchObject({
      refusal: { reason: 'fuel-not-so', readIn: 'none' },
    })
    await typeOf({ fuel: 'eighths' }, type.version + 1)
    expect(reasonOf(await araro.clerk.bookings.handOver(withFuel(3)))).toBe('yes')
    expect(await factsOf(booking.id)).toMatchObject([{ fuel: { amount: 3, in: 'eighths' } }])
  })

  test('of which nothing could be kept leaves the booking as it was', async () => {
    const first = await promised(1)
    await araro.clerk.bookings.handOver(on(first, { atMs: NOW, reading: { meterHours: 100 } }))
    const second = await promised(3)
    const attempt = on(second, { atMs: NOW, reading: { meterHours: 5 } })
    const refused = await araro.clerk.bookings.handOver(attempt)
    expect(refused).toMatchObject({ ok: false, current: { status: 'approved', version: 2 } })
    expect(await factsOf(second.id)).toEqual([])
  })
})

describe('the readings of a machine', () => {
  async function usedOnce() {
    const first = await promised(1)
    await araro.clerk.bookings.handOver(on(first, { atMs: NOW, reading: { meterHours: 100, fuel: 30 } }))
    araro.clock.pass(8 * HOUR)
    const back = await araro.clerk.bookings.return({
      ...on(first, { atMs: now(), reading: { meterHours: 106, fuel: 12 } }),
      version: 3,
    })
    expect(reasonOf(back)).toBe('yes')
    araro.clock.pass(1)
    return promised(2)
  }

  test('never go backward without a reason, which is kept', async () => {
    const next = await usedOnce()
    const handOver = (reading: object) => araro.clerk.bookings.handOver(on(next, { atMs: now(), reading }))
    expect(await handOver({ meterHours: 105.9 })).toMatchObject({
      refusal: { reason: 'goes-backward', what: 'meter', given: 105.9, known: 106, knownMs: now() - 1 },
    })
    expect(await handOver({ meterHours: 106, fuel: 11 })).toMatchObject({
      refusal: { reason: 'goes-backward', what: 'fuel', given: 11, known: 12, in: 'litres' },
    })
    const why = 'the meter was replaced'
    expect(reasonOf(await handOver({ meterHours: 0, reason: why }))).toBe('yes')
    expect(await factsOf(next.id)).toMatchObject([{ meterHours: 0, readingReason: why }])
    // From there it goes on.
    araro.clock.pass(3 * HOUR)
    const back = { ...on(next, { atMs: now(), reading: { meterHours: 2.5 } }), version: 3 }
    expect(reasonOf(await araro.clerk.bookings.return(back))).toBe('yes')
  })

  test('ask once about a jump beyond what the time allows', async () => {
    const next = await usedOnce()
    araro.clock.pass(2 * HOUR)
    const handOver = (confirmed?: boolean) =>
      araro.clerk.bookings.handOver(
        on(next, { atMs: now(), reading: { meterHours: 150, ...(confirmed && { confirmed }) } }),
      )
    expect(await handOver()).toMatchObject({
      refusal: { reason: 'jumps-ahead', given: 150, known: 106, hoursPassed: 2 },
    })
    expect(reasonOf(await handOver(true))).toBe('yes')
  })

  test('are shown before the next one is entered', async () => {
    expect(await araro.clerk.machines.lastSeen({ machineId })).toMatchObject({ meter: null, fuel: null })
    await usedOnce()
    expect(await araro.clerk.machines.lastSeen({ machineId })).toMatchObject({
      meter: { hours: 106, atMs: now() - 1 },
      fuel: { fuel: { amount: 12, in: 'litres' }, atMs: now() - 1 },
    })
  })

  test('entered by a clock that was ahead refuse nothing', async () => {
    const first = await promised(1)
    araro.clock.pass(30 * DAY)
    const odd = await araro.approved({
      memberId,
      machineId: (await araro.machine()).id,
      period: { kind: 'days', from: '2026-12-25', to: '2026-12-25' },
    })
    expect(odd.status).toBe('approved')
    araro.clock.pass(-30 * DAY)
    expect(
      reasonOf(await araro.clerk.bookings.handOver(on(first, { atMs: NOW, reading: { meterHours: 9 } }))),
    ).toBe('yes')
    // The return is entered a month ahead by a foreign program.
    araro.file.sqlite
      .prepare(
        `INSERT INTO booking_facts (id, booking_id, kind, machine_id, at_ms, meter_hours)
         VALUES ('ahead', ?, 'return', ?, ?, 5)`,
      )
      .run(first.id, machineId, NOW + 30 * DAY)
    const next = await promised(3)
    const out = await araro.clerk.bookings.handOver(on(next, { atMs: NOW, reading: { meterHours: 9 } }))
    expect(reasonOf(out)).toBe('yes')
  })
})

describe('measured work', () => {
  async function returned(rate: { centavos: number; per: 'hectare' | 'day' } | null, work?: object) {
    const machine = await araro.machine({ rate })
    const booking = await araro.approved({ memberId, machineId: machine.id, period: ahead(1, 2) })
    await araro.clerk.bookings.handOver(on(booking, { atMs: NOW }))
    const back = { ...on(booking, { atMs: NOW, ...(work && { work: work as never }) }), version: 3 }
    expect(reasonOf(await araro.clerk.bookings.return(back))).toBe('yes')
    return { machine, ...(await araro.clerk.bookings.get({ bookingId: booking.id })) }
  }

  test('gives the booking its price, at the rate that was promised, whatever the rate becomes', async () => {
    const rate = { centavos: 650_000, per: 'hectare' as const }
    const { machine, booking, price } = await returned(rate, { quantity: 1.2345, per: 'hectare' })
    const measured = { kind: 'measured', centavos: 802_425, quantity: 1.2345, rate }
    expect(price).toEqual(measured)
    const dearer = { rate: { centavos: 900_000, per: 'hectare' as const } }
    const { id, version } = machine
    const changed = { commandId: newId(), machineId: id, version, ...fieldsOf(machine), ...dearer }
    await araro.manager.machines.change(changed)
    const again = await araro.clerk.bookings.get({ bookingId: booking!.id })
    expect(again.price).toEqual(measured)
    expect(again.facts.at(-1)).toMatchObject({ work: { quantity: 1.2345, per: 'hectare' }, price: measured })
  })

  test('by another unit than the rate’s is kept, and the price stays the quote', async () => {
    const byDay = { centavos: 350_000, per: 'day' as const }
    const { price, facts } = await returned(byDay, { quantity: 3, per: 'hectare' })
    expect(price).toMatchObject({ kind: 'total', centavos: 700_000, quantity: 2 })
    expect(facts.at(-1)).toMatchObject({ work: { quantity: 3, per: 'hectare' }, price: null })
  })

  test('that nobody measured leaves the price as it was', async () => {
    expect((await returned({ centavos: 650_000, per: 'hectare' })).price).toMatchObject({
      kind: 'measured-later',
    })
    expect((await returned(null)).price).toBeNull()
  })
})

/** Changes what is read at the machines of the machine's type. */
async function typeOf(change: { fuel: 'none' | 'eighths' }, version = 1) {
  const [type] = await araro.clerk.machines.types({})
  const answer = await araro.manager.machines.changeType({
    commandId: newId(),
    typeId: type!.id,
    version,
    name: type!.name,
    minNoticeDays: null,
    maxDays: null,
    horizonDays: null,
    ...change,
  })
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return answer.type
}
