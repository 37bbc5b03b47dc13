import { describe, expect, test } from 'vitest'
import { officeWithMachineAndMember } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId, ask } = officeWithMachineAndMember()
const DAY = 86_400_000

describe('maintenance', () => {
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
