import { expect, test } from 'vitest'
import { lookForConflicts } from '#office/upkeep/look-for-conflicts'
import { officeForEachTest, on } from '#tests/support/office-for-each-test'
import { ahead, NOW, newId, reasonOf } from '#tests/support/temporary-office'
import { withoutGuard } from '#tests/support/without-guard'

// What the conflict scan found, on the list To settle. The files are damaged on purpose, as in tests/office/scan.

const araro = officeForEachTest()
const DAY = 86_400_000

const damage = (sql: string, ...values: (string | number)[]) =>
  withoutGuard(araro.file.sqlite, () => araro.file.sqlite.prepare(sql).run(...values))
const list = () => araro.clerk.settle.list({})

/** Two members were promised a machine for the same day; the second asked a minute after the first. */
async function promisedTwice() {
  const machine = await araro.machine({ name: 'Harvester 1' })
  const other = await araro.machine({ name: 'Harvester 2', typeId: machine.typeId })
  const ana = await araro.member({ name: 'Ana Reyes', phone: '0917 555 0199' })
  const ben = await araro.member({ name: 'Ben Cruz', phone: '0917 555 0200' })
  const first = await araro.approved({ machineId: machine.id, memberId: ana.id, period: ahead(3) })
  araro.clock.pass(60_000)
  const second = await araro.approved({ machineId: machine.id, memberId: ben.id, period: ahead(4) })
  damage(
    `UPDATE bookings SET from_day = o.from_day, to_day = o.to_day, start_ms = o.start_ms, end_ms = o.end_ms
     FROM bookings o WHERE o.id = ? AND bookings.id = ?`,
    first.id,
    second.id,
  )
  return { machine, other, first, second }
}

test('stands there once the scan found it: whoever asked last, with who asked first, and ways out that are free', async () => {
  const { other, first, second } = await promisedTwice()
  expect((await list()).items).toEqual([])
  await lookForConflicts(araro.office)
  const { items, count } = await list()
  expect(count).toBe(1)
  expect(items).toMatchObject([
    {
      why: 'overlap',
      booking: { id: second.id, memberName: 'Ben Cruz', memberPhone: '0917 555 0200' },
      by: { kind: 'booking', bookingId: first.id, memberName: 'Ana Reyes', memberPhone: '0917 555 0199' },
      sinceMs: NOW + 60_000,
      told: null,
    },
  ])
  expect(await araro.clerk.settle.count({})).toEqual({ count: 1 })
  const settlingOf = async (bookingId: string) => (await araro.clerk.bookings.get({ bookingId })).settling
  expect(await settlingOf(second.id)).toMatchObject({ why: 'overlap', by: { bookingId: first.id } })
  expect(await settlingOf(first.id)).toBeNull()
  expect((await araro.manager.today.get({})).counts.settle).toBe(1)
  const elsewhere = items[0]?.alternatives.find(one => one.machineId === other.id)
  const { machineId, period } = elsewhere!
  const now = await araro.clerk.bookings.get({ bookingId: second.id })
  const moved = await araro.manager.bookings.move(on(now.booking!, { machineId, period }))
  expect(reasonOf(moved)).toBe('yes')
  expect(await list()).toEqual({ items: [], count: 0 })
})

test('stays, with since when, until it is settled; cancelling one of them settles it', async () => {
  const { first } = await promisedTwice()
  await lookForConflicts(araro.office)
  araro.clock.pass(DAY)
  await araro.manager.scan.run({})
  const { items } = await list()
  expect(items).toMatchObject([{ why: 'overlap', sinceMs: NOW + 60_000 }])
  const now = await araro.clerk.bookings.get({ bookingId: first.id })
  const cancelled = await araro.clerk.bookings.cancel(on(now.booking!, { reason: 'Told, goes elsewhere' }))
  expect(reasonOf(cancelled)).toBe('yes')
  expect((await list()).items).toEqual([])
})

test('a machine that is out twice is there with both members, until one is taken back', async () => {
  const machine = await araro.machine({ name: 'Harvester 1' })
  const ana = await araro.member({ name: 'Ana Reyes' })
  const ben = await araro.member({ name: 'Ben Cruz' })
  const first = await araro.approved({ machineId: machine.id, memberId: ana.id, period: ahead(1) })
  araro.clock.pass(60_000)
  const second = await araro.approved({ machineId: machine.id, memberId: ben.id, period: ahead(2) })
  await araro.clerk.bookings.handOver(on(first, { atMs: NOW }))
  damage("UPDATE bookings SET status = 'in-use', handed_over_ms = ? WHERE id = ?", NOW, second.id)
  await araro.manager.scan.run({})
  expect((await list()).items).toMatchObject([
    { why: 'overlap', booking: { id: second.id, status: 'in-use' }, by: { bookingId: first.id } },
  ])
  const { booking } = await araro.clerk.bookings.get({ bookingId: first.id })
  const back = { commandId: newId(), bookingId: first.id, version: booking!.version, atMs: NOW }
  expect(reasonOf(await araro.clerk.bookings.return(back))).toBe('yes')
  expect((await list()).items).toEqual([])
})
