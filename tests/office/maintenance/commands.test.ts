import { describe, expect, test } from 'vitest'
import { officeWithMachineAndMember } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId, ask } = officeWithMachineAndMember()
const DAY = 86_400_000

describe('maintenance', () => {
  test('that is typed is answered with what is in the way and the next free times, and saving says the same', async () => {
    await araro.booking({ memberId, machineId, period: ahead(3) })
    await araro.booking({ memberId, machineId, period: ahead(6) })
    const check = (period: ReturnType<typeof ahead>) => araro.manager.maintenance.check({ machineId, period })
    expect(await check(ahead(4, 2))).toEqual({ free: true })
    const taken = await check(ahead(2, 2))
    expect(taken).toMatchObject({
      free: false,
      refusal: { reason: 'already-booked', by: { memberName: 'Ana Reyes' } },
      alternatives: [{ period: ahead(4, 2) }, { period: ahead(7, 2) }, { period: ahead(9, 2) }],
    })
    const plan = { machineId, kind: 'preventive' as const }
    const refused = await araro.manager.maintenance.schedule({
      commandId: newId(),
      ...plan,
      period: ahead(2, 2),
    })
    expect(refused).toMatchObject({ refusal: taken.free ? {} : taken.refusal })
    for (const { period } of taken.free ? [] : taken.alternatives) {
      const commandId = newId()
      expect(reasonOf(await araro.manager.maintenance.schedule({ commandId, ...plan, period }))).toBe('yes')
    }
  })

  test('that would be over is offered from today, by whole days and by clock time', async () => {
    const past = await araro.manager.maintenance.check({ machineId, period: ahead(-3) })
    expect(past).toMatchObject({ refusal: { reason: 'in-the-past' } })
    expect(past).toMatchObject({ alternatives: [{ period: ahead(0) }, { period: ahead(1) }, {}] })
    const nowMs = araro.clock.nowMs()
    const period = { kind: 'time' as const, startMs: nowMs - 3 * DAY, endMs: nowMs - 3 * DAY + 3_600_000 }
    const hour = await araro.manager.maintenance.check({ machineId, period })
    expect(hour.free ? [] : hour.alternatives).not.toEqual([])
    const starts = hour.free
      ? []
      : hour.alternatives.map(one => one.period.kind === 'time' && one.period.startMs)
    for (const startMs of starts) expect(startMs).toBeGreaterThanOrEqual(nowMs)
  })

  test('of a shared machine waits for every load, and is offered a time when all of it is free', async () => {
    const dryer = await araro.machine({ type: 'Dryer', capacity: 60, unitName: 'sack' })
    await araro.booking({ memberId, machineId: dryer.id, period: ahead(3), units: 20 })
    await araro.booking({ memberId, machineId: dryer.id, period: ahead(4), units: 10 })
    const taken = await araro.manager.maintenance.check({ machineId: dryer.id, period: ahead(3) })
    expect(taken).toMatchObject({
      refusal: { reason: 'still-promised', by: [{ units: 20 }] },
      alternatives: [{ period: ahead(5) }, { period: ahead(6) }, { period: ahead(7) }],
    })
  })

  test('takes the whole machine, and is refused where a booking has it, naming the member', async () => {
    const repair = { machineId, kind: 'preventive' as const, note: 'belt' }
    await araro.booking({ memberId, machineId, period: ahead(3) })
    const clash = await araro.manager.maintenance.schedule({
      commandId: newId(),
      ...repair,
      period: ahead(2, 2),
    })
    expect(clash).toMatchObject({ refusal: { reason: 'already-booked', by: { memberName: 'Ana Reyes' } } })
    const planned = await araro.manager.maintenance.schedule({
      commandId: newId(),
      ...repair,
      period: ahead(5, 2),
    })
    expect(reasonOf(planned)).toBe('yes')
    expect(await ask({ period: ahead(6) })).toMatchObject({
      refusal: { reason: 'in-maintenance', by: { note: 'belt' } },
    })
    if (!planned.ok) return
    const { id: maintenanceId, version } = planned.maintenance
    await araro.manager.maintenance.cancel({ commandId: newId(), maintenanceId, version })
    expect(reasonOf(await ask({ period: ahead(6) }))).toBe('yes')
    expect(
      reasonOf(await araro.manager.maintenance.finish({ commandId: newId(), maintenanceId, version })),
    ).toBe('changed-meanwhile')
  })

  test('that has begun gives the machine the status maintenance', async () => {
    await araro.manager.maintenance.schedule({
      commandId: newId(),
      machineId,
      kind: 'emergency',
      period: ahead(0),
    })
    expect((await araro.clerk.machines.list({}))[0]?.status).toBe('maintenance')
    araro.clock.pass(DAY)
    expect((await araro.clerk.machines.list({}))[0]?.status).toBe('available')
  })
})

test('maintenance is planned five years ahead at most', async () => {
  const repair = { machineId, kind: 'preventive' as const }
  const schedule = (period: ReturnType<typeof ahead>) =>
    araro.manager.maintenance.schedule({ commandId: newId(), ...repair, period })
  const far = { kind: 'days' as const, from: '9990-01-01', to: '9990-01-02' }
  expect(await schedule(far)).toMatchObject({ refusal: { reason: 'too-far-ahead', latestDay: '2031-11-19' } })
  expect(reasonOf(await schedule(ahead(1826)))).toBe('yes')
  expect(reasonOf(await schedule(ahead(1828)))).toBe('too-far-ahead')
})
