import { expect, test } from 'vitest'
import { DAY_MS } from '#booking/time/day'
import { ahead, newId, temporaryOffice } from '#tests/support/temporary-office'

test('who should have returned a machine by now are told apart, until it is back', async () => {
  const araro = await temporaryOffice()
  const machine = await araro.machine({ name: 'Tractor 1' })
  const member = await araro.member({ name: 'Ana' })
  const other = await araro.member({ name: 'Ben' })
  const booking = await araro.approved({ machineId: machine.id, memberId: member.id, period: ahead(1, 2) })
  const on = { commandId: newId(), bookingId: booking.id }
  araro.clock.pass(DAY_MS)
  await araro.clerk.bookings.handOver({ ...on, version: booking.version, atMs: araro.clock.ms })
  const overdue = async (memberId: string) => (await araro.clerk.members.get({ memberId })).overdue
  expect(await overdue(member.id)).toEqual([])
  araro.clock.pass(2 * DAY_MS)
  expect(await overdue(member.id)).toEqual([
    { bookingId: booking.id, machineName: 'Tractor 1', period: booking.period },
  ])
  expect(await overdue(other.id)).toEqual([])
  await araro.clerk.bookings.return({
    ...on,
    commandId: newId(),
    version: booking.version + 1,
    atMs: araro.clock.ms,
  })
  expect(await overdue(member.id)).toEqual([])
})
