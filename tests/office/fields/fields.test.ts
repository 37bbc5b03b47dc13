import { expect, test } from 'vitest'
import { officeWithMachineAndMember } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()

const RIVER = { name: 'By the river', barangay: 'Norte', sitio: 'Ilaya', hectares: 1.2345 }

async function added(field: Partial<typeof RIVER> & { memberId?: string } = {}) {
  const answer = await araro.clerk.fields.add({ commandId: newId(), memberId, ...RIVER, ...field })
  if (!answer.ok) throw new Error(answer.refusal.reason)
  return answer.field
}

test('a member’s fields are listed by name, exact to the square metre, and unknown values are empty', async () => {
  await added({ name: 'Upper', hectares: 0.0001 })
  await added()
  const other = await araro.member()
  await added({ memberId: other.id, name: 'Another member’s' })
  const fields = await araro.clerk.fields.list({ memberId })
  expect(fields).toMatchObject([
    { ...RIVER, version: 1, memberId, crop: '', plantedOn: null, access: '' },
    { name: 'Upper', hectares: 0.0001 },
  ])
})

test('a change keeps what it omits, and clears a day that is null', async () => {
  const field = await added()
  const change = (version: number, more: object) =>
    araro.clerk.fields.change({ commandId: newId(), fieldId: field.id, version, ...RIVER, ...more })
  const planted = { crop: 'Rice', plantedOn: '2026-11-20', access: 'second gate' }
  expect(await change(1, planted)).toMatchObject({ ok: true, field: { ...planted, version: 2 } })
  expect(await change(2, { hectares: 2 })).toMatchObject({ ok: true, field: { ...planted, hectares: 2 } })
  expect(await change(3, { plantedOn: null })).toMatchObject({ ok: true, field: { plantedOn: null } })
  expect(reasonOf(await change(2, {}))).toBe('changed-meanwhile')
  await expect(change(4, { plantedOn: '2026-02-30' })).rejects.toThrow()
  await expect(change(4, { hectares: 0.00005 })).rejects.toThrow()

  const { rows } = await araro.clerk.history.list({ entity: 'field', entityId: field.id })
  expect(rows[1]).toMatchObject({
    before: { hectares: 1.2345 },
    after: { hectares: 2 },
    title: expect.stringMatching(/^By the river · ./),
  })
})

test('a field’s name is unique within its member, ignoring case', async () => {
  await added()
  await expect(added({ name: 'BY THE RIVER' })).rejects.toThrow('name-taken')
  await added({ memberId: (await araro.member()).id })
  await expect(added({ memberId: newId() })).rejects.toThrow('not-found')
})

test('a booking can name only a field of its own member, and shows the field’s current name', async () => {
  const field = await added()
  const asked = { memberId, machineId, fieldId: field.id, period: ahead(3) }
  const booking = await araro.booking(asked)
  expect(booking).toMatchObject({ fieldId: field.id, fieldName: 'By the river' })
  const named = { commandId: newId(), fieldId: field.id, version: 1, ...RIVER, name: 'Ilog' }
  expect(reasonOf(await araro.clerk.fields.change(named))).toBe('yes')
  const { bookings } = await araro.clerk.bookings.list({ memberId })
  expect(bookings).toMatchObject([{ fieldId: field.id, fieldName: 'Ilog' }])
  const { history } = await araro.clerk.bookings.get({ bookingId: booking.id })
  expect(history[0]?.after).toMatchObject({ fieldName: 'By the river' })

  const other = (await araro.member()).id
  const wrong = { commandId: newId(), ...asked, memberId: other, period: ahead(9) }
  expect(await araro.clerk.bookings.request(wrong)).toMatchObject({
    refusal: { reason: 'not-found', what: 'field' },
  })
  expect(await araro.booking({ memberId, machineId, period: ahead(12) })).toMatchObject({
    fieldId: null,
    fieldName: null,
  })
})
