import { expect, test } from 'vitest'
import { officeWithMachineAndMember } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId, ask } = officeWithMachineAndMember()

async function requested() {
  const answer = await ask()
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return answer.booking
}
const on = (booking: { id: string; version: number }) => ({
  commandId: newId(),
  bookingId: booking.id,
  version: booking.version,
})

test('a purpose is corrected at any status, and the history keeps what stood before', async () => {
  const booking = await requested()
  const cancelled = await araro.clerk.bookings.cancel({ ...on(booking), reason: 'rain' })
  if (!cancelled.ok) throw new Error(cancelled.refusal.reason)
  const corrected = await araro.clerk.bookings.correct({ ...on(cancelled.booking), purpose: 'Hauling' })
  expect(corrected).toMatchObject({
    ok: true,
    booking: { purpose: 'Hauling', memberId, status: 'cancelled' },
  })
  const { history } = await araro.clerk.bookings.get({ bookingId: booking.id })
  expect(history.find(row => row.action === 'bookings.correct')).toMatchObject({
    before: { purpose: booking.purpose },
    after: { purpose: 'Hauling' },
  })
})

test('another member needs a new approval, unless the user may approve', async () => {
  const other = await araro.member({ name: 'Ben' })
  const approved = async () => {
    const answer = await araro.manager.bookings.approve(on(await requested()))
    if (!answer.ok) throw new Error(answer.refusal.reason)
    return answer.booking
  }
  const booking = await approved()
  const byManager = await araro.manager.bookings.correct({ ...on(booking), memberId: other.id })
  expect(byManager).toMatchObject({ ok: true, booking: { status: 'approved', memberName: 'Ben' } })
  if (!byManager.ok) return
  const byClerk = await araro.clerk.bookings.correct({ ...on(byManager.booking), memberId })
  expect(byClerk).toMatchObject({ ok: true, booking: { status: 'pending', memberId } })
  const { notices } = await araro.manager.notices.list({})
  expect(notices.filter(({ kind }) => kind === 'requested')).toHaveLength(2)
  // The same member again takes no approval away.
  expect(byClerk.ok && byClerk.booking.version).toBe(booking.version + 2)
})

test('another member must be one who may book, and comes only before the machine goes out', async () => {
  const booking = await requested()
  const unknown = await araro.clerk.bookings.correct({ ...on(booking), memberId: newId() })
  expect(reasonOf(unknown)).toBe('not-found')
  const unverified = await araro.member({ verified: false })
  const refused = await araro.clerk.bookings.correct({ ...on(booking), memberId: unverified.id })
  expect(reasonOf(refused)).toBe('member-not-verified')
  const rejected = await araro.manager.bookings.reject({ ...on(booking), reason: 'no fuel' })
  if (!rejected.ok) throw new Error(rejected.refusal.reason)
  const other = await araro.member()
  const late = await araro.clerk.bookings.correct({ ...on(rejected.booking), memberId: other.id })
  expect(reasonOf(late)).toBe('member-is-known')
})

test('a field does not stay with another member, and must be the member’s own', async () => {
  const field = async (owner: string) => {
    const add = { commandId: newId(), memberId: owner, name: 'By the river', barangay: '', sitio: '' }
    const answer = await araro.clerk.fields.add({ ...add, hectares: 1 })
    if (!answer.ok) throw new Error(answer.refusal.reason)
    return answer.field.id
  }
  const other = (await araro.member()).id
  const [own, others] = [await field(memberId), await field(other)]
  const booking = await requested()
  const wrong = await araro.clerk.bookings.correct({ ...on(booking), fieldId: others })
  expect(reasonOf(wrong)).toBe('not-found')
  const named = await araro.clerk.bookings.correct({ ...on(booking), fieldId: own })
  expect(named).toMatchObject({ ok: true, booking: { fieldId: own } })
  if (!named.ok) return
  const moved = await araro.clerk.bookings.correct({ ...on(named.booking), memberId: other })
  expect(moved).toMatchObject({ ok: true, booking: { fieldId: null, memberId: other, machineId } })
})

test('a booking is found by its number, however it is said', async () => {
  const first = await requested()
  const second = await ask({ period: ahead(8) })
  if (!second.ok) throw new Error(second.refusal.reason)
  expect([first.number, second.booking.number]).toEqual([1, 2])
  for (const text of ['2', ' No. 2', '#2', 'blg 2']) {
    const { bookings } = await araro.clerk.bookings.list({ text })
    expect(bookings.map(one => one.id)).toContain(second.booking.id)
  }
})
