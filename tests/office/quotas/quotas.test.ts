import { describe, expect, test } from 'vitest'
import { addDays } from '#booking/time/day'
import type { CallArgs } from '#calls/contract'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { dice, printedSeed } from '#tests/support/seeded'
import { ahead, NOW, newId, reasonOf, TODAY } from '#tests/support/temporary-office'

const { araro, machineId, memberId, ask } = officeWithMachineAndMember()

type Quota = Omit<CallArgs['quotas']['set'], 'commandId'>
const TWO_A_MONTH = { counts: 'bookings', limit: 2, per: 'month' } as const

async function set(quota: Partial<Quota> = {}) {
  const answer = await araro.manager.quotas.set({ commandId: newId(), ...TWO_A_MONTH, ...quota })
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return answer.quota
}
const typeId = async () => (await araro.clerk.machines.list({})).find(one => one.id === machineId)!.typeId
/** The first day of the next month, so that no test depends on where in the month today is. */
const NEXT = '2026-12-01'
const onDay = (day: number, length = 1) => {
  const from = addDays(NEXT, day - 1)
  return { kind: 'days' as const, from, to: addDays(from, length - 1) }
}

describe('a quota', () => {
  test('refuses what would be more, with what is used and left, and counts neither rejected nor cancelled', async () => {
    await set()
    const first = await araro.booking({ machineId, memberId, period: onDay(1) })
    const second = await araro.booking({ machineId, memberId, period: onDay(3) })
    expect(await ask({ period: onDay(31) })).toMatchObject({
      ok: false,
      refusal: { reason: 'quota-reached', used: 2, left: 0, limit: 2, per: 'month', until: '2026-12-31' },
    })
    const check = { machineId, memberId, period: onDay(31) }
    expect(await araro.clerk.bookings.check(check)).toMatchObject({ refusal: { reason: 'quota-reached' } })
    expect(await araro.clerk.bookings.check({ machineId, period: onDay(31) })).toMatchObject({ free: true })
    const exceptBookingId = second.id
    expect(await araro.clerk.bookings.check({ ...check, exceptBookingId })).toMatchObject({ free: true })
    expect(reasonOf(await ask({ period: onDay(32) }))).toBe('yes')
    await araro.clerk.bookings.cancel(on(first, { reason: 'rain' }))
    expect(reasonOf(await ask({ period: onDay(31) }))).toBe('yes')
    expect(reasonOf(await ask({ period: onDay(5) }))).toBe('quota-reached')
    const other = await araro.member()
    expect(reasonOf(await ask({ memberId: other.id, period: onDay(5) }))).toBe('yes')
  })

  test('is of one type or of any; hours count eight a day, and hectares those of the field', async () => {
    const other = await araro.machine({ type: 'Tractor' })
    await set({ typeId: await typeId(), limit: 1 })
    await araro.booking({ machineId, memberId, period: onDay(1) })
    expect(reasonOf(await ask({ period: onDay(2) }))).toBe('quota-reached')
    expect(reasonOf(await ask({ machineId: other.id, period: onDay(2) }))).toBe('yes')
    await set({ counts: 'hours', limit: 23.5, per: 'week' })
    expect(await ask({ machineId: other.id, period: onDay(3, 2) })).toMatchObject({
      refusal: { reason: 'quota-reached', counts: 'hours', used: 16, left: 7.5, wanted: 16 },
    })
    const field = { memberId, name: 'Lot 1', barangay: '', sitio: '', hectares: 1.5 }
    const fieldId = newId()
    await araro.clerk.fields.add({ commandId: fieldId, ...field })
    await set({ counts: 'hectares', limit: 2, per: 'season', fromDay: NEXT, toDay: '2027-03-31' })
    expect(reasonOf(await ask({ machineId: other.id, fieldId, period: onDay(10) }))).toBe('yes')
    expect(await ask({ machineId: other.id, fieldId, period: onDay(40) })).toMatchObject({
      refusal: { counts: 'hectares', used: 1.5, left: 0.5, until: '2027-03-31' },
    })
    expect(reasonOf(await ask({ machineId: other.id, period: onDay(40) }))).toBe('yes')
  })

  test('is passed over by a manager with a reason, which stays on the booking and in the history', async () => {
    await set({ limit: 0 })
    const overrideReason = 'The rice is falling'
    expect(reasonOf(await ask({ overrideReason }))).toBe('rights-needed')
    const answer = await ask({ overrideReason }, araro.manager)
    expect(answer).toMatchObject({ ok: true, booking: { overrideReason } })
    const entityId = answer.ok ? answer.booking.id : ''
    const { rows } = await araro.clerk.history.list({ entity: 'booking', entityId })
    expect(rows[0]).toMatchObject({ after: { overrideReason } })
    // Where nothing is passed over, nothing is kept.
    await araro.manager.quotas.remove({ commandId: newId(), quotaId: (await set()).id, version: 2 })
    const free = { period: ahead(20), overrideReason }
    expect(await ask(free, araro.manager)).toMatchObject({ booking: { overrideReason: '' } })
  })

  test('is set by managers; the same one is changed, and one that was removed can be set and undone', async () => {
    const first = await set()
    expect(await set({ limit: 5 })).toMatchObject({ id: first.id, limit: 5, version: 2 })
    expect((await araro.clerk.quotas.list({})).quotas).toHaveLength(1)
    await expect(araro.clerk.quotas.set({ commandId: newId(), ...TWO_A_MONTH })).rejects.toThrow()
    for (const bad of [
      { limit: 1.5 },
      { limit: -1 },
      { per: 'season' as const },
      { fromDay: TODAY, toDay: TODAY },
      { per: 'season' as const, fromDay: ahead(2).from, toDay: TODAY },
    ])
      await expect(set(bad)).rejects.toThrow()
    expect(
      reasonOf(await araro.manager.quotas.set({ commandId: newId(), ...TWO_A_MONTH, typeId: newId() })),
    ).toBe('not-found')
    const commandId = newId()
    await araro.manager.quotas.remove({ commandId, quotaId: first.id, version: 2 })
    expect((await araro.clerk.quotas.list({})).quotas).toEqual([])
    expect(reasonOf(await araro.manager.undo.last({ commandId: newId(), of: commandId }))).toBe('yes')
    expect((await araro.clerk.quotas.list({})).quotas).toMatchObject([{ limit: 5 }])
  })
})

describe('a quota of what is changed', () => {
  const move = (booking: { id: string; version: number }, to: object, by = araro.clerk) =>
    by.bookings.move(on(booking, { period: onDay(1), ...to }))

  test('refuses a move into a time in which the member has booked all of it, and lets one within that time', async () => {
    await set({ limit: 1 })
    await araro.booking({ machineId, memberId, period: onDay(1) })
    const next = await araro.booking({ machineId, memberId, period: onDay(40) })
    expect(await move(next, { period: onDay(5) })).toMatchObject({
      refusal: { reason: 'quota-reached', used: 1, left: 0, wanted: 1, until: '2026-12-31' },
    })
    const asked = { machineId, memberId, exceptBookingId: next.id }
    const check = (day: number) => araro.clerk.bookings.check({ ...asked, period: onDay(day) })
    expect([await check(5), await check(45)]).toMatchObject([{ free: false }, { free: true }])
    expect(reasonOf(await move(next, { period: onDay(45) }))).toBe('yes')
  })

  test('that was cut since refuses only taking up more of it', async () => {
    const booking = await araro.booking({ machineId, memberId, period: onDay(1, 2) })
    await set({ counts: 'hours', limit: 8 })
    expect(reasonOf(await move(booking, { period: onDay(5, 3) }))).toBe('quota-reached')
    const moved = await move(booking, { period: onDay(5, 2) })
    expect(reasonOf(moved)).toBe('yes')
    const { booking: now } = await araro.clerk.bookings.get({ bookingId: booking.id })
    expect(reasonOf(await move(now!, { period: onDay(9) }))).toBe('yes')
  })

  test('is asked when the booking goes to a machine of another type, and is passed over by a manager with a reason', async () => {
    const other = await araro.machine({ type: 'Tractor' })
    const tractors = (await araro.clerk.machines.list({})).find(one => one.id === other.id)!.typeId
    await set({ limit: 0, typeId: tractors })
    const booking = await araro.booking({ machineId, memberId, period: onDay(1) })
    const to = { machineId: other.id, period: onDay(2) }
    const overrideReason = 'The other one is broken'
    expect(reasonOf(await move(booking, to, araro.manager))).toBe('quota-reached')
    expect(reasonOf(await move(booking, { ...to, overrideReason }))).toBe('rights-needed')
    expect(await move(booking, { ...to, overrideReason }, araro.manager)).toMatchObject({
      booking: { machineId: other.id, overrideReason },
    })
  })

  test('refuses a later end, and says so before it is saved', async () => {
    await set({ counts: 'hours', limit: 16, per: 'week' })
    const booking = await araro.approved({ machineId, memberId, period: onDay(7) })
    const longer = (days: number) => ({ ...onDay(7, days) })
    const asked = { bookingId: booking.id, period: longer(3) }
    expect(await araro.clerk.bookings.checkExtension(asked)).toMatchObject({
      free: false,
      refusal: { reason: 'quota-reached', counts: 'hours', limit: 16, wanted: 24 },
    })
    const extend = (days: number) => araro.clerk.bookings.extend(on(booking, { period: longer(days) }))
    expect(reasonOf(await extend(3))).toBe('quota-reached')
    expect(reasonOf(await extend(2))).toBe('yes')
  })

  test('is that of the other member who is named instead', async () => {
    await set({ limit: 1 })
    const other = await araro.member()
    const booking = await araro.booking({ machineId, memberId, period: onDay(1) })
    await araro.booking({ machineId, memberId: other.id, period: onDay(5) })
    const correct = (to: string) => araro.clerk.bookings.correct(on(booking, { memberId: to }))
    expect(reasonOf(await correct(other.id))).toBe('quota-reached')
    const third = await araro.member()
    expect(reasonOf(await correct(third.id))).toBe('yes')
  })

  test('is said for the time of any day', async () => {
    await set({ limit: 3 })
    await araro.booking({ machineId, memberId, period: onDay(1) })
    const left = async (day: string) => (await araro.clerk.quotas.left({ memberId, day })).quotas[0]
    expect(await left(NEXT)).toMatchObject({ used: 1, left: 2, from: NEXT, until: '2026-12-31' })
    expect(await left('2027-01-05')).toMatchObject({ used: 0, left: 3, until: '2027-01-31' })
  })
})

test('what is left of each quota agrees with the bookings counted one by one', async () => {
  const { number, pick } = dice(printedSeed('quotas'))
  await set({ limit: 90 })
  await set({ counts: 'hours', limit: 9000, per: 'week' })
  const booked: { from: string; days: number }[] = []
  for (let day = 1; day < 28; ) {
    const days = 1 + number(3)
    const period = ahead(day, days)
    const booking = await araro.booking({ machineId, memberId, period })
    if (pick([true, true, false])) booked.push({ from: period.from, days })
    else await araro.clerk.bookings.cancel(on(booking, { reason: 'rain' }))
    day += days + number(2)
  }
  // Today is Thursday, 19 November 2026.
  const inMonth = booked.filter(({ from }) => from.startsWith('2026-11'))
  const inWeek = booked.filter(({ from }) => from >= '2026-11-16' && from <= '2026-11-22')
  const hours = inWeek.reduce((sum, { days }) => sum + 8 * days, 0)
  expect((await araro.clerk.quotas.left({ memberId })).quotas).toMatchObject([
    { counts: 'bookings', used: inMonth.length, left: 90 - inMonth.length, until: '2026-11-30' },
    { counts: 'hours', used: hours, left: 9000 - hours, from: '2026-11-16', until: '2026-11-22' },
  ])
})

test('with the last job first, nothing new before its work is measured, unless a manager says why', async () => {
  await araro.manager.rates.set({
    commandId: newId(),
    machineId,
    per: 'hectare',
    centavos: 5,
    validFrom: TODAY,
  })
  const booking = await araro.approved({ machineId, memberId, period: ahead(1) })
  await araro.clerk.bookings.handOver(on(booking, { atMs: NOW }))
  await araro.clerk.bookings.return({ ...on(booking, { atMs: NOW }), version: booking.version + 1 })
  expect(reasonOf(await ask({ period: ahead(5) }))).toBe('yes')
  const settings = { members: { lastJobFirst: true } }
  await araro.manager.settings.change({ commandId: newId(), version: 1, settings })
  expect(await ask({ period: ahead(7) })).toMatchObject({
    refusal: { reason: 'last-job-open', bookingId: booking.id, machineName: 'Harvester 1', returnedMs: NOW },
  })
  const anyway = await ask({ period: ahead(7), overrideReason: 'measured by hand' }, araro.manager)
  expect(reasonOf(anyway)).toBe('yes')
  const correct = { ...on(booking, { reason: 'measured' }), version: booking.version + 2 }
  await araro.clerk.bookings.correctReturn({ ...correct, work: { quantity: 1, per: 'hectare' } })
  expect(reasonOf(await ask({ period: ahead(9) }))).toBe('yes')
  // Work that is charged by the day is not measured.
  const byDay = await araro.machine({ rate: { centavos: 5, per: 'day' } })
  const next = await araro.approved({ machineId: byDay.id, memberId, period: ahead(1) })
  araro.clock.pass(1000)
  await araro.clerk.bookings.handOver(on(next, { atMs: NOW + 1000 }))
  await araro.clerk.bookings.return({ ...on(next, { atMs: NOW + 1000 }), version: next.version + 1 })
  expect(reasonOf(await ask({ period: ahead(11) }))).toBe('yes')
})
