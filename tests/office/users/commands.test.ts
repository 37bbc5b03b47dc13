import { describe, expect, test } from 'vitest'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { newId, PASSWORD, reasonOf } from '#tests/support/temporary-office'

const araro = officeForEachTest()

describe('users', () => {
  const disable = (userId: string, version = 1) =>
    araro.admin.users.disable({ commandId: newId(), userId, version })

  test('nobody can disable their own account, and the last administrator keeps the role', async () => {
    const { admin } = araro.ids
    expect(reasonOf(await disable(admin))).toBe('own-account')
    const demote = { userId: admin, version: 1, name: 'Admin', role: 'clerk' as const }
    expect(reasonOf(await araro.admin.users.change({ commandId: newId(), ...demote }))).toBe(
      'last-administrator',
    )
    await araro.admin.users.add({ commandId: newId(), name: 'Second', role: 'admin', password: PASSWORD })
    expect(reasonOf(await araro.admin.users.change({ commandId: newId(), ...demote }))).toBe('yes')
    await expect(araro.admin.users.list({})).rejects.toMatchObject({ status: 403 })
  })

  test('names are unique, ignoring case and spacing; a password has at least eight characters', async () => {
    const add = (name: string, password = PASSWORD) =>
      araro.admin.users.add({ commandId: newId(), name, role: 'clerk', password })
    expect(reasonOf(await add('CLERK'))).toBe('name-taken')
    expect(reasonOf(await add('Eva', 'seven 7'))).toBe('weak-password')
    expect(reasonOf(await add('Eva', 'eight 88'))).toBe('yes')
  })
})
