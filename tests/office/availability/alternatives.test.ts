import { describe, expect, test } from 'vitest'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { ahead, NOW, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId, ask } = officeWithMachineAndMember()
const DAY = 86_400_000

describe('three alternatives', () => {
  const period = ahead(3)

  test('are the same machine’s next gaps, then the same type at the same time; each of them can be booked', async () => {
    const other = await araro.machine()
    await araro.machine({ type: 'Dryer' })
    await araro.booking({ memberId, machineId, period: ahead(2, 3) })
    await araro.booking({ memberId, machineId, period: ahead(6) })
    const answer = await ask({ period })
    if (answer.ok) throw new Error('it was taken')
    expect(answer.alternatives).toEqual([
      { machineId, machineName: 'Harvester 1', period: ahead(5) },
      { machineId, machineName: 'Harvester 1', period: ahead(7) },
      { machineId: other.id, machineName: other.name, period },
    ])
    for (const alternative of answer.alternatives ?? []) {
      expect(reasonOf(await ask({ machineId: alternative.machineId, period: alternative.period }))).toBe(
        'yes',
      )
    }
  })

  test('are three gaps of the same machine if it is the only one of its type, none before the requested day', async () => {
    await araro.booking({ memberId, machineId, period })
    const check = await araro.clerk.bookings.check({ machineId, period })
    expect(check).toMatchObject({ alternatives: [4, 5, 6].map(day => ({ period: ahead(day) })) })
  })

  test('for a machine that is taken today begin after the notice period, also for a manager who may enter walk-ins', async () => {
    const rules = { minNoticeDays: 5, maxDays: 30, horizonDays: 365, walkInRoles: ['manager' as const] }
    await araro.manager.settings.change({ commandId: newId(), version: 1, settings: { rules } })
    expect(reasonOf(await ask({ period: ahead(0) }, araro.manager))).toBe('yes')
    const check = await araro.manager.bookings.check({ machineId, period: ahead(0) })
    expect(check).toMatchObject({ alternatives: [5, 6, 7].map(day => ({ period: ahead(day) })) })
  })

  test('for a clerk’s walk-in that is too soon begin tomorrow', async () => {
    expect(await araro.clerk.bookings.check({ machineId, period: ahead(0) })).toMatchObject({
      free: false,
      refusal: { reason: 'too-soon' },
      alternatives: [{ period: ahead(1) }, { period: ahead(2) }, { period: ahead(3) }],
    })
  })

  test('are not given with a refusal that another time would not avoid', async () => {
    expect(await araro.clerk.bookings.check({ machineId, period: ahead(1, 31) })).toMatchObject({
      alternatives: [],
    })
    expect(await araro.clerk.bookings.check({ machineId, period, units: 2 })).toMatchObject({
      alternatives: [],
    })
  })

  test('respect the machine’s buffers, maintenance and holds', async () => {
    const buffered = await araro.machine({ bufferAfterMs: DAY, type: 'Tractor' })
    await araro.booking({ memberId, machineId: buffered.id, period })
    const repair = { machineId: buffered.id, kind: 'preventive' as const, period: ahead(6) }
    await araro.manager.maintenance.schedule({ commandId: newId(), ...repair })
    await araro.manager.bookings.hold({ formId: newId(), machineId: buffered.id, period: ahead(8) })
    const check = await araro.clerk.bookings.check({ machineId: buffered.id, period })
    expect(check).toMatchObject({
      alternatives: [{ period: ahead(10) }, { period: ahead(11) }, { period: ahead(12) }],
    })
  })

  test('for a booking that is moved may keep its start without a new notice period', async () => {
    const tractor = await araro.machine({ type: 'Tractor' })
    const spare = await araro.machine({ type: 'Tractor' })
    const moving = await araro.booking({ memberId, machineId: tractor.id, period: ahead(3) })
    await araro.booking({ memberId, machineId: tractor.id, period: ahead(4) })
    const later = { typeId: tractor.typeId, version: 1, name: 'Tractor', minNoticeDays: 10 }
    const rules = { commandId: newId(), ...later, maxDays: null, horizonDays: null }
    expect(reasonOf(await araro.manager.machines.changeType(rules))).toBe('yes')
    const elsewhere = { machineId: spare.id, period: ahead(3, 2) }
    const wanted = { machineId: tractor.id, exceptBookingId: moving.id, period: ahead(3, 2) }
    expect(await araro.clerk.bookings.check(wanted)).toMatchObject({
      alternatives: [{ period: ahead(10, 2) }, { period: ahead(12, 2) }, elsewhere],
    })
    expect(reasonOf(await araro.clerk.bookings.move(on(moving, elsewhere)))).toBe('yes')
  })

  test('never offer a booking the place that it has, on its own machine or from another one', async () => {
    const spare = await araro.machine()
    const moving = await araro.booking({ memberId, machineId, period: ahead(4) })
    await araro.booking({ memberId, machineId, period: ahead(3) })
    const dragged = { machineId, exceptBookingId: moving.id, period: ahead(3) }
    expect(await araro.clerk.bookings.check(dragged)).toMatchObject({
      alternatives: [{ period: ahead(5) }, { period: ahead(6) }, { machineId: spare.id, period: ahead(3) }],
    })
    const refused = await araro.clerk.bookings.move(on(moving, { period: ahead(3) }))
    expect(refused).toMatchObject({
      ok: false,
      alternatives: [{ period: ahead(5) }, { period: ahead(6) }, { machineId: spare.id, period: ahead(3) }],
    })
    await araro.booking({ memberId, machineId: spare.id, period: ahead(4) })
    const toTheSpare = { machineId: spare.id, exceptBookingId: moving.id, period: ahead(4) }
    expect(await araro.clerk.bookings.check(toTheSpare)).toMatchObject({
      alternatives: [5, 6, 7].map(day => ({ machineId: spare.id, period: ahead(day) })),
    })
  })

  test('for the mill are clock times that begin when enough sacks are free', async () => {
    const mill = await araro.machine({ type: 'Mill', bookingMode: 'time', capacity: 10 })
    const startMs = NOW + 2 * DAY
    const at = (hours: number, long = 2) => ({
      kind: 'time' as const,
      startMs: startMs + hours * 3_600_000,
      endMs: startMs + (hours + long) * 3_600_000,
    })
    await araro.booking({ memberId, machineId: mill.id, period: at(0), units: 7 })
    await araro.booking({ memberId, machineId: mill.id, period: at(4), units: 7 })
    expect((await araro.clerk.bookings.check({ machineId: mill.id, period: at(0), units: 3 })).free).toBe(
      true,
    )
    const check = await araro.clerk.bookings.check({ machineId: mill.id, period: at(0), units: 4 })
    expect(check).toMatchObject({
      refusal: { reason: 'over-capacity', free: 3 },
      alternatives: [{ period: at(2) }, { period: at(6) }, { period: at(8) }],
    })
  })
})
