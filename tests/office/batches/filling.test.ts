import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '#booking/time/day'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { newId } from '#tests/support/temporary-office'
import { batchOffice, hours, reasonOf, START } from './batch-days.ts'

describe('a batch', () => {
  test('takes its machine whole, with its buffers, and says what is left in it', async () => {
    const araro = await batchOffice()
    const dryer = await araro.dryer({ bufferBeforeMs: HOUR_MS, bufferAfterMs: HOUR_MS })
    const batch = await araro.batch(dryer.id, { note: 'wet palay' })
    expect(batch).toMatchObject({
      machineName: dryer.name,
      period: hours(0),
      state: 'planned',
      sacks: 0,
      capacity: 60,
      left: 60,
      dayCapacity: null,
      note: 'wet palay',
    })
    const ana = await araro.member()
    const request = (from: number) =>
      araro.clerk.bookings.request({
        ...{ commandId: newId(), machineId: dryer.id, memberId: ana.id, units: 1 },
        period: hours(from, 1),
      })
    const refused = await request(4)
    expect(refused).toMatchObject({
      ok: false,
      refusal: { reason: 'taken-by-batch', by: { batchId: batch.id, sacks: 0, capacity: 60 } },
    })
    expect(reasonOf(await request(6))).toBe('yes')
    expect(
      reasonOf(await araro.clerk.batches.open({ commandId: newId(), machineId: dryer.id, period: hours(2) })),
    ).toBe('taken-by-batch')
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })

  test('is filled up to what fits, and a refusal says what still fits', async () => {
    const araro = await batchOffice()
    const dryer = await araro.dryer()
    const { id } = await araro.batch(dryer.id)
    const [ana, ben] = [await araro.member({ name: 'Ana Reyes' }), await araro.member({ name: 'Ben Cruz' })]
    const added = await araro.add(id, ana.id, 47)
    expect(added).toMatchObject({ ok: true, batch: { sacks: 47, left: 13 }, share: { sacks: 47, kg: null } })
    expect(await araro.add(id, ben.id, 14)).toMatchObject({
      refusal: { reason: 'batch-full', left: 13, capacity: 60, sacks: 14, per: 'batch' },
    })
    expect(reasonOf(await araro.add(id, ben.id, 13))).toBe('yes')
    expect(await araro.now(id)).toMatchObject({ sacks: 60, left: 0, shares: 2 })
  })

  test('counts among the sacks that its machine takes on a day', async () => {
    const araro = await batchOffice()
    const mill = await araro.machine({ type: 'Mill', bookingMode: 'time', batchSacks: 40, daySacks: 50 })
    const morning = await araro.batch(mill.id, { period: hours(0) })
    const evening = await araro.batch(mill.id, { period: hours(5) })
    const tomorrow = await araro.batch(mill.id, { period: hours(24) })
    const ana = await araro.member()
    await araro.share(morning.id, ana.id, 40)
    expect(await araro.add(evening.id, ana.id, 11)).toMatchObject({
      refusal: { reason: 'batch-full', left: 10, capacity: 50, per: 'day' },
    })
    expect(reasonOf(await araro.add(tomorrow.id, ana.id, 40))).toBe('yes')
    expect(await araro.now(evening.id)).toMatchObject({ left: 10, onDay: 40, dayCapacity: 50 })
    expect(
      reasonOf(await araro.clerk.batches.change({ ...(await araro.on(tomorrow.id)), period: hours(10) })),
    ).toBe('batch-full')
    expect(
      reasonOf(await araro.clerk.batches.change({ ...(await araro.on(tomorrow.id)), period: hours(50) })),
    ).toBe('yes')
  })

  test('needs a machine that is filled with sacks, and members who may book', async () => {
    const araro = await batchOffice()
    const tractor = await araro.machine({ bookingMode: 'time' })
    expect(
      await araro.clerk.batches.open({ commandId: newId(), machineId: tractor.id, period: hours(0) }),
    ).toMatchObject({ refusal: { reason: 'no-batches', machineName: tractor.name } })
    const { id } = await araro.batch((await araro.dryer()).id)
    const unverified = await araro.member({ name: 'New Farmer', verified: false })
    expect(reasonOf(await araro.add(id, unverified.id, 1))).toBe('member-not-verified')
    const quota = {
      typeId: (await araro.now(id)).typeId,
      counts: 'bookings' as const,
      limit: 1,
      per: 'week' as const,
    }
    await araro.manager.quotas.set({ commandId: newId(), ...quota })
    const ana = await araro.member({ name: 'Ana Reyes' })
    expect(reasonOf(await araro.add(id, ana.id, 1))).toBe('yes')
    expect(reasonOf(await araro.add(id, ana.id, 1))).toBe('quota-reached')
  })
})

describe('what is weighed', () => {
  test('replaces the estimate as a new fact, and the last weighing holds', async () => {
    const araro = await batchOffice()
    const { id } = await araro.batch((await araro.dryer()).id)
    const [ana, ben] = [await araro.member({ name: 'Ana Reyes' }), await araro.member({ name: 'Ben Cruz' })]
    const hers = await araro.share(id, ana.id, 40)
    await araro.share(id, ben.id, 15)
    const weigh = async (kg: number, sacks?: number) =>
      araro.clerk.batches.weigh({ ...(await araro.onShare(hers)), kg, ...(sacks && { sacks }) })
    expect(await weigh(2300, 46)).toMatchObject({ refusal: { reason: 'batch-full', left: 45, sacks: 46 } })
    expect(await weigh(2210.5)).toMatchObject({
      ok: true,
      share: { sacks: 45, estimate: 40, kg: 2210.5, weighings: 1 },
      batch: { sacks: 60, left: 0, weighed: 1 },
    })
    expect(await weigh(1900, 38)).toMatchObject({ ok: true, batch: { sacks: 53, left: 7 } })
    const all = await araro.clerk.batches.weighings({ shareId: hers.id })
    expect(all.map(({ sacks, kg }) => [sacks, kg])).toEqual([
      [45, 2210.5],
      [38, 1900],
    ])
    const estimate = { ...(await araro.onShare(hers)), sacks: 39 }
    expect(reasonOf(await araro.clerk.batches.changeShare(estimate))).toBe('weighed-already')
    await expect(weigh(0.04)).rejects.toThrow('kg')
  })
})

describe('a batch that is closed', () => {
  test('gives back the rest of its time, and nothing of it changes any more', async () => {
    const araro = await batchOffice()
    const dryer = await araro.dryer()
    const { id } = await araro.batch(dryer.id)
    const ana = await araro.member()
    const share = await araro.share(id, ana.id, 10)
    expect(reasonOf(await araro.clerk.batches.finish(await araro.on(id)))).toBe('batch-not-begun')
    araro.clock.pass(3 * DAY_MS + HOUR_MS)
    expect(await araro.now(id)).toMatchObject({ state: 'under-way' })
    const after = await araro.clerk.batches.finish(await araro.on(id))
    expect(after).toMatchObject({ ok: true, batch: { state: 'done', doneMs: START + HOUR_MS } })
    expect(reasonOf(await araro.add(id, ana.id, 1))).toBe('batch-closed')
    expect(reasonOf(await araro.clerk.batches.weigh({ ...(await araro.onShare(share)), kg: 50 }))).toBe(
      'batch-closed',
    )
    expect(reasonOf(await araro.clerk.batches.cancel(await araro.on(id)))).toBe('batch-closed')
    expect(
      reasonOf(
        await araro.clerk.batches.open({ commandId: newId(), machineId: dryer.id, period: hours(2, 1) }),
      ),
    ).toBe('yes')
  })

  test('is cancelled with the reason, whoever added sacks is told, and an undo takes it back', async () => {
    const araro = await batchOffice()
    const { id } = await araro.batch((await araro.dryer()).id)
    await araro.share(id, (await araro.member()).id, 10)
    await araro.manager.batches.cancel({ ...(await araro.on(id)), reason: 'no fuel' })
    expect(await araro.found(id)).toMatchObject({
      batch: { state: 'cancelled', reason: 'no fuel', left: 0 },
      shares: [{ sacks: 10 }],
    })
    const { notices } = await araro.clerk.notices.list({})
    expect(notices[0]).toMatchObject({ kind: 'batch-cancelled', reason: 'no fuel' })
    const [step] = (await araro.manager.undo.list({})).steps
    expect(reasonOf(await araro.manager.undo.last({ commandId: newId(), of: step!.commandId }))).toBe('yes')
    expect(await araro.now(id)).toMatchObject({ state: 'planned', sacks: 10, left: 50 })
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })

  test('an undo of opening or adding takes back what nobody has used since', async () => {
    const araro = await batchOffice()
    const { id } = await araro.batch((await araro.dryer()).id)
    const share = await araro.share(id, (await araro.member()).id, 10)
    const undo = (of: string) => araro.clerk.undo.last({ commandId: newId(), of })
    expect(reasonOf(await undo(share.id))).toBe('yes')
    expect(await araro.now(id)).toMatchObject({ sacks: 0 })
    expect(reasonOf(await undo(id))).toBe('yes')
    expect(await araro.now(id)).toMatchObject({ state: 'cancelled' })
  })
})

test('a machine takes no less than its open batches have, and is not retired with one', async () => {
  const araro = await batchOffice()
  const dryer = await araro.dryer()
  const { id } = await araro.batch(dryer.id)
  await araro.share(id, (await araro.member()).id, 30)
  const { typeId, name, version } = dryer
  const fields = {
    name,
    typeId,
    bookingMode: 'time' as const,
    unitName: 'sack',
    bufferBeforeMs: 0,
    bufferAfterMs: 0,
  }
  const change = (more: object) =>
    araro.manager.machines.change({
      ...{ commandId: newId(), machineId: dryer.id, version, ...fields, pendingBlocks: true },
      ...{ capacity: 60, location: '', note: '', implements: [], ...more },
    })
  expect(await change({ batchSacks: 29 })).toMatchObject({
    refusal: { reason: 'batch-holds-more', sacks: 30, capacity: 29, per: 'batch' },
  })
  expect(reasonOf(await change({ capacity: 20 }))).toBe('batch-holds-more')
  const retired = await araro.manager.machines.retire({ commandId: newId(), machineId: dryer.id, version })
  expect(retired).toMatchObject({
    refusal: { reason: 'still-promised', by: [{ kind: 'batch', batchId: id }] },
  })
})
