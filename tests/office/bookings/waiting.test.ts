import { expect, test } from 'vitest'
import { officeForEachTest, on } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'

const araro = officeForEachTest()

/** A dryer for 60 sacks at ₱35 a sack, and two members. */
async function dryerAndMembers(change: object = {}) {
  const rate = { centavos: 3500, per: 'sack' as const }
  const dryer = await araro.machine({ type: 'Dryer', capacity: 60, unitName: 'sack', rate, ...change })
  const ana = await araro.member({ name: 'Ana Reyes' })
  const ben = await araro.member({ name: 'Ben Cruz' })
  return { machineId: dryer.id, ana: ana.id, ben: ben.id }
}
const waiting = async (args: Parameters<typeof araro.manager.bookings.waiting>[0] = {}) =>
  (await araro.manager.bookings.waiting(args)).waiting

test('what waits has its price and how full the dryer will be, as the rules count them', async () => {
  const { machineId, ana, ben } = await dryerAndMembers()
  await araro.approved({ machineId, memberId: ben, period: ahead(3), units: 31 })
  await araro.booking({ machineId, memberId: ana, period: ahead(3), units: 26 })
  expect(await waiting()).toMatchObject([
    {
      booking: { memberName: 'Ana Reyes' },
      price: { kind: 'total', centavos: 91_000, quantity: 26 },
      ifApproved: { units: 57, capacity: 60, unitName: 'sack' },
      refusal: null,
      rivals: 0,
    },
  ])
})

test('a machine that is rented as a whole has no load, and one without a rate has no price', async () => {
  const machine = await araro.machine({})
  const member = await araro.member()
  await araro.booking({ machineId: machine.id, memberId: member.id, period: ahead(3) })
  expect(await waiting()).toMatchObject([{ price: null, ifApproved: null }])
})

test('the reason why a booking cannot be approved is the one that approving it is told', async () => {
  const { machineId, ana, ben } = await dryerAndMembers({ pendingBlocks: false })
  const booking = await araro.booking({ machineId, memberId: ana, period: ahead(3), units: 40 })
  await araro.booking({ machineId, memberId: ben, period: ahead(3), units: 30 })
  expect((await waiting()).map(one => [one.refusal, one.rivals])).toEqual([
    [null, 1],
    [null, 1],
  ])
  expect(reasonOf(await araro.manager.bookings.approve(on(booking, {})))).toBe('yes')
  const [left] = await waiting()
  expect(left).toMatchObject({ ifApproved: { units: 70 }, refusal: { reason: 'over-capacity' }, rivals: 0 })
  if (!left) throw new Error('nothing waits')
  const told = await araro.manager.bookings.approve(on(left.booking, {}))
  expect(told).toMatchObject({ ok: false, refusal: left.refusal })
})

test('a suspended member is said before anybody decides', async () => {
  const { machineId, ana } = await dryerAndMembers()
  await araro.booking({ machineId, memberId: ana, period: ahead(3) })
  const { member } = await araro.clerk.members.get({ memberId: ana })
  const version = member?.version ?? 0
  await araro.clerk.members.suspend({ commandId: newId(), memberId: ana, version, reason: 'owes' })
  expect(await waiting()).toMatchObject([{ refusal: { reason: 'member-suspended', why: 'owes' } }])
})

test('the filters leave only one machine, and only what overlaps the local day', async () => {
  const { machineId, ana } = await dryerAndMembers()
  const other = await araro.machine({})
  await araro.booking({ machineId, memberId: ana, period: ahead(3, 2) })
  await araro.booking({ machineId: other.id, memberId: ana, period: ahead(4) })
  await araro.booking({ machineId: other.id, memberId: ana, period: ahead(5) })
  const days = async (args: object) => (await waiting(args)).map(one => one.booking.period)
  expect(await days({})).toEqual([ahead(3, 2), ahead(4), ahead(5)])
  expect(await days({ day: ahead(4).from })).toEqual([ahead(3, 2), ahead(4)])
  expect(await days({ machineId: other.id })).toEqual([ahead(4), ahead(5)])
  expect(await days({ machineId: other.id, day: ahead(3).from })).toEqual([])
})
