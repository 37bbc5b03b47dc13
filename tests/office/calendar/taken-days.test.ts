import { beforeEach, expect, test } from 'vitest'
import { MOST_NAMED } from '#booking/availability/block'
import { addDays } from '#booking/time/day'
import { changeBuffers, officeForEachTest } from '#tests/support/office-for-each-test'
import { ahead, NOW, newId, reasonOf, TODAY } from '#tests/support/temporary-office'

const DAY = 86_400_000
const araro = officeForEachTest()
let memberId: string
beforeEach(async () => {
  memberId = (await araro.member({ name: 'Ana Reyes' })).id
})

type Asked = { exceptBookingId?: string; formId?: string }

/** How many days from today the taken days are: `3!` where nothing can be booked. */
async function taken(machineId: string, more: Asked = {}) {
  const from = TODAY
  const days = await araro.clerk.calendar.takenDays({ machineId, from, to: addDays(from, 20), ...more })
  return days.map(({ day, whole }) => `${(Date.parse(day) - Date.parse(from)) / DAY}${whole ? '!' : ''}`)
}

/** From now on, bookings of the machine need no time around them. */
const withoutBuffers = (machine: Awaited<ReturnType<typeof araro.machine>>) =>
  changeBuffers(araro, machine, { bufferBeforeMs: 0, bufferAfterMs: 0 })

test('a day is taken exactly when a request for that day is refused, whatever changed since the booking', async () => {
  const machine = await araro.machine({ bufferAfterMs: DAY })
  await araro.approved({ machineId: machine.id, memberId, period: ahead(6, 2) })
  await withoutBuffers(machine)
  const { id } = machine
  // The booking keeps the day after it that it was promised with.
  expect(await taken(id)).toEqual(['6!', '7!', '8!'])
  for (const [day, free] of [
    [5, true],
    [6, false],
    [8, false],
    [9, true],
  ] as const) {
    const check = await araro.clerk.bookings.check({ machineId: id, period: ahead(day) })
    expect(check.free, `${day} days ahead`).toBe(free)
  }
})

test('a pending booking takes its days as its machine said when it was made', async () => {
  const open = await araro.machine({ pendingBlocks: false })
  await araro.booking({ machineId: open.id, memberId, period: ahead(3) })
  expect(await taken(open.id)).toEqual([])
  const kept = await araro.machine()
  await araro.booking({ machineId: kept.id, memberId, period: ahead(3) })
  expect(await taken(kept.id)).toEqual(['3!'])
})

test('the booking that is being moved and the hold of the form that asks take no day', async () => {
  const { id: machineId } = await araro.machine()
  const moved = await araro.approved({ machineId, memberId, period: ahead(3) })
  const formId = newId()
  await araro.clerk.bookings.hold({ machineId, period: ahead(5), formId })
  expect(await taken(machineId)).toEqual(['3!', '5!'])
  expect(await taken(machineId, { exceptBookingId: moved.id, formId })).toEqual([])
})

test('a booking that is moved needs the buffers that it was promised with', async () => {
  const machine = await araro.machine({ bufferAfterMs: DAY })
  const { id: machineId } = machine
  const moved = await araro.approved({ machineId, memberId, period: ahead(3) })
  await araro.approved({ machineId, memberId, period: ahead(9) })
  await withoutBuffers(machine)
  expect(await taken(machineId, { exceptBookingId: moved.id })).toEqual(['8!', '9!', '10!'])
})

test('a booking that can no longer be moved lends nobody its buffers or its start', async () => {
  const machine = await araro.machine({ bufferAfterMs: DAY })
  const { id: machineId } = machine
  const moved = await araro.approved({ machineId, memberId, period: ahead(3) })
  await araro.approved({ machineId, memberId, period: ahead(9) })
  await withoutBuffers(machine)
  araro.clock.pass(3 * DAY)
  const inItsPlace = () =>
    araro.clerk.bookings.check({ machineId, period: ahead(3), exceptBookingId: moved.id })
  expect(await inItsPlace()).toMatchObject({ free: true })
  const { id: bookingId, version } = moved
  const cancelled = { commandId: newId(), bookingId, version, reason: 'rain' }
  expect(reasonOf(await araro.clerk.bookings.cancel(cancelled))).toBe('yes')
  expect(await inItsPlace()).toMatchObject({ free: false, refusal: { reason: 'too-soon' } })
  expect(await taken(machineId, { exceptBookingId: moved.id })).toEqual(['9!', '10!'])
})

test('of many bookings of one day five are named, because the others help nobody to choose', async () => {
  const { id: machineId } = await araro.machine({ type: 'Dryer', capacity: 60, unitName: 'sack' })
  for (let sacks = 1; sacks <= 7; sacks++)
    await araro.booking({ machineId, memberId, period: ahead(3), units: sacks })
  const { from, to } = ahead(3)
  const [day] = await araro.clerk.calendar.takenDays({ machineId, from, to })
  expect(day).toMatchObject({ whole: false, by: { length: MOST_NAMED } })
  expect(MOST_NAMED).toBe(5)
})

test('the hold of somebody else’s form takes its day, whoever names the form', async () => {
  const { id: machineId } = await araro.machine()
  const formId = newId()
  await araro.manager.bookings.hold({ machineId, period: ahead(5), formId })
  expect(await taken(machineId, { formId })).toEqual(['5!'])
})

test('a machine that is overdue takes today, and what is in the way is named', async () => {
  const { id: machineId } = await araro.machine()
  const { id: bookingId, version } = await araro.approved({ machineId, memberId, period: ahead(1) })
  araro.clock.pass(DAY)
  const atMs = araro.clock.nowMs()
  await araro.clerk.bookings.handOver({ commandId: newId(), bookingId, version, atMs })
  araro.clock.pass(2 * DAY)
  expect(await taken(machineId)).toEqual(['1!', '2!', '3!'])
  const today = addDays(TODAY, 3)
  const [day] = await araro.clerk.calendar.takenDays({ machineId, from: today, to: today })
  expect(day?.by).toMatchObject([{ kind: 'booking', bookingId, memberName: 'Ana Reyes' }])
  expect(NOW).toBeLessThan(atMs)
})

test('a range of more than 62 days, or one that ends before it begins, is an input error', async () => {
  const { id: machineId } = await araro.machine()
  const ask = (to: string) => araro.clerk.calendar.takenDays({ machineId, from: TODAY, to })
  await expect(ask(addDays(TODAY, 61))).resolves.toEqual([])
  await expect(ask(addDays(TODAY, 62))).rejects.toThrow(/to must be at most 61 days after from/)
  await expect(ask(addDays(TODAY, -1))).rejects.toThrow(/to must not be before from/)
})
