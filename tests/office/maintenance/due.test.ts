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

test('a repair of something else leaves a machine as due as it was, and what the meter showed at the work counts', async () => {
  await plan({ dueHours: 100 })
  await used(120)
  const { manager } = araro
  const repair = { machineId, kind: 'corrective' as const, expectedEndMs: null, displace: [] }
  const down = await manager.maintenance.breakDown({ commandId: newId(), ...repair })
  if (!down.ok) throw new Error(down.refusal.reason)
  const of = { maintenanceId: down.maintenance.id, version: down.maintenance.version }
  expect(await dueNow()).toHaveLength(1)
  await manager.maintenance.finish({ commandId: newId(), ...of })
  expect(await dueNow()).toHaveLength(1)

  const planned = { commandId: newId(), machineId, period: ahead(0), kind: 'preventive' as const }
  const oil = await manager.maintenance.schedule(planned)
  if (!oil.ok) throw new Error(oil.refusal.reason)
  expect(await dueNow()).toEqual([])
  const finish = { commandId: newId(), maintenanceId: oil.maintenance.id, version: 1, meterHours: 130 }
  const done = await manager.maintenance.finish({ ...finish, confirmed: true, technician: 'Mang Tino' })
  expect(reasonOf(done)).toBe('yes')
  araro.clock.pass(60_000)
  await used(229)
  expect(await dueNow()).toEqual([])
  await used(230)
  expect(await dueNow()).toMatchObject([{ because: [{ what: 'hours', since: 100, after: 100 }] }])

  // Everything is proposed: the next free day, why, and who did it last.
  expect(await manager.maintenance.due({})).toMatchObject({ count: 1, due: [{ machineId }] })
  expect(await manager.maintenance.propose({ machineId })).toMatchObject({
    ok: true,
    because: [{ what: 'hours' }],
    period: ahead(1),
    technician: 'Mang Tino',
  })
  const taken = await araro.approved({ machineId, memberId, period: ahead(1, 2) })
  expect(taken.id).not.toBe('')
  expect(await manager.maintenance.propose({ machineId })).not.toMatchObject({ period: ahead(1) })
})

test('what maintenance of a machine cost is told by year', async () => {
  const { manager } = araro
  await used(10)
  const planned = { commandId: newId(), machineId, period: ahead(0), kind: 'preventive' as const }
  await manager.maintenance.schedule(planned)
  const on = (version: number) => ({ commandId: newId(), maintenanceId: planned.commandId, version })
  const oil = { kind: 'part' as const, what: 'Oil', quantity: 4, eachCentavos: 25_000 }
  await manager.maintenance.addCost({ ...on(1), ...oil })
  await manager.maintenance.finish(on(2))
  await used(20)
  const { years } = await araro.clerk.maintenance.figures({ machineId })
  expect(years).toMatchObject([
    { year: 2026, count: 1, costCentavos: 100_000, hours: 10, perHourCentavos: 10_000 },
  ])
  expect(years[0]!.downShare).toBeGreaterThan(0)
  expect((await araro.clerk.maintenance.figures({ machineId: newId() })).years).toEqual([])
})
