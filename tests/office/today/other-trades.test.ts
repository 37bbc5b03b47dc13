import { expect, test } from 'vitest'
import { keepUp } from '#office/upkeep/keep-up'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { ahead, NOW, newId } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()
const DAY_MS = 86_400_000
type Booking = Awaited<ReturnType<typeof araro.approved>>

async function out(booking: Booking): Promise<Booking> {
  const answer = await araro.clerk.bookings.handOver(on(booking, { atMs: araro.clock.nowMs() }))
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return answer.booking
}

test('the first five of what is to settle are those of the list, with what hits them, and all are counted', async () => {
  const next: Booking[] = []
  for (const days of [3, 4, 5, 6]) {
    next.push(await araro.approved({ memberId, machineId, period: ahead(days) }))
  }
  const late = await out(await araro.approved({ memberId, machineId, period: ahead(1) }))
  const broken = await araro.machine()
  for (const days of [3, 4, 5]) await araro.approved({ memberId, machineId: broken.id, period: ahead(days) })
  araro.clock.pass(2 * DAY_MS)
  await araro.clerk.bookings.expect(on(late, { backMs: NOW + 7 * DAY_MS }))
  const promised = await araro.manager.bookings.list({ machineId: broken.id, order: 'oldest' })
  const answer = await araro.manager.maintenance.breakDown({
    commandId: newId(),
    machineId: broken.id,
    kind: 'emergency',
    note: 'gearbox',
    expectedEndMs: NOW + 6 * DAY_MS,
    displace: promised.bookings.map(one => one.id),
  })
  if (!answer.ok) throw new Error(answer.refusal.reason)
  await keepUp(araro.office)

  const { items, count } = await araro.clerk.settle.list({})
  expect(items.map(one => one.why).sort()).toEqual([
    ...Array(answer.displaced.length).fill('displaced'),
    ...Array(next.length).fill('hit'),
  ])
  const shown = await araro.clerk.today.get({})
  expect(count).toBeGreaterThan(5)
  expect(shown.counts.settle).toBe(count)
  const { alternatives: _, ...first } = items[0]!
  expect(shown.settle[0]).toEqual({ ...first, type: 'Harvester' })
  const starts = (all: readonly { booking: Booking }[]) => all.map(one => one.booking.startMs)
  expect(starts(shown.settle)).toEqual(starts(items.slice(0, 5)))
  const listed = new Set(items.map(one => one.booking.id))
  expect(shown.settle.every(one => listed.has(one.booking.id))).toBe(true)
  // What cannot be kept for now is not said of another day.
  const other = await araro.clerk.today.get({ day: ahead(3).from })
  expect(other).toMatchObject({ settle: [], offers: [], counts: { settle: 0, offers: 0 } })
})

test('an offer that runs says to whom, of what and until when; once it is declined, it is gone', async () => {
  const booked = await araro.approved({ memberId, machineId, period: ahead(3, 2) })
  const ben = await araro.member({ name: 'Ben Cruz', phone: '0918 555 0303', barangay: 'Hulo' })
  const { from, to } = ahead(3, 2)
  await araro.clerk.waiting.add({
    commandId: newId(),
    memberId: ben.id,
    machineId,
    fromDay: from,
    toDay: to,
    length: { days: 2 },
  })
  expect((await araro.clerk.today.get({})).offers).toEqual([])
  await araro.clerk.bookings.cancel(on(booked, { reason: 'rain' }))
  const { offers, counts } = await araro.clerk.today.get({})
  const [row] = (await araro.clerk.waiting.list({})).waiting
  expect(counts.offers).toBe(1)
  expect(offers).toEqual([
    {
      ...row?.offer,
      type: 'Harvester',
      units: 1,
      memberId: ben.id,
      memberName: 'Ben Cruz',
      memberPhone: '0918 555 0303',
      memberBarangay: 'Hulo',
    },
  ])
  await araro.clerk.waiting.decline({ commandId: newId(), offerId: offers[0]!.id })
  expect(await araro.clerk.today.get({})).toMatchObject({ offers: [], counts: { offers: 0 } })
})
