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

  test('a repeated command with the same password gets its first answer, and with another one none of it', async () => {
    const add = { commandId: newId(), name: 'Eva', role: 'clerk' as const, password: PASSWORD }
    const added = await araro.admin.users.add(add)
    expect(await araro.admin.users.add(add)).toEqual(added)
    expect(reasonOf(await araro.admin.users.add({ ...add, password: 'iba pang salita' }))).toBe(
      'command-reused',
    )
    const change = {
      commandId: newId(),
      userId: add.commandId,
      version: 1,
      name: 'Eva',
      role: 'manager' as const,
    }
    const changed = await araro.admin.users.change({ ...change, password: 'bagong salita' })
    expect(changed).toMatchObject({ ok: true, user: { role: 'manager' } })
    expect(await araro.admin.users.change({ ...change, password: 'bagong salita' })).toEqual(changed)
    const others = [{ ...change, password: 'iba pang salita' }, change]
    for (const other of others) expect(reasonOf(await araro.admin.users.change(other))).toBe('command-reused')
    expect((await araro.signIn('Eva', 'bagong salita')).user.role).toBe('manager')
    const kept = araro.file.sqlite
      .prepare("SELECT args FROM commands WHERE name LIKE 'users.%'")
      .pluck()
      .all()
    expect(kept.join()).not.toContain('salita')
  })

  test('two commands with one id and two passwords at the same moment: one is done, the other refused', async () => {
    const add = { commandId: newId(), name: 'Eva', role: 'clerk' as const }
    const answers = await Promise.all(
      ['unang salita', 'ikalawang salita'].map(password => araro.admin.users.add({ ...add, password })),
    )
    expect(answers.map(reasonOf)).toEqual(['yes', 'command-reused'])
    expect(await araro.signIn('Eva', 'unang salita')).toMatchObject({ ok: true })
  })

  test('names are unique, ignoring case and spacing; a password has at least eight characters', async () => {
    const add = (name: string, password = PASSWORD) =>
      araro.admin.users.add({ commandId: newId(), name, role: 'clerk', password })
    expect(reasonOf(await add('CLERK'))).toBe('name-taken')
    expect(reasonOf(await add('Eva', 'seven 7'))).toBe('weak-password')
    expect(reasonOf(await add('Eva', 'eight 88'))).toBe('yes')
  })
})
