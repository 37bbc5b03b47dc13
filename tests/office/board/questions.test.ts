import { expect, test } from 'vitest'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { ahead, NOW, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()
const DAY = 86_400_000
const HOUR = 3_600_000
/** Midnight at the beginning of today, in Manila. */
const MIDNIGHT = NOW - 9 * HOUR
const range = { fromMs: MIDNIGHT, toMs: MIDNIGHT + 30 * DAY }

test('the board has the bookings, forms and maintenance of all machines in service, or of those that are named', async () => {
  const tractor = await araro.machine({ name: 'Tractor 1', type: 'Tractor' })
  const old = await araro.machine({ name: 'Tractor 0', type: 'Tractor' })
  const booked = await araro.booking({ memberId, machineId, period: ahead(3) })
  await araro.clerk.bookings.hold({ formId: newId(), machineId: tractor.id, period: ahead(5) })
  const repair = { commandId: newId(), period: ahead(8, 2), kind: 'corrective' as const, note: 'belts' }
  expect(reasonOf(await araro.manager.maintenance.schedule({ ...repair, machineId: tractor.id }))).toBe('yes')
  const { version } = old
  await araro.manager.machines.retire({ commandId: newId(), machineId: old.id, version })

  const { events } = await araro.clerk.board.get(range)
  expect(events.map(event => [event.machineId, event.kind, event.title, event.from])).toEqual([
    [machineId, 'booking', 'Ana Reyes', ahead(3).from],
    [tractor.id, 'hold', 'Clerk', ahead(5).from],
    [tractor.id, 'maintenance', 'corrective', ahead(8).from],
  ])
  expect(events[0]).toMatchObject({ id: booked.id, status: 'pending', overdue: false })
  const ofOne = await araro.clerk.board.get({ ...range, machineIds: [machineId, old.id] })
  expect(ofOne.events.map(event => event.id)).toEqual([booked.id])
})

test('a machine that is overdue says when it is expected back', async () => {
  const booked = await araro.approved({ memberId, machineId, period: ahead(1, 2) })
  araro.clock.pass(DAY)
  await araro.clerk.bookings.handOver(on(booked, { atMs: araro.clock.nowMs() }))
  expect((await araro.clerk.board.get(range)).events[0]).not.toHaveProperty('lastsUntilMs')
  araro.clock.pass(3 * DAY)
  const [event] = (await araro.clerk.board.get(range)).events
  expect(event).toMatchObject({ id: booked.id, overdue: true, lastsUntilMs: MIDNIGHT + 5 * DAY })
  // Tomorrow it will be expected back tomorrow: it is not on the days that nobody knows about.
  const later = { fromMs: MIDNIGHT + 5 * DAY, toMs: MIDNIGHT + 6 * DAY }
  expect((await araro.clerk.board.get(later)).events).toEqual([])
})

test('the promises that a late machine or a repair reaches are hit, as long as it lasts', async () => {
  const late = await araro.approved({ memberId, machineId, period: ahead(1) })
  const next = await araro.approved({ memberId, machineId, period: ahead(2) })
  const later = await araro.approved({ memberId, machineId, period: ahead(4) })
  const hits = async () => (await araro.clerk.board.get(range)).events.flatMap(one => (one.hit ? one.id : []))
  araro.clock.pass(DAY)
  const out = await araro.clerk.bookings.handOver(on(late, { atMs: araro.clock.nowMs() }))
  expect(await hits()).toEqual([])
  araro.clock.pass(DAY)
  expect(await hits()).toEqual([next.id])
  const version = out.ok ? out.booking.version : 0
  const back = { atMs: araro.clock.nowMs() }
  expect(reasonOf(await araro.clerk.bookings.return(on({ id: late.id, version }, back)))).toBe('yes')
  expect(await hits()).toEqual([])

  // A repair that takes longer than was said when it began.
  const broken = await araro.clerk.maintenance.breakDown({
    ...{ commandId: newId(), machineId, kind: 'emergency', note: 'gearbox', displace: [next.id] },
    expectedEndMs: MIDNIGHT + 3 * DAY,
  })
  if (!broken.ok) throw new Error(broken.refusal.reason)
  expect(await hits()).toEqual([])
  const { id: maintenanceId, version: first } = broken.maintenance
  const until = MIDNIGHT + 5 * DAY
  await araro.clerk.maintenance.expect({
    ...{ commandId: newId(), maintenanceId, version: first, expectedEndMs: until },
  })
  expect(await hits()).toEqual([later.id])
  const repair = (await araro.clerk.board.get(range)).events.find(one => one.kind === 'maintenance')
  expect(repair).toMatchObject({ id: maintenanceId, lastsUntilMs: until })
})

test('a shared machine says how full it is and when, with the buffers that were promised', async () => {
  const dryer = await araro.machine({
    ...{ type: 'Dryer', bookingMode: 'time', capacity: 60, unitName: 'sack', bufferAfterMs: HOUR },
  })
  const at = (day: number, from: number, to: number) => ({
    kind: 'time' as const,
    startMs: MIDNIGHT + day * DAY + from * HOUR,
    endMs: MIDNIGHT + day * DAY + to * HOUR,
  })
  await araro.approved({ memberId, machineId: dryer.id, period: at(2, 8, 12), units: 20 })
  await araro.booking({ memberId, machineId: dryer.id, period: at(2, 10, 14), units: 27 })
  const repair = { commandId: newId(), period: at(4, 6, 18), kind: 'preventive' as const, note: '' }
  expect(reasonOf(await araro.manager.maintenance.schedule({ ...repair, machineId: dryer.id }))).toBe('yes')

  const { shared } = await araro.clerk.board.get(range)
  expect(shared).toEqual([
    {
      machineId: dryer.id,
      steps: [
        { startMs: at(2, 8, 0).startMs, endMs: at(2, 10, 0).startMs, units: 20 },
        { startMs: at(2, 10, 0).startMs, endMs: at(2, 13, 0).startMs, units: 47 },
        { startMs: at(2, 13, 0).startMs, endMs: at(2, 15, 0).startMs, units: 27 },
        { startMs: at(4, 6, 0).startMs, endMs: at(4, 18, 0).startMs, units: 60 },
      ],
    },
  ])
  // What was in it on a day that is over is what was there, without buffers.
  araro.clock.pass(3 * DAY)
  const [was] = (await araro.clerk.board.get(range)).shared
  expect(was?.steps.map(step => [(step.endMs - step.startMs) / HOUR, step.units])).toEqual([
    [2, 20],
    [2, 47],
    [2, 27],
    [12, 60],
  ])
})

test('a board is at most 62 days long and has at most 200 machines', async () => {
  const { fromMs } = range
  await expect(araro.clerk.board.get({ fromMs, toMs: fromMs + 62 * DAY })).resolves.toBeDefined()
  await expect(araro.clerk.board.get({ fromMs, toMs: fromMs + 63 * DAY })).rejects.toThrow()
  await expect(araro.clerk.board.get({ fromMs, toMs: fromMs })).rejects.toThrow()
  const machineIds = Array.from({ length: 201 }, newId)
  await expect(araro.clerk.board.get({ ...range, machineIds })).rejects.toThrow()
})
