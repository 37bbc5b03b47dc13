import { describe, expect, test } from 'vitest'
import type { CallArgs } from '#calls/contract'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { fieldsOf } from '#tests/support/plain-machine'
import { dice, printedSeed } from '#tests/support/seeded'
import { ahead, NOW, newId, reasonOf, TODAY } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()

type Rate = Omit<CallArgs['rates']['set'], 'commandId' | 'machineId' | 'typeId'>
const PER_DAY = { per: 'day', centavos: 100_000, validFrom: TODAY } as const

async function set(rate: Partial<Rate> = {}, of: { machineId?: string; typeId?: string } = { machineId }) {
  const answer = await araro.manager.rates.set({ commandId: newId(), ...of, ...PER_DAY, ...rate })
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return answer.rate
}
const typeId = async () => (await araro.clerk.machines.list({})).find(one => one.id === machineId)!.typeId
const quote = (more: Partial<CallArgs['rates']['quote']> = {}) =>
  araro.clerk.rates.quote({ machineId, period: ahead(3, 2), ...more })
const priceOf = async (bookingId: string) => (await araro.clerk.bookings.get({ bookingId })).price

describe('a quote', () => {
  test('says the figure, how it comes about and which rate holds; null without a rate', async () => {
    expect(await quote()).toEqual({
      quote: null,
      centavos: null,
      lines: [],
      rate: null,
      memberKind: 'member',
    })
    await set({ with: 'operator' })
    expect(await quote()).toMatchObject({
      centavos: 200_000,
      lines: [{ what: 'work', quantity: 2, per: 'day', eachCentavos: 100_000, centavos: 200_000 }],
      quote: { kind: 'total', rate: { centavos: 100_000, per: 'day', with: 'operator' } },
      rate: { of: 'Harvester 1', standing: 'now', setBy: { name: 'Manager' } },
    })
    expect(await araro.clerk.rates.quote({ machineId: newId() })).toMatchObject({ quote: null })
  })

  test('takes the rate of the first day, and the others’ for somebody who is no member', async () => {
    const other = await araro.member({ kind: 'other' })
    await set()
    await set({ centavos: 150_000, forOthersCentavos: 200_000, validFrom: ahead(4).from })
    expect(await quote({ memberId })).toMatchObject({ centavos: 200_000 })
    expect(await quote({ memberId, period: ahead(4, 2) })).toMatchObject({ centavos: 300_000 })
    expect(await quote({ memberId: other.id })).toMatchObject({ centavos: 200_000, memberKind: 'other' })
    expect(await quote({ memberId: other.id, period: ahead(4) })).toMatchObject({
      centavos: 200_000,
      quote: { rate: { forOthers: true } },
    })
  })

  test('of what is known only after the work has no figure, unless somebody says how much', async () => {
    await set({ per: 'hectare', centavos: 544_250 })
    expect(await quote()).toMatchObject({ centavos: null, lines: [], quote: { kind: 'measured-later' } })
    expect(await quote({ quantity: 1.25 })).toMatchObject({ centavos: 680_313, lines: [{ quantity: 1.25 }] })
    await expect(quote({ quantity: 0 })).rejects.toThrow()
    await expect(quote({ quantity: 1.00001 })).rejects.toThrow()
  })

  test('of a machine without its own rate is by its type’s, until it gets one and after that ends', async () => {
    await set({ centavos: 70_000 }, { typeId: await typeId() })
    expect(await quote()).toMatchObject({ centavos: 140_000, rate: { machineId: null, of: 'Harvester' } })
    const own = await set()
    expect(await quote()).toMatchObject({ centavos: 200_000 })
    const stop = { rateId: own.id, version: own.version, validFrom: ahead(2).from }
    expect(await araro.manager.rates.stop({ commandId: newId(), ...stop })).toMatchObject({
      ok: true,
      rate: { per: null, centavos: null, standing: 'later' },
    })
    expect(await quote({ period: ahead(1) })).toMatchObject({ centavos: 100_000 })
    expect(await quote()).toMatchObject({ centavos: 140_000 })
    expect(reasonOf(await araro.manager.rates.stop({ commandId: newId(), ...stop }))).toBe('no-rate-then')
  })
})

describe('a rate', () => {
  test('is set by managers, for one thing, from today on; only the first may begin earlier', async () => {
    const before = ahead(-10).from
    await set({ validFrom: before })
    const again = { commandId: newId(), machineId, ...PER_DAY }
    expect(await araro.manager.rates.set({ ...again, validFrom: ahead(-1).from })).toMatchObject({
      ok: false,
      refusal: { reason: 'rate-in-the-past', earliestDay: TODAY },
    })
    await expect(araro.clerk.rates.set({ ...again, commandId: newId() })).rejects.toThrow()
    const bad = (change: object) =>
      expect(araro.manager.rates.set({ ...again, commandId: newId(), ...change })).rejects.toThrow()
    await bad({ typeId: await typeId() })
    await bad({ machineId: undefined })
    await bad({ centavos: -1 })
    await bad({ centavos: 10.5 })
    await bad({ forOthersCentavos: Number.MAX_SAFE_INTEGER })
    await bad({ per: 'fortnight' })
    await bad({ with: 'meals' })
    await bad({ validFrom: '2026-02-30' })
    const unknown = { ...again, commandId: newId(), machineId: newId() }
    expect(reasonOf(await araro.manager.rates.set(unknown))).toBe('not-found')
  })

  test('is listed with those of the type, the latest first, and is in the history', async () => {
    await set({ centavos: 70_000 }, { typeId: await typeId() })
    await set()
    const later = await set({ centavos: 120_000, validFrom: ahead(1).from })
    const { rates } = await araro.clerk.rates.list({ machineId })
    expect(rates.map(({ centavos, standing }) => [centavos, standing])).toEqual([
      [120_000, 'later'],
      [100_000, 'now'],
      [70_000, 'now'],
    ])
    expect((await araro.clerk.rates.list({ typeId: await typeId() })).rates).toHaveLength(1)
    const { rows } = await araro.clerk.history.list({ entity: 'rate', entityId: later.id })
    expect(rows).toMatchObject([{ action: 'rates.set', title: 'Harvester 1', after: { centavos: 120_000 } }])
    expect(await araro.clerk.machines.list({})).toMatchObject([{ rate: { centavos: 100_000 } }])
  })

  test('that is changed with its machine is another row from today on, and the same one is none', async () => {
    const machine = await araro.machine({ rate: { centavos: 500, per: 'hour' } })
    const { id, version } = machine
    const change = (rate: object | null, v: number) =>
      araro.manager.machines.change({
        ...{ commandId: newId(), machineId: id, version: v, ...fieldsOf(machine) },
        rate: rate as typeof machine.rate,
      })
    expect(await change({ centavos: 500, per: 'hour' }, version)).toMatchObject({ ok: true })
    expect((await araro.clerk.rates.list({ machineId: id })).rates).toHaveLength(1)
    expect(await change({ centavos: 600, per: 'hour' }, version + 1)).toMatchObject({
      ok: true,
      machine: { rate: { centavos: 600, per: 'hour' } },
    })
    expect((await araro.clerk.rates.list({ machineId: id })).rates).toMatchObject([
      { centavos: 600, validFrom: TODAY, standing: 'now' },
      { centavos: 500, validFrom: '0001-01-01', standing: 'before' },
    ])
    expect(await change(null, version + 2)).toMatchObject({ ok: true, machine: { rate: null } })
  })
})

describe('a promise', () => {
  test('keeps the rate that it was approved at, whatever rates come later', async () => {
    await set()
    const waiting = await araro.booking({ machineId, memberId, period: ahead(3) })
    const booking = await araro.approved({ machineId, memberId, period: ahead(5, 2) })
    expect(booking).toMatchObject({ memberKind: 'member' })
    await set({ centavos: 900_000 })
    expect(await priceOf(booking.id)).toMatchObject({ kind: 'total', centavos: 200_000 })
    expect(await priceOf(waiting.id)).toMatchObject({ centavos: 900_000 })
    await araro.manager.bookings.approve(on(waiting, {}))
    await set({ centavos: 1 })
    expect(await priceOf(waiting.id)).toMatchObject({ centavos: 900_000 })
    const day = await araro.clerk.today.get({ day: ahead(3).from })
    expect(day.goingOut).toMatchObject([{ price: { centavos: 900_000 } }])
  })

  test('keeps it when it is moved in time, and takes that of another machine or another member', async () => {
    await set({ forOthersCentavos: 130_000 })
    const booking = await araro.approved({ machineId, memberId, period: ahead(5) })
    await set({ centavos: 900_000, forOthersCentavos: 990_000 })
    const move = (version: number, more: object) =>
      araro.manager.bookings.move({ ...on({ ...booking, version }, {}), period: ahead(7, 2), ...more })
    expect(await move(booking.version, {})).toMatchObject({ ok: true })
    expect(await priceOf(booking.id)).toMatchObject({ centavos: 200_000 })
    const other = await araro.machine({ rate: { centavos: 50_000, per: 'day' } })
    expect(await move(booking.version + 1, { machineId: other.id })).toMatchObject({ ok: true })
    expect(await priceOf(booking.id)).toMatchObject({ centavos: 100_000 })
    expect(await move(booking.version + 2, { machineId })).toMatchObject({ ok: true })
    const guest = await araro.member({ kind: 'other' })
    const toGuest = { ...on({ ...booking, version: booking.version + 3 }, {}), memberId: guest.id }
    expect(await araro.manager.bookings.correct(toGuest)).toMatchObject({ booking: { memberKind: 'other' } })
    expect(await priceOf(booking.id)).toMatchObject({ centavos: 1_980_000, rate: { forOthers: true } })
  })

  test('keeps it through a clerk’s move, which needs another approval; an undone approval lets it go', async () => {
    await set()
    const booking = await araro.approved({ machineId, memberId, period: ahead(5) })
    await set({ centavos: 900_000 })
    const moved = await araro.clerk.bookings.move({ ...on(booking, {}), period: ahead(6) })
    if (!moved.ok) throw new Error(moved.refusal.reason)
    expect(moved.booking.status).toBe('pending')
    await araro.manager.bookings.approve(on(moved.booking, {}))
    expect(await priceOf(booking.id)).toMatchObject({ centavos: 100_000 })

    const fresh = await araro.approved({ machineId, memberId, period: ahead(9) })
    const [step] = (await araro.manager.undo.list({})).steps
    await araro.manager.undo.last({ commandId: newId(), of: step!.commandId })
    expect((await araro.clerk.bookings.get({ bookingId: fresh.id })).booking).toMatchObject({
      status: 'pending',
      memberKind: null,
    })
  })

  test('prices the work that is measured, though the rate is another by then', async () => {
    await set({ per: 'hectare', centavos: 500_000 })
    const booking = await araro.approved({ machineId, memberId, period: ahead(1) })
    await set({ per: 'hectare', centavos: 800_000 })
    await araro.clerk.bookings.handOver(on(booking, { atMs: NOW }))
    const back = { ...on(booking, { atMs: NOW }), version: booking.version + 1 }
    await araro.clerk.bookings.return({ ...back, work: { quantity: 1.5, per: 'hectare' } })
    expect(await priceOf(booking.id)).toMatchObject({ kind: 'measured', centavos: 750_000 })
  })

  test('a machine that is exchanged at the hand-over brings its own rate', async () => {
    await set()
    const other = await araro.machine({ rate: { centavos: 50_000, per: 'day' } })
    const booking = await araro.approved({ machineId, memberId, period: ahead(1) })
    await araro.clerk.bookings.handOver(on(booking, { atMs: NOW, machineId: other.id }))
    expect(await priceOf(booking.id)).toMatchObject({ centavos: 50_000 })
  })
})

test('what bookings cost agrees with a ledger that only remembers what was said when', async () => {
  const { number, pick, chance } = dice(printedSeed('prices'))
  const said: { validFrom: string; centavos: number; others: number | null }[] = []
  const guest = (await araro.member({ kind: 'other' })).id
  const promised = new Map<string, number>()
  for (let round = 0; round < 30; round += 1) {
    if (said.length === 0 || chance(2)) {
      const rate = {
        validFrom: ahead(number(20)).from,
        centavos: number(900_000),
        others: chance(2) ? number(900_000) : null,
      }
      said.push(rate)
      const { others: forOthersCentavos, ...rest } = rate
      await set({ ...rest, forOthersCentavos })
    }
    const who = pick([memberId, guest])
    const period = ahead(21 + round * 3, 1 + number(3))
    const booking = await araro.booking({ machineId, memberId: who, period })
    const valid = said.toSorted((a, b) =>
      a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0,
    )
    const last = valid.at(-1)!
    const each = who === guest ? (last.others ?? last.centavos) : last.centavos
    const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000 + 1
    await araro.manager.bookings.approve(on(booking, {}))
    promised.set(booking.id, each * days)
    for (const [id, centavos] of promised) expect(await priceOf(id)).toMatchObject({ centavos })
  }
})
