import { expect, test } from 'vitest'
import { ahead, newId, temporaryOffice } from '#tests/support/temporary-office'

test('a notice of an approval does not show dates to which the booking was moved later', async () => {
  const araro = await temporaryOffice()
  const machineId = (await araro.machine({ name: 'Tractor 3' })).id
  const memberId = (await araro.member()).id
  const { id: bookingId } = await araro.approved({ memberId, machineId, period: ahead(3) })
  const on = (version: number) => ({ commandId: newId(), bookingId, version })
  await araro.manager.bookings.move({ ...on(2), period: ahead(5) })
  await araro.clerk.bookings.cancel({ ...on(3), reason: 'no fuel' })

  const { notices } = await araro.clerk.notices.list({})
  const approved = notices.find(notice => notice.kind === 'approved')
  expect(approved).toMatchObject({
    byName: 'Manager',
    about: {
      entity: 'booking',
      id: bookingId,
      machineName: 'Tractor 3',
      status: 'cancelled',
      period: ahead(5),
    },
  })
  expect(approved).not.toHaveProperty('period')
})
