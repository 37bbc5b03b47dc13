import { expect, test } from 'vitest'
import { ahead, newId, reasonOf, temporaryOffice } from '#tests/support/temporary-office'

test('a note can be added to a booking at any status; only the version changes', async () => {
  const araro = await temporaryOffice()
  const [machineId, memberId] = [(await araro.machine()).id, (await araro.member()).id]
  let booking = await araro.booking({ machineId, memberId, period: ahead(3) })
  const on = () => ({ commandId: newId(), bookingId: booking.id, version: booking.version })
  async function noted(text: string) {
    const answer = await araro.clerk.bookings.note({ ...on(), text })
    if (!answer.ok) throw new Error(answer.refusal.reason)
    expect(answer.booking).toEqual({ ...booking, version: booking.version + 1 })
    booking = answer.booking
  }
  await noted(' Wants the disc plow.\nCall first. ')
  const approved = await araro.manager.bookings.approve(on())
  if (approved.ok) booking = approved.booking
  await noted('Called')
  const cancelled = await araro.clerk.bookings.cancel({ ...on(), reason: 'rain' })
  if (cancelled.ok) booking = cancelled.booking
  expect(booking.status).toBe('cancelled')
  await noted('Will come back in May')

  const { history } = await araro.clerk.bookings.get({ bookingId: booking.id })
  const notes = history.filter(row => row.action === 'bookings.note').reverse()
  expect(notes.map(row => row.after)).toEqual([
    { note: 'Wants the disc plow.\nCall first.' },
    { note: 'Called' },
    { note: 'Will come back in May' },
  ])
  expect(notes.map(row => row.userName)).toEqual(['Clerk', 'Clerk', 'Clerk'])

  const late = { ...on(), version: 1, text: 'by an old window' }
  expect(reasonOf(await araro.clerk.bookings.note(late))).toBe('changed-meanwhile')
  await expect(araro.clerk.bookings.note({ ...on(), text: ' \n ' })).rejects.toThrow()
})
