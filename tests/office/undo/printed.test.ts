import { beforeEach, expect, test } from 'vitest'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf, type Window } from '#tests/support/temporary-office'

// Issue 9 §3: a step of which something was printed says so before it is undone, whoever printed it.

const { araro, machineId, memberId } = officeWithMachineAndMember()
const MINUTE = 60_000
let booking: Awaited<ReturnType<typeof araro.approved>>

beforeEach(async () => {
  booking = await araro.approved({ machineId, memberId, period: ahead(3) })
})

const printedOf = async (by: Window = araro.clerk) => (await by.undo.list({})).steps[0]?.printed

test('a slip and a day sheet that were printed since are named, with when and by whom', async () => {
  await araro.clerk.bookings.move(on(booking, { period: ahead(5) }))
  expect(await printedOf()).toEqual([])
  araro.clock.pass(MINUTE)
  const atMs = araro.clock.nowMs()
  await araro.manager.prints.note({ kind: 'slip', bookingId: booking.id })
  await araro.clerk.prints.note({ kind: 'day-sheet', day: ahead(5).from })
  expect(await printedOf()).toEqual([
    { kind: 'slip', atMs, byName: 'Manager' },
    { kind: 'day-sheet', atMs, byName: 'Clerk' },
  ])
})

test('the day sheet of the days before the step counts as well, one of other days and an older slip do not', async () => {
  await araro.clerk.prints.note({ kind: 'slip', bookingId: booking.id })
  araro.clock.pass(MINUTE)
  await araro.clerk.bookings.move(on(booking, { period: ahead(5) }))
  await araro.clerk.prints.note({ kind: 'day-sheet', day: ahead(4).from })
  await araro.clerk.prints.note({ kind: 'waiting-list' })
  expect(await printedOf()).toEqual([])
  await araro.clerk.prints.note({ kind: 'day-sheet', day: ahead(3).from })
  expect(await printedOf()).toMatchObject([{ kind: 'day-sheet' }])
  araro.clock.pass(MINUTE)
  await araro.manager.prints.note({ kind: 'day-sheet', day: ahead(5).from })
  expect(await printedOf()).toMatchObject([{ kind: 'day-sheet', byName: 'Manager' }])
})

test('the phone list is named for a step of the waiting list', async () => {
  const wanted = { memberId, machineId, length: { days: 1 }, fromDay: ahead(3).from, toDay: ahead(3).from }
  expect(reasonOf(await araro.clerk.waiting.add({ commandId: newId(), ...wanted }))).toBe('yes')
  await araro.clerk.prints.note({ kind: 'waiting-list' })
  expect(await printedOf()).toMatchObject([{ kind: 'waiting-list', byName: 'Clerk' }])
})

test('only slips of bookings that exist are kept, one line for each', async () => {
  await araro.clerk.prints.note({ kind: 'slip', bookingId: newId() })
  expect(araro.count('prints')).toBe(0)
  for (let times = 0; times < 3; times++)
    await araro.clerk.prints.note({ kind: 'slip', bookingId: booking.id })
  expect(araro.count('prints')).toBe(1)
})
