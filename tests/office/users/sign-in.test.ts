import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { smallDisk } from '#tests/support/small-disk'
import { temporaryPath } from '#tests/support/temporary-file'
import { emptyOffice, newId, PASSWORD } from '#tests/support/temporary-office'

const araro = officeForEachTest()

test('a name is recognised in any case and spacing, a password only exactly as it was set', async () => {
  expect(await araro.trySignIn('  clerk ', PASSWORD)).toBe('yes')
  expect(await araro.trySignIn('CLERK', PASSWORD)).toBe('yes')
  expect(await araro.trySignIn('Clerk', PASSWORD.toUpperCase())).toBe('wrong-sign-in')
  expect(await araro.trySignIn('Clerk', ` ${PASSWORD}`)).toBe('wrong-sign-in')
  expect(await araro.trySignIn('Clerk', '')).toBe('wrong-sign-in')
})

test('an unknown name gets the same answer as a wrong password', async () => {
  const unknown = await araro.window().auth.signIn({ name: 'Nobody', password: 'x' })
  const wrong = await araro.window().auth.signIn({ name: 'Clerk', password: 'x' })
  expect(unknown).toEqual(wrong)
})

test('a disabled account also gets the same answer, and its windows are signed out', async () => {
  await araro.admin.users.disable({ commandId: newId(), userId: araro.ids.clerk, version: 1 })
  expect(await araro.trySignIn('Clerk', PASSWORD)).toBe('wrong-sign-in')
  await expect(araro.clerk.machines.types({})).rejects.toMatchObject({ status: 401 })
  expect(await araro.clerk.auth.who({})).toEqual({ user: null })
})

test('each window has its own sign-in: of two users side by side, one signing out leaves the other signed in', async () => {
  expect((await araro.clerk.auth.who({})).user?.name).toBe('Clerk')
  expect((await araro.manager.auth.who({})).user?.name).toBe('Manager')
  await araro.manager.auth.signOut({})
  expect((await araro.manager.auth.who({})).user).toBeNull()
  expect((await araro.clerk.auth.who({})).user?.name).toBe('Clerk')
})

describe('signing out while the file cannot be written', () => {
  test.each(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_READONLY'])(
    'ends the sign-in all the same, and the file follows with the next write: %s',
    async code => {
      const before = araro.count('sign_ins')
      const stream = await araro.clerk.changes.watch({ sinceSeq: (await araro.clerk.changes.head({})).seq })
      const ended = stream.next()
      const trouble = Object.assign(new Error('the write failed'), { code })
      vi.spyOn(araro.office.queue, 'write').mockRejectedValueOnce(trouble)
      expect(await araro.clerk.auth.signOut({})).toEqual({ ok: true })
      expect((await ended).done).toBe(true)
      expect(await araro.clerk.auth.who({})).toEqual({ user: null })
      await expect(araro.clerk.machines.types({})).rejects.toMatchObject({ status: 401 })
      expect((await araro.manager.auth.who({})).user?.name).toBe('Manager')
      expect(araro.count('sign_ins')).toBe(before)
      await araro.signIn('Manager')
      await araro.office.queue.idle()
      expect(araro.count('sign_ins')).toBe(before)
      expect(araro.file.sqlite.prepare('SELECT 1 FROM sign_ins WHERE user_id = ?').get(araro.ids.clerk)).toBe(
        undefined,
      )
      expect(await araro.clerk.auth.who({})).toEqual({ user: null })
    },
  )

  test('ends the sign-in on a full disk; it stays ended, and its row is deleted at the quit if there is room', async ({
    skip,
  }) => {
    const disk = smallDisk('2000k')
    if ('why' in disk) return skip(disk.why)
    const path = join(disk.folder, 'office.db')
    copyFileSync(temporaryPath(), path)
    const office = emptyOffice(path)
    const first = { commandId: newId(), officeName: 'San Isidro', name: 'Ana', password: PASSWORD }
    const made = await office.window().setup.office(first)
    const { window } = await office.signIn('Ana')
    disk.fill()
    await expect(office.signIn('Ana')).rejects.toMatchObject({ status: 507 })
    expect(await window.auth.signOut({})).toEqual({ ok: true })
    expect(await window.auth.who({})).toEqual({ user: null })
    const other = office.window(made.ok ? made.token : '')
    expect((await other.auth.who({})).user?.name).toBe('Ana')
    expect(office.count('sign_ins')).toBe(2)
    disk.free()
    await office.office.stop()
    expect(office.count('sign_ins')).toBe(1)
  })
})

test('an unknown token gives no access', async () => {
  for (const token of ['x'.repeat(43), '', 'null']) {
    await expect(araro.window(token).machines.types({})).rejects.toMatchObject({ status: 401 })
  }
})

test('a sign-in that began with the old password fails once the password is changed', async () => {
  const begun = araro.window().auth.signIn({ name: 'Clerk', password: PASSWORD })
  const [clerk] = (await araro.admin.users.list({})).filter(user => user.name === 'Clerk')
  const to = { name: 'Clerk', role: clerk!.role, password: 'bagong hudyat' }
  await Promise.all([
    begun,
    araro.admin.users.change({ commandId: newId(), userId: clerk!.id, version: clerk!.version, ...to }),
  ])
  const answer = await begun
  const token = answer.ok ? answer.token : undefined
  expect(await araro.window(token).auth.who({})).toEqual({ user: null })
})

test('the sign-in of an abandoned window ends after a month, also while the program keeps running', async () => {
  araro.clock.pass(30 * 24 * 60 * 60_000)
  expect((await araro.clerk.auth.who({})).user?.name).toBe('Clerk')
  araro.clock.pass(1)
  expect(await araro.clerk.auth.who({})).toEqual({ user: null })
})
