import { expect, test } from 'vitest'
import { officeWithMachineAndMember } from '#tests/support/office-for-each-test'
import { insertRow } from '#tests/support/raw-rows'
import { ahead, NOW, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId, ask } = officeWithMachineAndMember()
const DAY = 86_400_000

test('a booking that another program writes with SQL into a free time is listed and drawn like any other', async () => {
  const { sqlite } = araro.file
  const when = { start_ms: NOW + 9 * DAY, end_ms: NOW + 10 * DAY }
  insertRow(sqlite, 'bookings', {
    id: 'Isa pa',
    machine_id: machineId,
    member_id: memberId,
    status: 'approved',
    ...when,
  })
  const fixed = { id: 'belt', machine_id: machineId, kind: 'preventive', status: 'finished' }
  insertRow(sqlite, 'maintenance', { ...fixed, ...when })
  const { bookings } = await araro.clerk.bookings.list({ status: 'approved' })
  expect(bookings.map(booking => booking.id)).toEqual(['Isa pa'])
  const events = await araro.clerk.calendar.events({
    fromMs: NOW,
    toMs: NOW + 30 * DAY,
    machineIds: [machineId],
  })
  expect(events.map(event => event.id)).toContain('Isa pa')
  expect((await araro.clerk.maintenance.list({ status: 'finished' })).maintenance.map(one => one.id)).toEqual(
    ['belt'],
  )
  const taken = await ask({ period: ahead(9) })
  expect(taken).toMatchObject({ refusal: { reason: 'already-booked', by: { bookingId: 'Isa pa' } } })
  const cancel = { commandId: newId(), bookingId: 'Isa pa', version: 1, reason: 'written by hand' }
  expect(reasonOf(await araro.clerk.bookings.cancel(cancel))).toBe('yes')
  expect((await araro.manager.history.list({ entity: 'booking', entityId: 'Isa pa' })).rows).toHaveLength(1)
})

test('a text that finds a member and a machine lists each of their bookings once, page by page', async () => {
  const machine = await araro.machine({ name: 'Santos harvester' })
  const santos = await araro.member({ name: 'Maria Santos' })
  await araro.booking({ memberId: santos.id, machineId, period: ahead(1) })
  await araro.booking({ memberId: santos.id, machineId: machine.id, period: ahead(2) })
  await araro.booking({ memberId, machineId: machine.id, period: ahead(3) })
  await araro.booking({ memberId, machineId, period: ahead(4) })
  const page = (cursor?: string) =>
    araro.clerk.bookings.list({ text: 'santos', limit: 2, ...(cursor && { cursor }) })
  const first = await page()
  const second = await page(first.nextCursor ?? '')
  const days = [...first.bookings, ...second.bookings].map(booking => booking.period)
  expect(days).toEqual([ahead(3), ahead(2), ahead(1)])
  expect(second.nextCursor).toBeNull()
})

test('before an approved booking is moved, the office says whether the move takes its approval away', async () => {
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
