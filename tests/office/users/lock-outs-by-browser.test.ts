import { describe, expect, test, vi } from 'vitest'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { newId, PASSWORD } from '#tests/support/temporary-office'

const araro = officeForEachTest()
const FIVE_MINUTES = 5 * 60_000
async function failFrom(browser: string, times: number, name = 'Clerk') {
  for (let n = 0; n < times; n++)
    expect(await araro.trySignIn(name, `wrong ${n}`, browser)).toBe('wrong-sign-in')
}

describe('a name that is locked in one browser', () => {
  test('is not locked in its owner’s browser', async () => {
    await failFrom('theirs', 5)
    expect(await araro.trySignIn('Clerk', PASSWORD, 'theirs')).toBe('locked-out')
    expect(await araro.trySignIn('Clerk', PASSWORD, 'ours')).toBe('yes')
    // The owner's sign-in does not unlock the name in the other browser.
    expect(await araro.trySignIn('Clerk', PASSWORD, 'theirs')).toBe('locked-out')
    await failFrom('ours', 4)
    expect(await araro.trySignIn('Clerk', PASSWORD, 'ours')).toBe('yes')
  })

  test('is never locked everywhere by that browser alone, however long it continues', async () => {
    for (let hour = 0; hour < 12; hour++) {
      await failFrom('theirs', 5)
      expect(await araro.trySignIn('Clerk', PASSWORD, 'theirs')).toBe('locked-out')
      expect(await araro.trySignIn('Clerk', PASSWORD, 'ours')).toBe('yes')
      araro.clock.pass(FIVE_MINUTES)
    }
  })

  test('is still locked there, and only there, after a restart', async () => {
    await failFrom('theirs', 5)
    const again = await araro.startAgain()
    expect(await again.trySignIn('Clerk', PASSWORD, 'theirs')).toBe('locked-out')
    expect(await again.trySignIn('Clerk', PASSWORD, 'ours')).toBe('yes')
    again.clock.pass(FIVE_MINUTES)
    expect(await again.trySignIn('Clerk', PASSWORD, 'theirs')).toBe('yes')
  })

  test('is unlocked everywhere once its password is reset', async () => {
    await failFrom('theirs', 5)
    await failFrom('ours', 5)
    await failFrom('ours', 5, 'Clerk Two')
    const clerk = (await araro.admin.users.list({})).find(user => user.name === 'Clerk')!
    const change = { userId: clerk.id, version: clerk.version, name: 'Clerk', role: clerk.role }
    await araro.admin.users.change({ commandId: newId(), ...change, password: 'bagong hudyat' })
    for (const browser of ['theirs', 'ours'])
      expect(await araro.trySignIn('Clerk', 'bagong hudyat', browser)).toBe('yes')
    expect(await araro.trySignIn('Clerk Two', 'anything', 'ours')).toBe('locked-out')
  })
})

describe('twenty wrong passwords for a name within five minutes', () => {
  const browsers = ['a', 'b', 'c', 'd']
  const lockEverywhere = async () => {
    for (const browser of browsers) await failFrom(browser, 5)
  }

  test('lock it in every browser for five minutes, also where no wrong password was entered', async () => {
    await lockEverywhere()
    const answer = await araro.window(undefined, 'ours').auth.signIn({ name: 'Clerk', password: PASSWORD })
    expect(answer).toEqual({ ok: false, refusal: { reason: 'locked-out', forMs: FIVE_MINUTES } })
    expect(await araro.trySignIn('Manager', PASSWORD, 'ours')).toBe('yes')
    const again = await araro.startAgain()
    expect(await again.trySignIn('Clerk', PASSWORD, 'ours')).toBe('locked-out')
    again.clock.pass(FIVE_MINUTES)
    expect(await again.trySignIn('Clerk', PASSWORD, 'ours')).toBe('yes')
    expect(await again.trySignIn('Clerk', PASSWORD, 'a')).toBe('yes')
  })

  test('also lock a name that no user has', async () => {
    for (const browser of browsers) await failFrom(browser, 5, 'Nobody')
    expect(await araro.trySignIn('Nobody', PASSWORD, 'ours')).toBe('locked-out')
  })

  test('do not lock it if they take longer than five minutes', async () => {
    for (const browser of browsers) {
      await failFrom(browser, 5)
      araro.clock.pass(FIVE_MINUTES / 2)
    }
    expect(await araro.trySignIn('Clerk', PASSWORD, 'ours')).toBe('yes')
  })
})

test('wrong passwords are counted even while the disk is full', async () => {
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  const write = vi.spyOn(araro.office.queue, 'write').mockRejectedValue(full)
  for (let n = 0; n < 5; n++)
    await expect(araro.trySignIn('Clerk', 'wrong', 'theirs')).rejects.toMatchObject({ status: 507 })
  expect(await araro.trySignIn('Clerk', PASSWORD, 'theirs')).toBe('locked-out')
  write.mockRestore()
  expect(await araro.trySignIn('Clerk', PASSWORD, 'ours')).toBe('yes')
  araro.clock.pass(FIVE_MINUTES)
  expect(await araro.trySignIn('Clerk', PASSWORD, 'theirs')).toBe('yes')
})
