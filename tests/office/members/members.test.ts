import { beforeEach, describe, expect, test } from 'vitest'
import { newId, type TemporaryOffice, temporaryOffice } from '#tests/support/temporary-office'

let araro: TemporaryOffice
beforeEach(async () => {
  araro = await temporaryOffice()
})

describe('members', () => {
  test('have unique numbers, ignoring case', async () => {
    await araro.member({ number: 'A-1', name: 'Ana' })
    const again = { commandId: newId(), number: 'a-1', name: 'Eva', phone: '', barangay: '', sector: '' }
    expect(await araro.clerk.members.add(again)).toMatchObject({
      refusal: { reason: 'number-taken', memberName: 'Ana' },
    })
  })

  test('are changed on the basis of a version: the second of two changes is refused and names who was first', async () => {
    const { id: memberId, version } = await araro.member({ verified: false })
    const fields = { number: 'X', name: 'Eva', phone: '', barangay: '', sector: '' }
    await araro.manager.members.change({ commandId: newId(), memberId, version, ...fields })
    const late = await araro.clerk.members.change({
      commandId: newId(),
      memberId,
      version,
      ...fields,
      name: 'Ewa',
    })
    expect(late).toMatchObject({
      refusal: { reason: 'changed-meanwhile', byName: 'Manager' },
      current: { name: 'Eva', version: 2 },
    })
  })

  test('have names in which HTML is plain text', async () => {
    const name = '<img src=x onerror=alert(1)> & "Ana"'
    const { id: memberId } = await araro.member({ name })
    expect((await araro.clerk.members.get({ memberId })).member?.name).toBe(name)
  })

  test('with control characters or too long names are refused, naming the field', async () => {
    await expect(araro.member({ name: 'A\u0000B' })).rejects.toThrow(
      /name must not contain control characters/,
    )
    await expect(araro.member({ name: 'x'.repeat(1_000_000) })).rejects.toThrow(/name must be at most 120/)
    await expect(araro.member({ name: '   ' })).rejects.toThrow(/name must not be empty/)
  })
})
