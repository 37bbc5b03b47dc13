import { expect, test } from 'vitest'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { NO_OWN_RULES } from '#tests/support/plain-machine'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()
const DAY = 86_400_000

/** The machine's type gets a plan. */
async function plan(change: {
  dueHours?: number | null
  dueDays?: number | null
  dueBookings?: number | null
}) {
  const machine = (await araro.clerk.machines.list({})).find(one => one.id === machineId)!
  const type = (await araro.clerk.machines.types({})).find(one => one.id === machine.typeId)!
  const args = {
    commandId: newId(),
    typeId: type.id,
    version: type.version,
    name: type.name,
    ...NO_OWN_RULES,
  }
  const answer = await araro.manager.machines.changeType({ ...args, ...change })
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return answer.type
}

/** Out and back today, a minute later each time, with the meter as it was read. */
async function used(meterHours: number) {
  const booking = await araro.approved({ machineId, memberId, period: ahead(1) })
  const atMs = araro.clock.nowMs()
  await araro.clerk.bookings.handOver(on(booking, { atMs }))
  const reading = { meterHours, confirmed: true }
  const back = await araro.clerk.bookings.return({
    ...on(booking, { atMs: atMs + 1, reading }),
    version: booking.version + 1,
  })
  expect(reasonOf(back)).toBe('yes')
  araro.clock.pass(60_000)
}
async function maintained() {
  const repair = { machineId, kind: 'preventive' as const, expectedEndMs: null, displace: [] }
  const down = await araro.manager.maintenance.breakDown({ commandId: newId(), ...repair })
  if (!down.ok) throw new Error(down.refusal.reason)
  const { id: maintenanceId, version } = down.maintenance
  expect(await dueNow()).toEqual([])
  await araro.manager.maintenance.finish({ commandId: newId(), maintenanceId, version })
  araro.clock.pass(60_000)
}
const dueNow = async (by = araro.manager) => (await by.today.figures({})).maintenanceDue
/** The sign-ins from before are over. */
async function daysLater(days: number) {
  araro.clock.pass(days * DAY)
  return (await araro.signIn('Manager')).window
}

test('by the hours of the meter since the last maintenance', async () => {
  expect(await plan({ dueHours: 250 })).toMatchObject({ dueHours: 250, dueDays: null })
  await used(249.9)
  expect(await dueNow()).toEqual([])
  await used(250)
  expect(await dueNow()).toMatchObject([{ machineId, because: [{ what: 'hours', since: 250, after: 250 }] }])
  await maintained()
  expect(await dueNow()).toEqual([])
  await used(499.9)
  expect(await dueNow()).toEqual([])
  await used(510)
  expect(await dueNow()).toMatchObject([{ because: [{ what: 'hours', since: 260, after: 250 }] }])
})

test('by the days since the last maintenance, and by completed bookings', async () => {
  await plan({ dueDays: 30, dueBookings: 2 })
  await used(1)
  expect(await dueNow()).toEqual([])
  await used(2)
  expect(await dueNow()).toMatchObject([
    { completed: 2, because: [{ what: 'bookings', since: 2, after: 2 }] },
  ])
  await maintained()
  expect(await dueNow()).toEqual([])
  const manager = await daysLater(30)
  expect(await dueNow(manager)).toMatchObject([{ because: [{ what: 'days', since: 30, after: 30 }] }])
})

test('a type without a plan keeps to the rule of the settings, and a plan is kept and cleared', async () => {
  for (let round = 1; round <= 5; round += 1) await used(round)
  await plan({ dueBookings: 6 })
  // What is left out stays; null clears it.
  expect(await plan({})).toMatchObject({ dueBookings: 6 })
  await expect(plan({ dueHours: 0 })).rejects.toThrow()
  await expect(plan({ dueDays: 1.5 })).rejects.toThrow()
  expect(await dueNow()).toEqual([])
  expect(await plan({ dueBookings: null })).toMatchObject({ dueBookings: null })
  // The rule counts bookings whose day has come.
  const manager = await daysLater(2)
  expect(await dueNow(manager)).toMatchObject([
    { completed: 5, because: [{ what: 'bookings', since: 5, after: 5 }] },
  ])
})
