import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runCommand, SYSTEM } from '#office/law/run-command'
import { resetPassword } from '#office/users/commands'
import { hashPassword, isPassword } from '#office/users/passwords'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { newId, PASSWORD, reasonOf } from '#tests/support/temporary-office'

const araro = officeForEachTest()

describe('a password', () => {
  test('is stored as scrypt with its parameters, each time with a new salt', async () => {
    const [one, other] = await Promise.all([hashPassword('palay', 16), hashPassword('palay', 16)])
    expect(one).toMatch(/^scrypt\$16\$8\$1\$/)
    expect(one).not.toBe(other)
    expect(await isPassword('palay', one)).toBe(true)
    expect(await isPassword('mais', one)).toBe(false)
    await expect(isPassword('palay', 'md5$x$y')).rejects.toThrow(/unknown kind/)
  })

  test('is compared in one Unicode form, so that the keyboard does not matter', async () => {
    expect(await isPassword('nin\u0303o', await hashPassword('ni\u00f1o', 16))).toBe(true)
  })

  test('changed by its owner ends that user’s other sign-ins and not this one', async () => {
    const other = await araro.signIn('Clerk')
    const change = { commandId: newId(), password: PASSWORD, newPassword: 'bagong salita' }
    const wrong = await araro.clerk.auth.changePassword({ ...change, password: 'wrong' })
    expect(reasonOf(wrong)).toBe('wrong-sign-in')
    expect(reasonOf(await araro.clerk.auth.changePassword({ ...change, newPassword: 'short' }))).toBe(
      'weak-password',
    )
    const done = await araro.clerk.auth.changePassword(change)
    expect(reasonOf(done)).toBe('yes')
    expect((await araro.clerk.auth.who({})).user?.name).toBe('Clerk')
    expect((await other.window.auth.who({})).user).toBeNull()
    expect(await araro.trySignIn('Clerk', PASSWORD)).toBe('wrong-sign-in')
    expect(await araro.trySignIn('Clerk', 'bagong salita')).toBe('yes')
  })

  test('changed by an administrator ends that user’s sign-ins, except the one that sent the command', async () => {
    const other = await araro.signIn('Admin')
    const elsewhere = await araro.signIn('Clerk')
    const change = async (name: string, role: 'admin' | 'clerk') => {
      const user = (await araro.admin.users.list({})).find(each => each.name === name)
      const own = { commandId: newId(), userId: user!.id, version: user!.version, name, role }
      return reasonOf(await araro.admin.users.change({ ...own, password: 'bagong salita' }))
    }
    expect(await change('Admin', 'admin')).toBe('yes')
    expect((await araro.admin.auth.who({})).user?.name).toBe('Admin')
    expect((await other.window.auth.who({})).user).toBeNull()
    expect(await change('Clerk', 'clerk')).toBe('yes')
    expect((await araro.admin.auth.who({})).user?.name).toBe('Admin')
    expect((await elsewhere.window.auth.who({})).user).toBeNull()
    expect((await araro.clerk.auth.who({})).user).toBeNull()
  })

  test('reset from the command line ends all sign-ins, enables a disabled account, and is in the history', async () => {
    const hashed = await hashPassword('bagong salita', 16)
    const reset = (name: string) =>
      runCommand(araro.office, {
        command: resetPassword(hashed),
        args: { commandId: newId(), name },
        actor: SYSTEM,
      })
    expect(reasonOf(await reset('admin'))).toBe('yes')
    expect((await araro.admin.auth.who({})).user).toBeNull()
    const { window } = await araro.signIn('Admin', 'bagong salita')
    const { rows } = await window.history.list({ entity: 'user', entityId: araro.ids.admin })
    expect(rows[0]).toMatchObject({
      userName: 'system',
      userId: null,
      action: 'users.resetPassword',
      after: { password: 'changed' },
    })
    expect(reasonOf(await reset('nobody'))).toBe('not-found')
  })

  test('is never written in clear, and nor is a token: not to the file, its -wal or the log, when set, reset, right or wrong', async () => {
    const secrets = ['lihim-na-una', 'lihim-na-pangalawa', 'lihim-na-mali', 'lihim-na-pangatlo']
    const [first, second, wrong, third] = secrets as [string, string, string, string]
    await araro.admin.users.add({ commandId: newId(), name: 'Eva', role: 'clerk', password: first })
    const { window, token, user } = await araro.signIn('Eva', first)
    await araro.window().auth.signIn({ name: 'Eva', password: wrong })
    await window.auth.changePassword({ commandId: newId(), password: wrong, newPassword: second })
    await window.auth.changePassword({ commandId: newId(), password: first, newPassword: second })
    const change = { commandId: newId(), userId: user.id, version: 2, name: 'Eva', role: 'clerk' as const }
    expect(reasonOf(await araro.admin.users.change({ ...change, password: third }))).toBe('yes')
    await araro.signIn('Eva', third)
    const bytes = [araro.path, `${araro.path}-wal`].map(path => readFileSync(path).toString('latin1')).join()
    const everything = bytes + JSON.stringify(araro.lines)
    for (const secret of [...secrets, token, araro.tokens.admin]) {
      expect(everything.includes(secret)).toBe(false)
      expect(everything.includes(Buffer.from(secret).toString('base64'))).toBe(false)
    }
    expect(everything).toContain('scrypt$16$8$1$')
  })
})

test('a change of password whose answer was lost is answered again when it is sent again', async () => {
  const change = { commandId: newId(), password: PASSWORD, newPassword: 'bagong hudyat' }
  const both = [araro.clerk.auth.changePassword(change), araro.clerk.auth.changePassword(change)]
  expect((await Promise.all(both)).map(reasonOf)).toEqual(['yes', 'yes'])
  expect(reasonOf(await araro.clerk.auth.changePassword(change))).toBe('yes')
  const another = { ...change, newPassword: 'another one' }
  expect(reasonOf(await araro.clerk.auth.changePassword(another))).toBe('command-reused')
  expect(reasonOf(await araro.manager.auth.changePassword(change))).toBe('command-reused')
  expect(await araro.trySignIn('Clerk', 'bagong hudyat')).toBe('yes')
})
