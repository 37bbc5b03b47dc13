import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  newId,
  PASSWORD,
  reasonOf,
  type TemporaryOffice,
  temporaryOffice,
} from '#tests/support/temporary-office'

/** How many new passwords were hashed. */
const { hashNew } = vi.hoisted(() => ({ hashNew: vi.fn() }))
vi.mock('#office/users/passwords', async importOriginal => {
  const original = await importOriginal<typeof import('#office/users/passwords')>()
  return { ...original, hashNew: hashNew.mockImplementation(original.hashNew) }
})

let araro: TemporaryOffice
beforeEach(async () => {
  araro = await temporaryOffice()
})

const FIVE_MINUTES = 5 * 60_000
type Office = Pick<TemporaryOffice, 'window'>
const tryFrom = async (browser: string, name: string, password: string, office: Office = araro) =>
  reasonOf(await office.window(undefined, browser).auth.signIn({ name, password }))
async function failFrom(browser: string, times: number, name = 'Clerk', office: Office = araro) {
  for (let n = 0; n < times; n++)
    expect(await tryFrom(browser, name, `wrong ${n}`, office)).toBe('wrong-sign-in')
}

describe('a name that is locked in one browser', () => {
  test('is not locked in its owner’s browser', async () => {
    await failFrom('theirs', 5)
    expect(await tryFrom('theirs', 'Clerk', PASSWORD)).toBe('locked-out')
    expect(await tryFrom('ours', 'Clerk', PASSWORD)).toBe('yes')
    // The owner's sign-in does not unlock the name in the other browser.
    expect(await tryFrom('theirs', 'Clerk', PASSWORD)).toBe('locked-out')
    await failFrom('ours', 4)
    expect(await tryFrom('ours', 'Clerk', PASSWORD)).toBe('yes')
  })

  test('is never locked everywhere by that browser alone, however long it continues', async () => {
    for (let hour = 0; hour < 12; hour++) {
      await failFrom('theirs', 5)
      expect(await tryFrom('theirs', 'Clerk', PASSWORD)).toBe('locked-out')
      expect(await tryFrom('ours', 'Clerk', PASSWORD)).toBe('yes')
      araro.clock.pass(FIVE_MINUTES)
    }
  })

  test('is still locked there, and only there, after a restart', async () => {
    await failFrom('theirs', 5)
    const again = await araro.startAgain()
    expect(await tryFrom('theirs', 'Clerk', PASSWORD, again)).toBe('locked-out')
    expect(await tryFrom('ours', 'Clerk', PASSWORD, again)).toBe('yes')
    again.clock.pass(FIVE_MINUTES)
    expect(await tryFrom('theirs', 'Clerk', PASSWORD, again)).toBe('yes')
  })

  test('is unlocked everywhere once its password is reset', async () => {
    await failFrom('theirs', 5)
    await failFrom('ours', 5)
    await failFrom('ours', 5, 'Clerk Two')
    const clerk = (await araro.admin.users.list({})).find(user => user.name === 'Clerk')!
    const change = { userId: clerk.id, version: clerk.version, name: 'Clerk', role: clerk.role }
    await araro.admin.users.change({ commandId: newId(), ...change, password: 'bagong hudyat' })
    for (const browser of ['theirs', 'ours'])
      expect(await tryFrom(browser, 'Clerk', 'bagong hudyat')).toBe('yes')
    expect(await tryFrom('ours', 'Clerk Two', 'anything')).toBe('locked-out')
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
    expect(await tryFrom('ours', 'Manager', PASSWORD)).toBe('yes')
    const again = await araro.startAgain()
    expect(await tryFrom('ours', 'Clerk', PASSWORD, again)).toBe('locked-out')
    again.clock.pass(FIVE_MINUTES)
    expect(await tryFrom('ours', 'Clerk', PASSWORD, again)).toBe('yes')
    expect(await tryFrom('a', 'Clerk', PASSWORD, again)).toBe('yes')
  })

  test('also lock a name that no user has', async () => {
    for (const browser of browsers) await failFrom(browser, 5, 'Nobody')
    expect(await tryFrom('ours', 'Nobody', PASSWORD)).toBe('locked-out')
  })

  test('do not lock it if they take longer than five minutes', async () => {
    for (const browser of browsers) {
      await failFrom(browser, 5)
      araro.clock.pass(FIVE_MINUTES / 2)
    }
    expect(await tryFrom('ours', 'Clerk', PASSWORD)).toBe('yes')
  })
})

describe('many sign-ins at once', () => {
  /** Sends them all at once, and records the order of the answers. */
  function send(browser: string, names: string[], answered: string[]) {
    return names.map(async name => {
      const reason = await tryFrom(browser, name, name === 'Manager' ? PASSWORD : 'wrong')
      answered.push(`${browser} ${reason}`)
      return reason
    })
  }
  const many = (count: number) => Array.from({ length: count }, (_, n) => `Nobody ${n}`)

  test('from one browser do not delay another: its sign-in is the second to be checked', async () => {
    const answered: string[] = []
    const wrong = send('theirs', many(170), answered)
    const honest = send('ours', ['Manager'], answered)
    expect(await Promise.all(honest)).toEqual(['yes'])
    const checked = answered.filter(each => !each.endsWith('busy'))
    expect(checked.indexOf('ours yes')).toBeLessThan(3)
    await Promise.all(wrong)
  })

  test('for one name do not delay another name in the same browser', async () => {
    const answered: string[] = []
    const wrong = send('theirs', Array(30).fill('Clerk'), answered)
    const honest = send('theirs', ['Manager'], answered)
    await Promise.all(honest)
    expect(answered.indexOf('theirs yes')).toBeLessThan(3)
    const reasons = await Promise.all(wrong)
    expect(reasons.filter(each => each === 'wrong-sign-in')).toHaveLength(5)
    expect(reasons.filter(each => each === 'locked-out')).toHaveLength(25)
  })

  test('with many names do not delay a genuine one that comes last from the same browser', async () => {
    const answered: string[] = []
    const wrong = send('theirs', many(170), answered)
    expect(await Promise.all(send('theirs', ['Manager'], answered))).toEqual(['yes'])
    expect(answered.filter(each => each.endsWith('wrong-sign-in')).length).toBeLessThan(10)
    await Promise.all(wrong)
  })

  test('never displace a name that has signed in from the browser before, however long they continue', async () => {
    const [once] = send('theirs', ['Manager'], [])
    expect(await once).toBe('yes')
    const before = send('theirs', many(50), [])
    const honest = send('theirs', ['Manager'], [])
    const after = send('theirs', many(50), [])
    expect(await Promise.all(honest)).toEqual(['yes'])
    await Promise.all([...before, ...after])
  })

  test('beyond a few names, or a few dozen for one name, are refused as busy', async () => {
    const names = await Promise.all(send('theirs', many(50), []))
    // One is being checked and eight are waiting.
    expect(names.filter(each => each === 'wrong-sign-in')).toHaveLength(9)
    expect(names.filter(each => each === 'busy')).toHaveLength(41)
    const guesses = await Promise.all(send('theirs', Array(100).fill('Clerk'), []))
    expect(guesses.filter(each => each === 'wrong-sign-in')).toHaveLength(5)
    expect(guesses.filter(each => each === 'busy')).toHaveLength(67)
    expect(await tryFrom('theirs', 'Manager', PASSWORD)).toBe('yes')
  })

  test('and repeated set-ups of an existing office hash no passwords', async () => {
    const again = () => ({ commandId: newId(), officeName: 'Other', name: newId(), password: PASSWORD })
    hashNew.mockClear()
    const wrong = Array.from({ length: 50 }, () => araro.window(undefined, 'theirs').setup.office(again()))
    expect(new Set((await Promise.all(wrong)).map(reasonOf))).toEqual(new Set(['already-set-up']))
    expect(hashNew).not.toHaveBeenCalled()
  })

  test('wait for new passwords no longer than for other sign-ins', async () => {
    const answered: string[] = []
    const added = Array.from({ length: 30 }, async (_, n) => {
      const user = { commandId: newId(), name: `New ${n}`, role: 'clerk' as const, password: PASSWORD }
      const reason = reasonOf(await araro.admin.users.add(user))
      answered.push(`added ${reason}`)
      return reason
    })
    const honest = send('ours', ['Manager'], answered)
    await Promise.all(honest)
    expect(answered.indexOf('ours yes')).toBeLessThan(4)
    expect(new Set(await Promise.all(added))).toEqual(new Set(['yes']))
  })
})

test('wrong passwords are counted even while the disk is full', async () => {
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  const write = vi.spyOn(araro.office.queue, 'write').mockRejectedValue(full)
  for (let n = 0; n < 5; n++)
    await expect(tryFrom('theirs', 'Clerk', 'wrong')).rejects.toMatchObject({ status: 507 })
  expect(await tryFrom('theirs', 'Clerk', PASSWORD)).toBe('locked-out')
  write.mockRestore()
  expect(await tryFrom('ours', 'Clerk', PASSWORD)).toBe('yes')
  araro.clock.pass(FIVE_MINUTES)
  expect(await tryFrom('theirs', 'Clerk', PASSWORD)).toBe('yes')
})
