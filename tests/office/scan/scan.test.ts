import { expect, test } from 'vitest'
import { hasItsGuard } from '#db/opening/open-database'
import { keepUp } from '#office/upkeep/keep-up'
import { lookForConflicts } from '#office/upkeep/look-for-conflicts'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { ahead, NOW, newId, TODAY } from '#tests/support/temporary-office'
import { withoutGuard } from '#tests/support/without-guard'

// Files that were damaged on purpose: the guard was taken out, rows were written, and the guard was put back, so that
// Araro opens the file and only the scan can tell.

const araro = officeForEachTest()

const damage = (sql: string, ...values: (string | number)[]) =>
  withoutGuard(araro.file.sqlite, () => araro.file.sqlite.prepare(sql).run(...values))
const scan = () => araro.manager.scan.run({})

/** A harvester that was promised on two days, one after the other. */
async function promisedTwice() {
  const harvester = await araro.machine({ name: 'Harvester 1' })
  const ana = await araro.member({ name: 'Ana Reyes', phone: '0917 555 0199' })
  const first = await araro.approved({ machineId: harvester.id, memberId: ana.id, period: ahead(3) })
  const second = await araro.approved({ machineId: harvester.id, memberId: ana.id, period: ahead(4) })
  return { harvester, first, second }
}

test('in an office that only Araro wrote, nothing is found, and that is said with when it was looked for', async () => {
  await promisedTwice()
  const nothing = { overlaps: [], outTwice: [], occupancyWrong: [], refused: [] }
  const found = { overlaps: 0, outTwice: 0, occupancyWrong: 0 }
  expect(await scan()).toEqual({ ...nothing, found, checkedMs: NOW })
})

test('two bookings of one machine at one time are found, with whom to call', async () => {
  const { harvester, first, second } = await promisedTwice()
  damage(
    `UPDATE bookings SET from_day = o.from_day, to_day = o.to_day, start_ms = o.start_ms, end_ms = o.end_ms
     FROM bookings o WHERE o.id = ? AND bookings.id = ?`,
    first.id,
    second.id,
  )
  expect(hasItsGuard(araro.file.sqlite)).toBe(true)
  const { overlaps, occupancyWrong, found } = await scan()
  expect(found).toEqual({ overlaps: 1, outTwice: 0, occupancyWrong: 2 })
  expect(overlaps).toMatchObject([
    { machineId: harvester.id, machineName: 'Harvester 1', capacity: 1, atMs: first.startMs, units: 2 },
  ])
  expect(new Set(overlaps[0]?.by.map(({ id }) => id))).toEqual(new Set([first.id, second.id]))
  expect(overlaps[0]?.by[0]?.booking).toMatchObject({ memberName: 'Ana Reyes', memberPhone: '0917 555 0199' })
  // Its source moved, but `occupancy` did not.
  expect(occupancyWrong.map(({ id, wrong }) => ({ id, wrong }))).toEqual([
    { id: second.id, wrong: 'missing' },
    { id: second.id, wrong: 'left-over' },
  ])
})

test('a promise that `occupancy` lost, and one that nobody made, are both found', async () => {
  const { harvester, first } = await promisedTwice()
  damage('DELETE FROM occupancy WHERE ref_id = ?', first.id)
  damage(
    `INSERT INTO occupancy (machine_id, cls, start_ms, kind, ref_id, seg, end_ms, units, whole)
     VALUES (?, 0, 1, 'booking', 'nobody made it', 0, 2, 1, 0)`,
    harvester.id,
  )
  const { occupancyWrong, found } = await scan()
  expect(found).toEqual({ overlaps: 0, outTwice: 0, occupancyWrong: 2 })
  expect(occupancyWrong).toMatchObject([
    { id: first.id, wrong: 'missing', machineName: 'Harvester 1' },
    { id: 'nobody made it', wrong: 'left-over', startMs: 1, endMs: 2 },
  ])
})

test('a machine that is out twice is found, though its bookings do not overlap', async () => {
  const { harvester } = await promisedTwice()
  damage("UPDATE bookings SET status = 'in-use', handed_over_ms = ? WHERE status = 'approved'", NOW)
  const { outTwice, found } = await scan()
  expect(found).toMatchObject({ overlaps: 0, outTwice: 1 })
  expect(outTwice).toMatchObject([{ machineId: harvester.id, capacity: 1, units: 2, by: [{}, {}] }])
})

test('a promise of a retired machine, and one of a machine that is not in the file, are conflicts', async () => {
  const { harvester, first, second } = await promisedTwice()
  damage('UPDATE machines SET retired_ms = ? WHERE id = ?', NOW, harvester.id)
  expect((await scan()).overlaps.map(({ capacity, by }) => [capacity, by[0]?.id])).toEqual([
    [0, first.id],
    [0, second.id],
  ])
  damage("UPDATE bookings SET machine_id = 'gone' WHERE id = ?", second.id)
  expect((await scan()).overlaps).toContainEqual(
    expect.objectContaining({ machineId: 'gone', machineName: '' }),
  )
})

test('seed 20261119: on any damaged file the scan finds something exactly when the oracle does', async () => {
  const mill = await araro.machine({ name: 'Mill 1', type: 'Mill', capacity: 3 })
  const ana = await araro.member()
  for (let day = 2; day < 14; day++)
    await araro.approved({ machineId: mill.id, memberId: ana.id, period: ahead(day), units: 2 })
  const bookings = araro.file.sqlite
    .prepare<[], string>('SELECT id FROM bookings ORDER BY start_ms')
    .pluck()
    .all()
  const { sqlite } = araro.file
  let random = 20261119
  const below = (count: number) => {
    random = (random * 48271) % 2147483647
    return random % count
  }
  const kinds = [
    () => sqlite.prepare('UPDATE bookings SET units = 1 + ? WHERE id = ?').run(below(3), bookings[below(12)]),
    () =>
      sqlite
        .prepare('UPDATE bookings SET end_ms = end_ms + ? WHERE id = ?')
        .run(below(2) * 86_400_000, bookings[below(12)]),
    () => sqlite.prepare('DELETE FROM occupancy WHERE ref_id = ?').run(bookings[below(12)]),
    () => sqlite.prepare("UPDATE bookings SET status = 'cancelled' WHERE id = ?").run(bookings[below(12)]),
    () => sqlite.prepare("UPDATE bookings SET status = 'in-use' WHERE id = ?").run(bookings[below(12)]),
    () => sqlite.prepare('UPDATE machines SET capacity = 2 + ?').run(below(2)),
  ]
  for (let round = 0; round < 40; round++) {
    withoutGuard(sqlite, () => {
      for (let change = below(3); change >= 0; change--) kinds[below(kinds.length)]?.()
    })
    const { found } = await scan()
    const isFound = found.overlaps + found.outTwice + found.occupancyWrong > 0
    expect(isFound, `round ${round}`).toBe(whatIsWrong(sqlite).length > 0)
  }
})

test('refused attempts are counted by machine and day, whether they name the machine or its booking', async () => {
  const { harvester, first, second } = await promisedTwice()
  const attempt = { machineId: harvester.id, memberId: first.memberId, period: ahead(3) }
  await araro.clerk.bookings.request({ commandId: newId(), ...attempt })
  await araro.clerk.bookings.request({ commandId: newId(), ...attempt })
  const { id: bookingId, version } = second
  await araro.manager.bookings.move({ commandId: newId(), bookingId, version, period: ahead(3) })
  const { refused } = await scan()
  expect(refused).toEqual([{ machineId: harvester.id, machineName: 'Harvester 1', day: TODAY, attempts: 3 }])
})

test('a scan sees the file as it was when it began, however much is written meanwhile', async () => {
  const { harvester, first } = await promisedTwice()
  const under = scan()
  await araro.clerk.bookings.cancel({
    ...{ commandId: newId(), bookingId: first.id, version: first.version },
    reason: 'Rain',
  })
  const after = await araro.approved({ machineId: harvester.id, memberId: first.memberId, period: ahead(3) })
  expect(after.status).toBe('approved')
  expect((await under).found).toEqual({ overlaps: 0, outTwice: 0, occupancyWrong: 0 })
})

test('at a start, those who decide are told of a conflict, once a day for each machine, and nobody else is', async () => {
  const { harvester, second } = await promisedTwice()
  const told = async (who: 'manager' | 'clerk') =>
    (await araro[who].notices.list({})).notices.filter(({ kind }) => kind === 'conflict')
  await lookForConflicts(araro.office)
  expect(await told('manager')).toEqual([])
  damage('DELETE FROM occupancy WHERE ref_id = ?', second.id)
  await lookForConflicts(araro.office)
  await lookForConflicts(araro.office)
  expect(await told('manager')).toMatchObject([{ about: { id: harvester.id }, byName: 'system' }])
  expect(await told('clerk')).toEqual([])
  araro.clock.pass(86_400_000)
  await lookForConflicts(araro.office)
  expect(await told('manager')).toHaveLength(2)
})

test('what a late machine keeps beside the promises is no conflict, and is missed when it is gone', async () => {
  const { first, harvester } = await promisedTwice()
  araro.clock.pass(3 * 86_400_000)
  const { id: bookingId, version } = first
  const atMs = araro.clock.nowMs()
  await araro.clerk.bookings.handOver({ commandId: newId(), bookingId, version, atMs })
  araro.clock.pass(3 * 86_400_000)
  await keepUp(araro.office)
  expect(araro.count('open_segments')).toBeGreaterThan(0)
  expect((await scan()).found).toEqual({ overlaps: 0, outTwice: 0, occupancyWrong: 0 })
  damage('DELETE FROM occupancy WHERE seg > 0')
  expect((await scan()).occupancyWrong[0]).toMatchObject({ machineId: harvester.id, wrong: 'missing' })
})
