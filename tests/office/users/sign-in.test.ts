import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { runCommand, SYSTEM } from '#office/law/run-command'
import { resetPassword } from '#office/users/commands'
import { hashPassword, isPassword } from '#office/users/passwords'
import { smallDisk } from '#tests/support/small-disk'
import { temporaryPath } from '#tests/support/temporary-file'
import {
  emptyOffice,
  newId,
  PASSWORD,
  reasonOf,
  type TemporaryOffice,
  temporaryOffice,
} from '#tests/support/temporary-office'

let araro: TemporaryOffice
beforeEach(async () => {
  araro = await temporaryOffice()
})

const FIVE_MINUTES = 5 * 60_000
const tryIn = async (name: string, password: string, office: Pick<TemporaryOffice, 'window'> = araro) =>
  reasonOf(await office.window().auth.signIn({ name, password }))
async function failFiveTimes(name = 'Clerk') {
  for (let n = 0; n < 5; n++) expect(await tryIn(name, `wrong ${n}`)).toBe('wrong-sign-in')
}

test('a name is recognised in any case and spacing, a password only exactly as it was set', async () => {
  expect(await tryIn('  clerk ', PASSWORD)).toBe('yes')
  expect(await tryIn('CLERK', PASSWORD)).toBe('yes')
  expect(await tryIn('Clerk', PASSWORD.toUpperCase())).toBe('wrong-sign-in')
  expect(await tryIn('Clerk', ` ${PASSWORD}`)).toBe('wrong-sign-in')
  expect(await tryIn('Clerk', '')).toBe('wrong-sign-in')
})

test('an unknown name gets the same answer as a wrong password', async () => {
  const unknown = await araro.window().auth.signIn({ name: 'Nobody', password: 'x' })
  const wrong = await araro.window().auth.signIn({ name: 'Clerk', password: 'x' })
  expect(unknown).toEqual(wrong)
})

test('a disabled account also gets the same answer, and its windows are signed out', async () => {
  await araro.admin.users.disable({ commandId: newId(), userId: araro.ids.clerk, version: 1 })
  expect(await tryIn('Clerk', PASSWORD)).toBe('wrong-sign-in')
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
  const signIns = (office: Pick<TemporaryOffice, 'file'>) =>
    office.file.sqlite.prepare('SELECT count(*) FROM sign_ins').pluck().get()

  test.each(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_READONLY'])(
    'ends the sign-in all the same, and the file follows with the next write: %s',
    async code => {
      const before = Number(signIns(araro))
      const stream = await araro.clerk.changes.watch({ sinceSeq: (await araro.clerk.changes.head({})).seq })
      const ended = stream.next()
      const trouble = Object.assign(new Error('the write failed'), { code })
      vi.spyOn(araro.office.queue, 'write').mockRejectedValueOnce(trouble)
      expect(await araro.clerk.auth.signOut({})).toEqual({ ok: true })
      expect((await ended).done).toBe(true)
      expect(await araro.clerk.auth.who({})).toEqual({ user: null })
      await expect(araro.clerk.machines.types({})).rejects.toMatchObject({ status: 401 })
      expect((await araro.manager.auth.who({})).user?.name).toBe('Manager')
      expect(signIns(araro)).toBe(before)
      await araro.signIn('Manager')
      await araro.office.queue.idle()
      expect(signIns(araro)).toBe(before)
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
    expect(signIns(office)).toBe(2)
    disk.free()
    await office.office.stop()
    expect(signIns(office)).toBe(1)
  })
})

test('an unknown token gives no access', async () => {
  for (const token of ['x'.repeat(43), '', 'null']) {
    await expect(araro.window(token).machines.types({})).rejects.toMatchObject({ status: 401 })
  }
})

describe('five wrong passwords', () => {
  test('lock the name for five minutes, even for the right password, and no other name', async () => {
    await failFiveTimes()
    const answer = await araro.window().auth.signIn({ name: 'clerk', password: PASSWORD })
    expect(answer).toEqual({ ok: false, refusal: { reason: 'locked-out', forMs: FIVE_MINUTES } })
    expect(await tryIn('Manager', PASSWORD)).toBe('yes')
    araro.clock.pass(FIVE_MINUTES - 1)
    expect(await tryIn('Clerk', PASSWORD)).toBe('locked-out')
    araro.clock.pass(1)
    expect(await tryIn('Clerk', PASSWORD)).toBe('yes')
  })

  test('also lock a name that no user has, so that a lock-out does not reveal which names exist', async () => {
    await failFiveTimes('Nobody')
    expect(await tryIn('Nobody', PASSWORD)).toBe('locked-out')
  })

  test('fewer do not lock it, and a right one resets the count', async () => {
    for (const _ of [1, 2]) {
      for (let n = 0; n < 4; n++) await tryIn('Clerk', 'wrong')
      expect(await tryIn('Clerk', PASSWORD)).toBe('yes')
    }
  })

  test('do not unlock early when the clock is set forward', async () => {
    await failFiveTimes()
    araro.clock.ms += 365 * 24 * 3_600_000
    expect(await tryIn('Clerk', PASSWORD)).toBe('locked-out')
  })

  test('do not stay locked for longer when the clock is set back', async () => {
    await failFiveTimes()
    araro.clock.ms -= 10 * 365 * 24 * 3_600_000
    araro.clock.monotonic += FIVE_MINUTES
    expect(await tryIn('Clerk', PASSWORD)).toBe('yes')
  })

  test('keep the name locked through a restart, for five minutes from then on', async () => {
    await failFiveTimes()
    araro.clock.pass(FIVE_MINUTES - 1000)
    const again = await araro.startAgain()
    expect(await tryIn('Clerk', PASSWORD, again)).toBe('locked-out')
    again.clock.pass(FIVE_MINUTES)
    expect(await tryIn('Clerk', PASSWORD, again)).toBe('yes')
  })

  test('are counted one by one even if they come at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => tryIn('Clerk', `wrong ${n}`)))
    expect(answers.filter(answer => answer === 'wrong-sign-in')).toHaveLength(5)
    expect(answers.filter(answer => answer === 'locked-out')).toHaveLength(3)
  })
})

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
    expect(await tryIn('Clerk', PASSWORD)).toBe('wrong-sign-in')
    expect(await tryIn('Clerk', 'bagong salita')).toBe('yes')
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

test('a wrong old password at Change password counts as a wrong sign-in', async () => {
  for (let n = 0; n < 5; n++) {
    const guess = { commandId: newId(), password: `guess ${n}`, newPassword: 'bagong hudyat' }
    expect(reasonOf(await araro.clerk.auth.changePassword(guess))).toBe('wrong-sign-in')
  }
  const right = { commandId: newId(), password: PASSWORD, newPassword: 'bagong hudyat' }
  expect(reasonOf(await araro.clerk.auth.changePassword(right))).toBe('locked-out')
})

test('a change of password whose answer was lost is answered again when it is sent again', async () => {
  const change = { commandId: newId(), password: PASSWORD, newPassword: 'bagong hudyat' }
  const both = [araro.clerk.auth.changePassword(change), araro.clerk.auth.changePassword(change)]
  expect((await Promise.all(both)).map(reasonOf)).toEqual(['yes', 'yes'])
  expect(reasonOf(await araro.clerk.auth.changePassword(change))).toBe('yes')
  const another = { ...change, newPassword: 'another one' }
  expect(reasonOf(await araro.clerk.auth.changePassword(another))).toBe('command-reused')
  expect(reasonOf(await araro.manager.auth.changePassword(change))).toBe('command-reused')
  expect(await tryIn('Clerk', 'bagong hudyat')).toBe('yes')
})

test('after too many wrong passwords, a reset lets the user sign in at once', async () => {
  for (let n = 0; n < 5; n++) await tryIn('Clerk', `guess ${n}`)
  const [clerk] = (await araro.admin.users.list({})).filter(user => user.name === 'Clerk')
  const change = {
    commandId: newId(),
    userId: clerk!.id,
    version: clerk!.version,
    name: 'Clerk',
    role: clerk!.role,
  }
  await araro.admin.users.change({ ...change, password: 'bagong hudyat' })
  expect(await tryIn('Clerk', 'bagong hudyat')).toBe('yes')
  for (let n = 0; n < 5; n++) await tryIn('Admin', `guess ${n}`)
  const hashed = await hashPassword('isa pang salita', 16)
  const args = { commandId: newId(), name: 'admin' }
  await runCommand(araro.office, { command: resetPassword(hashed), args, actor: SYSTEM })
  expect(await tryIn('Admin', 'isa pang salita')).toBe('yes')
})

test('wrong old passwords that are sent at the same time to Change password are counted one by one', async () => {
  const guesses = Array.from({ length: 20 }, (_, n) => (n === 19 ? PASSWORD : `guess ${n}`))
  const answers = await Promise.all(
    guesses.map(password =>
      araro.clerk.auth.changePassword({ commandId: newId(), password, newPassword: 'kinuha ng iba' }),
    ),
  )
  expect(answers.map(reasonOf)).toEqual([...Array(5).fill('wrong-sign-in'), ...Array(15).fill('locked-out')])
  expect(await tryIn('Manager', PASSWORD)).toBe('yes')
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
