import { expect, test } from 'vitest'
import { ahead, newId, temporaryOffice } from '#tests/support/temporary-office'

test('before an approved booking is moved, the office says whether the move takes its approval away', async () => {
  const araro = await temporaryOffice()
  const { id: memberId } = await araro.member()
  const { id: machineId } = await araro.machine()
  const approved = await araro.approved({ memberId, machineId, period: ahead(3) })
  const pending = await araro.booking({ memberId, machineId, period: ahead(10) })
  const check = (user: 'clerk' | 'manager', exceptBookingId: string, days: number) =>
    araro[user].bookings.check({ machineId, period: ahead(days), exceptBookingId })

  expect(await check('clerk', approved.id, 5)).toEqual({ free: true, approvalAgain: true })
  expect(await check('clerk', approved.id, 10)).toMatchObject({ free: false, approvalAgain: true })
  expect(await check('manager', approved.id, 5)).toEqual({ free: true })
  expect(await check('clerk', pending.id, 5)).toEqual({ free: true })
  expect(await araro.clerk.bookings.check({ machineId, period: ahead(5) })).toEqual({ free: true })

  const move = { commandId: newId(), bookingId: approved.id, version: approved.version, period: ahead(5) }
  expect(await araro.clerk.bookings.move(move)).toMatchObject({ ok: true, booking: { status: 'pending' } })
})
