import { expect, test } from 'vitest'
import { calendarFrom } from '#booking/time/calendar'
import { addDays, DAY_MS, HOUR_MS } from '#booking/time/day'
import type { DayLine } from '#calls/today'
import {
  ahead,
  NOW,
  newId,
  type TemporaryOffice,
  TODAY,
  temporaryOffice,
} from '#tests/support/temporary-office'

const manila = calendarFrom(() => 480)
const startOf = (days: number) => manila.startOfDay(addDays(TODAY, days))
const idsOf = (lines: readonly DayLine[]) => lines.map(line => line.booking.id)

async function handOver(araro: TemporaryOffice, booking: { id: string; version: number }) {
  const { id: bookingId, version } = booking
  const args = { commandId: newId(), bookingId, version, atMs: araro.clock.nowMs() }
  const answer = await araro.clerk.bookings.handOver(args)
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return answer.booking
}

async function takeBack(araro: TemporaryOffice, booking: { id: string; version: number }) {
  const { id: bookingId, version } = booking
  const answer = await araro.clerk.bookings.return({
    commandId: newId(),
    bookingId,
    version,
    atMs: araro.clock.nowMs(),
  })
  if (!answer.ok) throw new Error(answer.refusal.reason)
}

test('a booking goes out, is due back, becomes overdue with who is next, and leaves the list when it is back', async () => {
  const araro = await temporaryOffice()
  const { today } = araro.clerk
  const member = await araro.member({ barangay: 'San Roque' })
  const other = await araro.member({ phone: '0918 555 0202' })
  const machine = await araro.machine({ rate: { centavos: 150_000, per: 'day' } })
  const first = await araro.approved({ memberId: member.id, machineId: machine.id, period: ahead(1, 2) })
  const next = await araro.approved({ memberId: other.id, machineId: machine.id, period: ahead(4) })
  const before = await today.get({})
  expect(before).toMatchObject({ day: TODAY, today: TODAY, goingOut: [], dueBack: [], overdue: [] })
  expect(idsOf(before.tomorrow?.goingOut ?? [])).toEqual([first.id])

  araro.clock.pass(DAY_MS)
  const morning = await today.get({})
  expect(morning.counts).toMatchObject({ goingOut: 1, dueBack: 0, overdue: 0, freeNow: 0 })
  expect(morning.goingOut).toMatchObject([
    {
      booking: { id: first.id, memberBarangay: 'San Roque' },
      type: 'Harvester',
      stays: false,
      price: { kind: 'total', centavos: 300_000 },
      next: null,
    },
  ])
  const out = await handOver(araro, first)
  expect(await today.get({})).toMatchObject({ goingOut: [], dueBack: [], counts: { goingOut: 0 } })

  araro.clock.pass(DAY_MS)
  const { dueBack } = await today.get({})
  const whoIsNext = { bookingId: next.id, memberName: other.name, memberPhone: '0918 555 0202' }
  expect(dueBack).toMatchObject([{ booking: { id: first.id, overdue: false }, next: whoIsNext }])

  araro.clock.pass(DAY_MS)
  const late = await today.get({})
  expect(late).toMatchObject({ dueBack: [], overdue: [{ booking: { overdue: true }, next: whoIsNext }] })
  expect(late.counts).toMatchObject({ overdue: 1, dueBack: 0, freeNow: 0 })
  await takeBack(araro, out)
  expect(await today.get({})).toMatchObject({ overdue: [], counts: { overdue: 0, freeNow: 1 } })
})

test('what nobody fetched stands apart, the newest first, until somebody says so', async () => {
  const araro = await temporaryOffice()
  const member = await araro.member()
  const one = await araro.machine()
  const two = await araro.machine()
  const older = await araro.approved({ memberId: member.id, machineId: one.id, period: ahead(1) })
  const newer = await araro.approved({ memberId: member.id, machineId: two.id, period: ahead(2) })
  araro.clock.pass(3 * DAY_MS)
  const shown = await araro.clerk.today.get({})
  expect(idsOf(shown.notFetched)).toEqual([newer.id, older.id])
  expect(shown.counts).toMatchObject({ notFetched: 2, goingOut: 0 })
  const { id: bookingId, version } = newer
  await araro.clerk.bookings.noShow({ commandId: newId(), bookingId, version })
  expect(idsOf((await araro.clerk.today.get({})).notFetched)).toEqual([older.id])
})

test('the lists are by type and time, and another day has its own', async () => {
  const araro = await temporaryOffice()
  const member = await araro.member()
  const tractor = await araro.machine({ type: 'Tractor', bookingMode: 'time' })
  const mill = await araro.machine({ type: 'Mill', bookingMode: 'time' })
  const at = (hour: number) => ({
    kind: 'time' as const,
    startMs: startOf(2) + hour * HOUR_MS,
    endMs: startOf(2) + (hour + 2) * HOUR_MS,
  })
  const book = (machineId: string, hour: number) =>
    araro.approved({ memberId: member.id, machineId, period: at(hour) })
  const later = await book(tractor.id, 13)
  const early = await book(tractor.id, 7)
  const milling = await book(mill.id, 10)
  const { day } = { day: ahead(2).from }
  const shown = await araro.clerk.today.get({ day })
  expect(shown.goingOut.map(line => [line.type, line.booking.id])).toEqual([
    ['Mill', milling.id],
    ['Tractor', early.id],
    ['Tractor', later.id],
  ])
  // What concerns only now is not said of another day.
  expect(shown).toMatchObject({ tomorrow: null, free: [], changesAtMs: null, counts: { freeNow: 0 } })
  expect((await araro.clerk.today.get({ day: ahead(3).from })).goingOut).toEqual([])
})

test('a user who decides gets the five that wait and begin first, with price and conflict; a clerk gets none', async () => {
  const araro = await temporaryOffice()
  const member = await araro.member()
  const machine = await araro.machine({ pendingBlocks: false, rate: { centavos: 100_000, per: 'day' } })
  const dryer = await araro.machine({ type: 'Dryer' })
  const waiting = []
  for (const days of [9, 3, 8, 4, 5, 6]) {
    waiting.push(await araro.booking({ memberId: member.id, machineId: machine.id, period: ahead(days) }))
  }
  await araro.approved({ memberId: member.id, machineId: machine.id, period: ahead(3) })
  await araro.booking({ memberId: member.id, machineId: dryer.id, period: ahead(20) })
  const { waiting: first, counts } = await araro.manager.today.get({})
  expect(first.map(one => one.booking.startMs)).toEqual([3, 4, 5, 6, 8].map(startOf))
  expect(first[0]).toMatchObject({
    price: { kind: 'total', centavos: 100_000 },
    refusal: { reason: 'already-booked' },
  })
  expect(first[1]?.refusal).toBeNull()
  expect(counts.waiting).toBe(7)
  expect(await araro.clerk.today.get({})).toMatchObject({ waiting: [], counts: { waiting: 0 } })
})

test('the machines that are free now say until when, and those in maintenance are down', async () => {
  const araro = await temporaryOffice()
  const member = await araro.member()
  const free = await araro.machine()
  const promised = await araro.machine()
  const broken = await araro.machine()
  const retired = await araro.machine()
  await araro.manager.machines.retire({ commandId: newId(), machineId: retired.id, version: retired.version })
  await araro.approved({ memberId: member.id, machineId: promised.id, period: ahead(3) })
  const repair = { machineId: broken.id, kind: 'corrective' as const, period: ahead(0, 2), note: 'belts' }
  await araro.manager.maintenance.schedule({ commandId: newId(), ...repair })
  const shown = await araro.clerk.today.get({})
  expect(shown.free.map(({ machineId, untilMs }) => [machineId, untilMs])).toEqual([
    [free.id, null],
    [promised.id, startOf(3)],
  ])
  expect(shown.down).toMatchObject([{ maintenance: { machineId: broken.id, note: 'belts' } }])
  expect(await araro.clerk.today.get({ day: ahead(1).from })).toMatchObject({ down: shown.down })
  expect(await araro.clerk.today.get({ day: ahead(2).from })).toMatchObject({ down: [] })
})

test('the answer says when it changes by itself: at the next end, or at midnight', async () => {
  const araro = await temporaryOffice()
  const member = await araro.member()
  const machine = await araro.machine({ bookingMode: 'time' })
  expect((await araro.clerk.today.get({})).changesAtMs).toBe(startOf(1))
  const period = { kind: 'time' as const, startMs: NOW + HOUR_MS, endMs: NOW + 2 * HOUR_MS }
  const { id: bookingId, version } = await araro.booking(
    { memberId: member.id, machineId: machine.id, period },
    araro.manager,
  )
  await araro.manager.bookings.approve({ commandId: newId(), bookingId, version })
  // The free hour ends before the booking does.
  expect((await araro.clerk.today.get({})).changesAtMs).toBe(NOW + HOUR_MS)
  araro.clock.pass(HOUR_MS)
  expect((await araro.clerk.today.get({})).changesAtMs).toBe(NOW + 2 * HOUR_MS)
  araro.clock.pass(HOUR_MS)
  expect(await araro.clerk.today.get({})).toMatchObject({ goingOut: [], counts: { notFetched: 1 } })
})

test('a long day is counted in full and listed in part', async () => {
  const araro = await temporaryOffice()
  const member = await araro.member()
  const dryer = await araro.machine({ type: 'Dryer', capacity: 120, unitName: 'sack' })
  for (let load = 0; load < 103; load++) {
    await araro.approved({ memberId: member.id, machineId: dryer.id, period: ahead(1), units: 1 })
  }
  const { goingOut, counts } = await araro.clerk.today.get({ day: ahead(1).from })
  expect(goingOut).toHaveLength(100)
  expect(counts.goingOut).toBe(103)
})

test('a breakdown without a known end is down today and until it is finished; its machine is not free', async () => {
  const araro = await temporaryOffice()
  const { id: machineId } = await araro.machine()
  const broke = { commandId: newId(), machineId, kind: 'emergency' as const, note: 'gearbox' }
  const answer = await araro.manager.maintenance.breakDown({ ...broke, expectedEndMs: null, displace: [] })
  if (!answer.ok) throw new Error(answer.refusal.reason)
  araro.clock.pass(3 * DAY_MS)
  const { id: maintenanceId, version } = answer.maintenance
  expect(await araro.clerk.today.get({})).toMatchObject({
    down: [{ maintenance: { id: maintenanceId, openEnded: true } }],
    free: [],
  })
  await araro.manager.maintenance.finish({ commandId: newId(), maintenanceId, version })
  expect(await araro.clerk.today.get({})).toMatchObject({ down: [], free: [{ machineId }] })
})
