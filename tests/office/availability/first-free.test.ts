import { expect, test } from 'vitest'
import { addDays, daysBetween } from '#booking/time/day'
import { officeWithMachineAndMember } from '#tests/support/office-for-each-test'
import { dice, printedSeed } from '#tests/support/seeded'
import { ahead, NOW, newId, reasonOf, TODAY, type Window } from '#tests/support/temporary-office'

const { araro, machineId, memberId, ask } = officeWithMachineAndMember()
const seed = printedSeed('first free')
const HOUR = 3_600_000
const DAY = 86_400_000
/** Midnight of the day of the tests in Manila. */
const MIDNIGHT = NOW - 9 * HOUR

function hours(day: number, hour: number, long: number) {
  const startMs = MIDNIGHT + day * DAY + hour * HOUR
  return { kind: 'time' as const, startMs, endMs: startMs + long * HOUR }
}
async function typeOf(id: string) {
  return (await araro.clerk.machines.list({})).find(machine => machine.id === id)!.typeId
}

test('the first days of any machine of a type come in order, by name where two are free; each can be requested', async () => {
  const other = await araro.machine()
  await araro.machine({ type: 'Tractor' })
  await araro.booking({ memberId, machineId, period: ahead(3, 2) })
  await araro.booking({ memberId, machineId: other.id, period: ahead(4) })
  const typeId = await typeOf(machineId)
  const { free } = await araro.clerk.free.first({ typeId, length: { days: 2 }, from: ahead(2).from })
  expect(free).toHaveLength(10)
  expect(free.slice(0, 5).map(one => [one.machineName, one.period])).toEqual([
    [other.name, ahead(2, 2)],
    ['Harvester 1', ahead(5, 2)],
    [other.name, ahead(5, 2)],
    ['Harvester 1', ahead(7, 2)],
    [other.name, ahead(7, 2)],
  ])
  for (const { machineId, period } of free) expect(reasonOf(await ask({ machineId, period }))).toBe('yes')
})

test('clock times are by day, from the time that was named on, and go on the next morning', async () => {
  const mill = await araro.machine({ type: 'Mill', bookingMode: 'time', bufferAfterMs: 15 * 60_000 })
  await araro.booking({ memberId, machineId: mill.id, period: hours(1, 13, 1) })
  const wanted = { machineId: mill.id, length: { minutes: 120 }, from: addDays(TODAY, 1), fromMinutes: 625 }
  const { free } = await araro.clerk.free.first(wanted)
  expect(free.slice(0, 4).map(one => one.period)).toEqual([
    hours(1, 10.5, 2),
    hours(1, 14.25, 2),
    hours(2, 6, 2),
    hours(2, 8, 2),
  ])
})

test('a load that is longer than the day begins by day, and needs its units throughout', async () => {
  const dryer = await araro.machine({ type: 'Dryer', bookingMode: 'time', capacity: 60 })
  await araro.booking({ memberId, machineId: dryer.id, period: hours(2, 3, 1), units: 30 })
  const wanted = { machineId: dryer.id, length: { minutes: 14 * 60 }, from: addDays(TODAY, 1) }
  const some = await araro.clerk.free.first({ ...wanted, units: 30 })
  expect(some.free[0]?.period).toEqual(hours(1, 6, 14))
  const all = await araro.clerk.free.first({ ...wanted, units: 40, fromMinutes: 15 * 60 })
  expect(all.free[0]?.period).toEqual(hours(2, 6, 14))
})

test('a rule that stands against every time is named, and nothing is offered beyond the horizon', async () => {
  const first = async (wanted: object, by: Window = araro.clerk) =>
    by.free.first({ machineId, length: { days: 1 }, ...wanted })
  const reason = async (wanted: object) => (await first(wanted)).refusal?.reason
  expect(await reason({ length: { days: 31 } })).toBe('too-long')
  expect(await reason({ length: { minutes: 60 } })).toBe('wrong-period')
  expect(await reason({ units: 2 })).toBe('over-capacity')
  expect(await reason({ from: addDays(TODAY, 366) })).toBe('too-far-ahead')
  expect(await reason({ machineId: newId() })).toBe('not-found')
  const last = await first({ from: addDays(TODAY, 364) })
  expect(last).toEqual({
    free: [ahead(364), ahead(365)].map(period => ({ machineId, machineName: 'Harvester 1', period })),
    refusal: null,
  })
})

test('a machine that is taken for three months is no refusal: there is nothing free', async () => {
  const rules = { minNoticeDays: 1, maxDays: 120, horizonDays: 365, walkInRoles: [] }
  await araro.manager.settings.change({ commandId: newId(), version: 1, settings: { rules } })
  await araro.booking({ memberId, machineId, period: ahead(1, 120) })
  expect(await araro.clerk.free.first({ machineId, length: { days: 1 } })).toEqual({
    free: [],
    refusal: null,
  })
})

test('a manager is offered today, a clerk the first day after the notice period', async () => {
  const rules = { minNoticeDays: 3, maxDays: 30, horizonDays: 365, walkInRoles: ['manager' as const] }
  await araro.manager.settings.change({ commandId: newId(), version: 1, settings: { rules } })
  const days = async (by: Window) =>
    (await by.free.first({ machineId, length: { days: 2 } })).free.map(one => one.period)
  expect((await days(araro.manager)).slice(0, 3)).toEqual([ahead(0, 2), ahead(3, 2), ahead(5, 2)])
  expect((await days(araro.clerk)).slice(0, 2)).toEqual([ahead(3, 2), ahead(5, 2)])
})

/** Tries one day after the other with the check that the form makes: slow, and without any search. */
async function tryDays(by: Window, machines: readonly string[], from: number, long: number, units: number) {
  const free: { machineId: string; day: number }[] = []
  for (const machineId of machines) {
    let found = 0
    for (let day = Math.max(0, from); day < 80 && found < 10; ) {
      const { free: isFree } = await by.bookings.check({ machineId, period: ahead(day, long), units })
      if (isFree) {
        free.push({ machineId, day })
        found += 1
      }
      day += isFree ? long : 1
    }
  }
  return free.sort((a, b) => a.day - b.day).slice(0, 10)
}

test(`seed ${seed}: the answers are those that trying every day of every machine finds`, async () => {
  const { number, pick, chance } = dice(seed)
  const machines: { id: string }[] = []
  for (let made = 0; made < 3; made++) {
    const bufferAfterMs = chance(2) ? DAY : 0
    machines.push(await araro.machine({ type: 'Tractor', capacity: 1 + number(3), bufferAfterMs }))
  }
  const rules = { minNoticeDays: number(4), maxDays: 30, horizonDays: 365, walkInRoles: ['manager' as const] }
  await araro.manager.settings.change({ commandId: newId(), version: 1, settings: { rules } })
  for (let tried = 0; tried < 40; tried++) {
    const period = ahead(number(20), 1 + number(5))
    const slot = { machineId: pick(machines).id, period, units: 1 + number(2) }
    if (chance(8)) {
      const repair = { machineId: slot.machineId, period, kind: 'preventive' as const }
      await araro.manager.maintenance.schedule({ commandId: newId(), ...repair })
    } else await ask(slot, araro.manager)
  }
  const typeId = await typeOf(machines[0]!.id)
  for (let asked = 0; asked < 6; asked++) {
    const by = pick([araro.clerk, araro.manager])
    const [from, long, units] = [number(12) - 2, 1 + number(4), 1 + number(2)]
    const wanted = { typeId, length: { days: long }, units, from: addDays(TODAY, from) }
    const { free } = await by.free.first(wanted)
    const found = free.map(({ machineId, period }) => ({
      machineId,
      day: period.kind === 'days' ? daysBetween(TODAY, period.from) : Number.NaN,
    }))
    const ids = machines.map(machine => machine.id)
    expect(found, JSON.stringify(wanted)).toEqual(await tryDays(by, ids, from, long, units))
  }
})

test('for a booking that is being moved, its own time is free but is none of the answers; each answer is a move that is accepted', async () => {
  const other = await araro.machine()
  const booking = await araro.booking({ memberId, machineId, period: ahead(3, 2) })
  const typeId = await typeOf(machineId)
  const wanted = { length: { days: 2 }, from: ahead(3).from, exceptBookingId: booking.id }
  const { free } = await araro.clerk.free.first({ ...wanted, typeId })
  expect(free).toHaveLength(10)
  expect(free.slice(0, 2).map(one => [one.machineName, one.period])).toEqual([
    [other.name, ahead(3, 2)],
    ['Harvester 1', ahead(5, 2)],
  ])
  // Half of its own time can be part of the new one.
  const near = await araro.clerk.free.first({ ...wanted, machineId, from: ahead(4).from })
  expect(near.free[0]?.period).toEqual(ahead(4, 2))
  let { version } = booking
  for (const { machineId: to, period } of [...near.free.slice(0, 2), ...free.slice(0, 2)]) {
    const moved = await araro.clerk.bookings.move({
      ...{ commandId: newId(), bookingId: booking.id, version, machineId: to, period },
    })
    expect(reasonOf(moved)).toBe('yes')
    version += 1
  }
})
