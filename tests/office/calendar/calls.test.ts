import { expect, test } from 'vitest'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { ahead, NOW, newId, TODAY } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()
const DAY = 86_400_000

test('the calendar shows what blocks, and other bookings only on request', async () => {
  const booking = await araro.booking({ memberId, machineId, period: ahead(3) })
  const gone = await araro.booking({ memberId, machineId, period: ahead(4) })
  await araro.clerk.bookings.cancel(on(gone, { reason: 'rain' }))
  await araro.clerk.bookings.hold({ formId: newId(), machineId, period: ahead(5) })
  const range = { fromMs: NOW, toMs: NOW + 30 * DAY }
  const events = await araro.clerk.calendar.events(range)
  expect(events.map(event => [event.kind, event.from])).toEqual([
    ['booking', ahead(3).from],
    ['hold', ahead(5).from],
  ])
  expect(events[0]).toMatchObject({ id: booking.id, title: 'Ana Reyes', status: 'pending' })
  expect(await araro.clerk.calendar.events({ ...range, withEnded: true })).toHaveLength(3)
  expect(TODAY < ahead(3).from).toBe(true)
})
