import { describe, expect, test } from 'vitest'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()
const HOUR = 3_600_000

async function planned(period = ahead(0)) {
  const answer = await araro.manager.maintenance.schedule({
    commandId: newId(),
    machineId,
    period,
    kind: 'preventive',
    technician: 'Mang Tino',
  })
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return answer.maintenance.id
}
const get = async (maintenanceId: string) => araro.clerk.maintenance.get({ maintenanceId })
/** A second later each time, so that what is entered has its order. */
async function onNow(maintenanceId: string) {
  araro.clock.pass(1000)
  const { maintenance } = await get(maintenanceId)
  return { commandId: newId(), maintenanceId, version: maintenance!.version }
}
const part = { kind: 'part' as const, what: 'V-belt', quantity: 2.5, eachCentavos: 33 }

describe('the work of a maintenance', () => {
  test('begins and ends with who did it, what the meter showed, what was done and what it cost', async () => {
    const id = await planned()
    const { manager } = araro
    expect((await get(id)).maintenance).toMatchObject({ technician: 'Mang Tino', startedMs: null })
    const begunMs = araro.clock.nowMs() - HOUR
    const begun = await manager.maintenance.start({ ...(await onNow(id)), atMs: begunMs, meterHours: 512.5 })
    expect(begun).toMatchObject({
      ok: true,
      maintenance: { status: 'planned', startedMs: begunMs, version: 2 },
    })
    await manager.maintenance.addCost({ ...(await onNow(id)), ...part })
    const labour = { kind: 'labour' as const, what: 'Mang Tino', quantity: 3, eachCentavos: 10_000 }
    await manager.maintenance.addCost({ ...(await onNow(id)), ...labour })
    const finished = await manager.maintenance.finish({
      ...(await onNow(id)),
      technician: 'Mang Ben',
      done: 'Belts replaced',
    })
    expect(finished).toMatchObject({
      ok: true,
      maintenance: {
        status: 'finished',
        technician: 'Mang Ben',
        meterHours: 512.5,
        workDone: 'Belts replaced',
        finishedMs: araro.clock.nowMs(),
        costCentavos: 30_083,
      },
    })
    expect(await get(id)).toMatchObject({
      facts: [
        { kind: 'start', atMs: begunMs, meterHours: 512.5, standing: true, enteredBy: { name: 'Manager' } },
        { kind: 'finish', done: 'Belts replaced', standing: true },
      ],
      costs: [
        { what: 'V-belt', quantity: 2.5, centavos: 83 },
        { kind: 'labour', quantity: 3, centavos: 30_000 },
      ],
    })
  })

  test('cannot begin in the future, before the machine was given its time, or twice', async () => {
    const id = await planned(ahead(0))
    const at = async (atMs: number) =>
      reasonOf(await araro.manager.maintenance.start({ ...(await onNow(id)), atMs }))
    const nowMs = araro.clock.nowMs()
    expect(await at(nowMs + HOUR)).toBe('in-the-future')
    expect(await at(nowMs - 24 * HOUR)).toBe('begins-later')
    expect(await at(nowMs)).toBe('yes')
    expect(await at(nowMs)).toBe('move-not-allowed')
    const early = await araro.manager.maintenance.finish({ ...(await onNow(id)), atMs: nowMs - 1 })
    expect(reasonOf(early)).toBe('ended-before-it-began')
    expect(reasonOf(await araro.manager.maintenance.cancel(await onNow(id)))).toBe('work-has-begun')
    expect(reasonOf(await araro.manager.maintenance.finish(await onNow(id)))).toBe('yes')
  })

  test('a meter that goes backward needs a reason, and a jump is asked about', async () => {
    const booked = await araro.approved({ machineId, memberId, period: ahead(1) })
    await araro.clerk.bookings.handOver(
      on(booked, { atMs: araro.clock.nowMs(), reading: { meterHours: 500 } }),
    )
    await araro.clerk.bookings.return({
      ...on(booked, { atMs: araro.clock.nowMs() + 1 }),
      version: booked.version + 1,
    })
    araro.clock.pass(60_000)
    const id = await planned(ahead(0))
    const read = async (more: { meterHours: number; reason?: string; confirmed?: boolean }) =>
      reasonOf(await araro.manager.maintenance.start({ ...(await onNow(id)), ...more }))
    expect(await read({ meterHours: 499 })).toBe('goes-backward')
    expect(await read({ meterHours: 900 })).toBe('jumps-ahead')
    expect(await read({ meterHours: 499, reason: 'a new meter' })).toBe('yes')
  })

  test('is corrected by another entry with a reason, and what stood there is kept', async () => {
    const id = await planned()
    const { manager } = araro
    const nothing = await manager.maintenance.correct({ ...(await onNow(id)), step: 'start', reason: 'x' })
    expect(reasonOf(nothing)).toBe('no-such-step')
    await manager.maintenance.start({ ...(await onNow(id)), meterHours: 5 })
    const earlierMs = araro.clock.nowMs() - HOUR
    const corrected = await manager.maintenance.correct({
      ...(await onNow(id)),
      step: 'start',
      atMs: earlierMs,
      reason: 'it began at eight',
    })
    expect(corrected).toMatchObject({ ok: true, maintenance: { startedMs: earlierMs, meterHours: 5 } })
    expect((await get(id)).facts).toMatchObject([
      { standing: false },
      { standing: true, atMs: earlierMs, reason: 'it began at eight' },
    ])
  })

  test('of a repair that lasted until it was finished ends when the work ended, also as it is corrected', async () => {
    const broke = { machineId, kind: 'corrective' as const, expectedEndMs: null, displace: [] }
    const down = await araro.clerk.maintenance.breakDown({ commandId: newId(), ...broke })
    if (!down.ok) throw new Error(down.refusal.reason)
    const { id, startMs } = down.maintenance
    expect((await araro.clerk.maintenance.list({ state: 'under-way' })).maintenance).toMatchObject([{ id }])
    araro.clock.pass(5 * HOUR - 1000)
    await araro.manager.maintenance.finish(await onNow(id))
    expect((await get(id)).maintenance).toMatchObject({ endMs: startMs + 5 * HOUR })
    const at = { step: 'finish' as const, atMs: startMs + 4 * HOUR, reason: 'an hour earlier' }
    await araro.manager.maintenance.correct({ ...(await onNow(id)), ...at })
    expect((await get(id)).maintenance).toMatchObject({ endMs: startMs + 4 * HOUR })
  })
})

describe('the costs of a maintenance', () => {
  test('are added until they are closed, which is after the work, and corrected by another entry', async () => {
    const id = await planned()
    const { manager } = araro
    await manager.maintenance.addCost({ ...(await onNow(id)), ...part })
    expect(reasonOf(await manager.maintenance.close(await onNow(id)))).toBe('move-not-allowed')
    await manager.maintenance.finish(await onNow(id))
    await manager.maintenance.addCost({ ...(await onNow(id)), ...part, what: 'Grease' })
    expect(await manager.maintenance.close(await onNow(id))).toMatchObject({
      ok: true,
      maintenance: { closedMs: araro.clock.nowMs(), costCentavos: 166 },
    })
    expect(reasonOf(await manager.maintenance.close(await onNow(id)))).toBe('move-not-allowed')
    const late = await manager.maintenance.addCost({ ...(await onNow(id)), ...part })
    expect(reasonOf(late)).toBe('costs-closed')
    const [belt] = (await get(id)).costs
    const right = { costId: belt!.id, what: 'V-belt', eachCentavos: 33, reason: 'one went back' }
    expect(
      await manager.maintenance.correctCost({ ...(await onNow(id)), ...right, quantity: 1 }),
    ).toMatchObject({
      ok: true,
      maintenance: { costCentavos: 116 },
    })
    const again = await manager.maintenance.correctCost({ ...(await onNow(id)), ...right, quantity: 0 })
    expect(reasonOf(again)).toBe('cost-corrected')
    const now = (await get(id)).costs.find(one => one.standing && one.what === 'V-belt')
    const gone = { ...right, costId: now!.id, quantity: 0 }
    expect(await manager.maintenance.correctCost({ ...(await onNow(id)), ...gone })).toMatchObject({
      maintenance: { costCentavos: 83 },
    })
    expect((await get(id)).costs).toHaveLength(4)
  })

  test('are a hundred at most', async () => {
    const id = await planned()
    for (let count = 0; count < 100; count++)
      await araro.manager.maintenance.addCost({ ...(await onNow(id)), ...part })
    const more = await araro.manager.maintenance.addCost({ ...(await onNow(id)), ...part })
    expect(more).toMatchObject({ refusal: { reason: 'too-many-costs', most: 100 } })
  })
})

test('the beginning, the end and the closing are undone one after the other, and done again', async () => {
  const id = await planned()
  const { manager } = araro
  const stands = async () => {
    const { maintenance } = await get(id)
    return [maintenance!.status, maintenance!.startedMs !== null, maintenance!.closedMs !== null]
  }
  const commands = [await onNow(id)]
  await manager.maintenance.start(commands[0]!)
  commands.push(await onNow(id))
  await manager.maintenance.finish({ ...commands[1]!, done: 'Oil' })
  commands.push(await onNow(id))
  await manager.maintenance.close(commands[2]!)
  expect(await stands()).toEqual(['finished', true, true])
  const undo = async (undoes: string) => {
    const commandId = newId()
    const answer = await manager.undo.last({ commandId, of: undoes })
    expect(answer.ok ? 'yes' : answer.refusal).toBe('yes')
    return commandId
  }
  await undo(commands[2]!.commandId)
  expect(await stands()).toEqual(['finished', true, false])
  const undone = await undo(commands[1]!.commandId)
  expect(await stands()).toEqual(['planned', true, false])
  expect(araro.count('occupancy')).toBe(1)
  await undo(undone)
  expect(await stands()).toEqual(['finished', true, false])
  expect((await get(id)).maintenance).toMatchObject({ workDone: 'Oil' })
})

test('only who keeps maintenance records the work; everybody sees it', async () => {
  const id = await planned()
  await expect(araro.clerk.maintenance.start(await onNow(id))).rejects.toThrow()
  await expect(araro.clerk.maintenance.addCost({ ...(await onNow(id)), ...part })).rejects.toThrow()
  expect((await get(id)).maintenance).toMatchObject({ id })
})
