import { beforeEach, expect, test } from 'vitest'
import { addDays } from '#booking/time/day'
import { changeBuffers, officeForEachTest } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf, TODAY } from '#tests/support/temporary-office'

const DAY = 86_400_000
const araro = officeForEachTest()
let memberId: string
beforeEach(async () => {
  memberId = (await araro.member({ name: 'Ana Reyes' })).id
})

/** How full the machine is on the days on which it is not empty: `3: 1`, and `3: 1!` where nothing is free. */
async function loadsOf(machineId: string, from = TODAY) {
  const days = await araro.clerk.calendar.dayLoads({ machineId, from, to: addDays(from, 20) })
  return days
    .filter(({ units, free }) => units > 0 || !free)
    .map(
      ({ day, units, free }) => `${(Date.parse(day) - Date.parse(TODAY)) / DAY}: ${units}${free ? '' : '!'}`,
    )
}

test('a pending booking counts only if its machine said so when it was made', async () => {
  const open = await araro.machine({ pendingBlocks: false })
  await araro.booking({ machineId: open.id, memberId, period: ahead(3) })
  expect(await loadsOf(open.id)).toEqual([])
  const kept = await araro.machine()
  await araro.booking({ machineId: kept.id, memberId, period: ahead(3) })
  expect(await loadsOf(kept.id)).toEqual(['3: 1!'])
})

test('maintenance takes its days whole, and no buffers beside them', async () => {
  const dryer = await araro.machine({ type: 'Dryer', capacity: 60, unitName: 'sack', bufferAfterMs: DAY })
  const period = ahead(6)
  const args = { machineId: dryer.id, period, kind: 'preventive' as const, note: '' }
  expect(reasonOf(await araro.manager.maintenance.schedule({ commandId: newId(), ...args }))).toBe('yes')
  // A booking of the day before would reach into it with its own buffer.
  expect(await loadsOf(dryer.id)).toEqual(['5: 0!', '6: 60!'])
})

test('a booking keeps the buffers that it was promised, whatever the machine needs now', async () => {
  const machine = await araro.machine({ bufferAfterMs: DAY })
  await araro.approved({ machineId: machine.id, memberId, period: ahead(6) })
  await changeBuffers(araro, machine, { bufferBeforeMs: 0, bufferAfterMs: 0 })
  expect(await loadsOf(machine.id)).toEqual(['6: 1!', '7: 1!'])
})

test('units of several bookings and of a form that is being filled add up', async () => {
  const dryer = await araro.machine({ type: 'Dryer', capacity: 60, unitName: 'sack' })
  await araro.approved({ machineId: dryer.id, memberId, period: ahead(3, 2), units: 30 })
  await araro.booking({ machineId: dryer.id, memberId, period: ahead(4), units: 20 })
  await araro.clerk.bookings.hold({ formId: newId(), machineId: dryer.id, period: ahead(4), units: 10 })
  expect(await loadsOf(dryer.id)).toEqual(['3: 30', '4: 60!'])
})

test('a completed booking counts on the days before today, and a pending one that does not block never', async () => {
  const machine = await araro.machine({ pendingBlocks: false })
  const { id: bookingId, version } = await araro.approved({
    machineId: machine.id,
    memberId,
    period: ahead(1, 3),
  })
  await araro.booking({ machineId: machine.id, memberId, period: ahead(5) })
  araro.clock.pass(DAY)
  const out = { commandId: newId(), bookingId, version, atMs: araro.clock.nowMs() }
  expect(reasonOf(await araro.clerk.bookings.handOver(out))).toBe('yes')
  araro.clock.pass(2 * DAY)
  expect(await loadsOf(machine.id)).toEqual(['1: 1!', '2: 1!', '3: 1!'])
  const back = { commandId: newId(), bookingId, version: version + 1, atMs: araro.clock.nowMs() }
  expect(reasonOf(await araro.clerk.bookings.return(back))).toBe('yes')
  expect(await loadsOf(machine.id)).toEqual(['1: 1!', '2: 1!'])
  araro.clock.pass(4 * DAY)
  expect(await loadsOf(machine.id)).toEqual(['1: 1!', '2: 1!', '3: 1!'])
})

test('an overdue machine was away on every day since, also if they alone are asked for', async () => {
  const { id: machineId } = await araro.machine()
  const { id: bookingId, version } = await araro.approved({ machineId, memberId, period: ahead(1) })
  araro.clock.pass(DAY)
  const out = { commandId: newId(), bookingId, version, atMs: araro.clock.nowMs() }
  expect(reasonOf(await araro.clerk.bookings.handOver(out))).toBe('yes')
  araro.clock.pass(3 * DAY)
  expect(await loadsOf(machineId, addDays(TODAY, 2))).toEqual(['2: 1!', '3: 1!', '4: 1!'])
})

test('a range of more than 62 days, or one that ends before it begins, is an input error', async () => {
  const { id: machineId } = await araro.machine()
  const ask = (to: string) => araro.clerk.calendar.dayLoads({ machineId, from: TODAY, to })
  expect(await ask(addDays(TODAY, 61))).toHaveLength(62)
  await expect(ask(addDays(TODAY, 62))).rejects.toThrow(/to must be at most 61 days after from/)
  await expect(ask(addDays(TODAY, -1))).rejects.toThrow(/to must not be before from/)
})
