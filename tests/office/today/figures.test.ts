import { expect, test } from 'vitest'
import { addDays, DAY_MS } from '#booking/time/day'
import { ahead, newId, type TemporaryOffice, TODAY, temporaryOffice } from '#tests/support/temporary-office'

/** Enters bookings and brings each machine back on its last day, so that the file has what people did. */
async function used(
  araro: TemporaryOffice,
  machineId: string,
  memberId: string,
  days: readonly [number, number][],
) {
  for (const [from, length] of days) {
    const booking = await araro.approved({ machineId, memberId, period: ahead(from, length) })
    const since = araro.clock.nowMs()
    const startMs = Date.parse(`${addDays(TODAY, from)}T00:00:00+08:00`)
    araro.clock.pass(startMs + 8 * 3_600_000 - since)
    const on = { bookingId: booking.id, version: booking.version, atMs: araro.clock.nowMs() }
    const out = await araro.clerk.bookings.handOver({ commandId: newId(), ...on })
    if (!out.ok) throw new Error(out.refusal.reason)
    araro.clock.pass((length - 1) * DAY_MS + 3_600_000)
    const back = { bookingId: booking.id, version: out.booking.version, atMs: araro.clock.nowMs() }
    const done = await araro.clerk.bookings.return({ commandId: newId(), ...back })
    if (!done.ok) throw new Error(done.refusal.reason)
  }
}

test('the figures agree with an independent count of the days, and conflicts are counted although there are none', async () => {
  const araro = await temporaryOffice()
  const member = await araro.member()
  const tractor = await araro.machine({ type: 'Tractor' })
  const idle = await araro.machine({ type: 'Tractor' })
  const days: [number, number][] = [
    [1, 2],
    [4, 1],
    [6, 3],
  ]
  await used(araro, tractor.id, member.id, days)
  araro.clock.pass(5 * DAY_MS)
  await araro.booking({ machineId: idle.id, memberId: member.id, period: ahead(30) })
  const figures = await araro.manager.today.figures({})
  const daysUsed = days.reduce((sum, [, length]) => sum + length, 0)
  expect(figures).toMatchObject({
    conflicts: 0,
    pending: 1,
    popular: [{ machineId: tractor.id, bookings: days.length }],
    maintenanceDue: [],
    use: [{ type: 'Tractor', machines: 2, share: daysUsed / (2 * figures.days) }],
  })
})

test('five completed bookings suggest maintenance, until it is planned or was done; old ones do not count', async () => {
  const araro = await temporaryOffice()
  const member = await araro.member()
  const machine = await araro.machine()
  await used(araro, machine.id, member.id, [
    [1, 1],
    [3, 1],
    [5, 1],
    [7, 1],
  ])
  const due = async (manager = araro.manager) => (await manager.today.figures({})).maintenanceDue
  expect(await due()).toEqual([])
  await used(araro, machine.id, member.id, [[9, 1]])
  expect(await due()).toMatchObject([{ machineId: machine.id, completed: 5 }])
  const plan = { commandId: newId(), machineId: machine.id, kind: 'preventive' as const, period: ahead(12) }
  const planned = await araro.manager.maintenance.schedule(plan)
  if (!planned.ok) throw new Error(planned.refusal.reason)
  expect(await due()).toEqual([])
  const { id: maintenanceId, version } = planned.maintenance
  await araro.manager.maintenance.cancel({ commandId: newId(), maintenanceId, version })
  expect(await due()).toHaveLength(1)
  araro.clock.pass(90 * DAY_MS)
  expect(await due((await araro.signIn('Manager')).window)).toEqual([])
})

test('a file that another program damaged says so: the figures are those of the newest scan of the source tables', async () => {
  const araro = await temporaryOffice()
  const member = await araro.member()
  const machine = await araro.machine()
  await araro.approved({ machineId: machine.id, memberId: member.id, period: ahead(3) })
  const { sqlite } = araro.file
  const startedMs = araro.clock.nowMs()
  expect(await araro.manager.today.figures({})).toMatchObject({ conflicts: 0, checkedMs: startedMs })
  sqlite.exec('DROP TRIGGER occupancy_guard')
  sqlite.exec(`INSERT INTO bookings (id, machine_id, member_id, status, start_ms, end_ms)
    SELECT 'twice', machine_id, member_id, status, start_ms, end_ms FROM bookings`)
  // The overlap stays in the source tables, although nothing of it stands in `occupancy` any more.
  const triggers = sqlite.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'occupancy'",
  )
  for (const name of triggers.pluck().all()) sqlite.exec(`DROP TRIGGER "${name}"`)
  sqlite.exec('DELETE FROM occupancy')
  expect(await araro.manager.today.figures({})).toMatchObject({ conflicts: 0, checkedMs: startedMs })
  araro.clock.pass(60_000)
  const { overlaps, occupancyWrong, checkedMs } = await araro.manager.scan.run({})
  expect(overlaps).toHaveLength(1)
  const conflicts = overlaps.length + occupancyWrong.length
  expect(conflicts).toBe(3)
  expect(await araro.manager.today.figures({})).toMatchObject({ conflicts, checkedMs })
})

test('a scan that fails leaves what the one before it found', async () => {
  const araro = await temporaryOffice()
  const before = await araro.manager.today.figures({})
  araro.office.newestScan.began(Promise.reject(new Error('the disk cannot be read')))
  await new Promise(resolve => setImmediate(resolve))
  expect(await araro.manager.today.figures({})).toEqual(before)
})
