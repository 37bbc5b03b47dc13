import { describe, expect, test } from 'vitest'
import { runCommand, SYSTEM } from '#office/law/run-command'
import { resetPassword } from '#office/users/commands'
import { hashPassword } from '#office/users/passwords'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { newId, PASSWORD, reasonOf } from '#tests/support/temporary-office'

const araro = officeForEachTest()
const FIVE_MINUTES = 5 * 60_000
async function failFiveTimes(name = 'Clerk') {
  for (let n = 0; n < 5; n++) expect(await araro.trySignIn(name, `wrong ${n}`)).toBe('wrong-sign-in')
}

describe('five wrong passwords', () => {
  test('lock the name for five minutes, even for the right password, and no other name', async () => {
    await failFiveTimes()
    const answer = await araro.window().auth.signIn({ name: 'clerk', password: PASSWORD })
    expect(answer).toEqual({ ok: false, refusal: { reason: 'locked-out', forMs: FIVE_MINUTES } })
    expect(await araro.trySignIn('Manager', PASSWORD)).toBe('yes')
    araro.clock.pass(FIVE_MINUTES - 1)
    expect(await araro.trySignIn('Clerk', PASSWORD)).toBe('locked-out')
    araro.clock.pass(1)
    expect(await araro.trySignIn('Clerk', PASSWORD)).toBe('yes')
  })

  test('also lock a name that no user has, so that a lock-out does not reveal which names exist', async () => {
    await failFiveTimes('Nobody')
    expect(await araro.trySignIn('Nobody', PASSWORD)).toBe('locked-out')
  })

  test('fewer do not lock it, and a right one resets the count', async () => {
    for (const _ of [1, 2]) {
      for (let n = 0; n < 4; n++) await araro.trySignIn('Clerk', 'wrong')
      expect(await araro.trySignIn('Clerk', PASSWORD)).toBe('yes')
    }
  })

  test('do not unlock early when the clock is set forward', async () => {
    await failFiveTimes()
    araro.clock.ms += 365 * 24 * 3_600_000
    expect(await araro.trySignIn('Clerk', PASSWORD)).toBe('locked-out')
  })

  test('do not stay locked for longer when the clock is set back', async () => {
    await failFiveTimes()
    araro.clock.ms -= 10 * 365 * 24 * 3_600_000
    araro.clock.monotonic += FIVE_MINUTES
    expect(await araro.trySignIn('Clerk', PASSWORD)).toBe('yes')
  })

  test('keep the name locked through a restart, for five minutes from then on', async () => {
    await failFiveTimes()
    araro.clock.pass(FIVE_MINUTES - 1000)
    const again = await araro.startAgain()
    expect(await again.trySignIn('Clerk', PASSWORD)).toBe('locked-out')
    again.clock.pass(FIVE_MINUTES)
    expect(await again.trySignIn('Clerk', PASSWORD)).toBe('yes')
  })

  test('are counted one by one even if they come at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => araro.trySignIn('Clerk', `wrong ${n}`)),
    )
    expect(answers.filter(answer => answer === 'wrong-sign-in')).toHaveLength(5)
    expect(answers.filter(answer => answer === 'locked-out')).toHaveLength(3)
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

test('after too many wrong passwords, a reset lets the user sign in at once', async () => {
  for (let n = 0; n < 5; n++) await araro.trySignIn('Clerk', `guess ${n}`)
  const [clerk] = (await araro.admin.users.list({})).filter(user => user.name === 'Clerk')
  const change = {
    commandId: newId(),
    userId: clerk!.id,
    version: clerk!.version,
    name: 'Clerk',
    role: clerk!.role,
  }
  await araro.admin.users.change({ ...change, password: 'bagong hudyat' })
  expect(await araro.trySignIn('Clerk', 'bagong hudyat')).toBe('yes')
  for (let n = 0; n < 5; n++) await araro.trySignIn('Admin', `guess ${n}`)
  const hashed = await hashPassword('isa pang salita', 16)
  const args = { commandId: newId(), name: 'admin' }
  await runCommand(araro.office, { command: resetPassword(hashed), args, actor: SYSTEM })
  expect(await araro.trySignIn('Admin', 'isa pang salita')).toBe('yes')
})

test('wrong old passwords that are sent at the same time to Change password are counted one by one', async () => {
  const guesses = Array.from({ length: 20 }, (_, n) => (n === 19 ? PASSWORD : `guess ${n}`))
  const answers = await Promise.all(
    guesses.map(password =>
      araro.clerk.auth.changePassword({ commandId: newId(), password, newPassword: 'kinuha ng iba' }),
    ),
  )
  expect(answers.map(reasonOf)).toEqual([...Array(5).fill('wrong-sign-in'), ...Array(15).fill('locked-out')])
  expect(await araro.trySignIn('Manager', PASSWORD)).toBe('yes')
})
