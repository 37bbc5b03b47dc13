import { describe, expect, test, vi } from 'vitest'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { newId, PASSWORD, reasonOf } from '#tests/support/temporary-office'

/** How many new passwords were hashed. */
const { hashNew } = vi.hoisted(() => ({ hashNew: vi.fn() }))
vi.mock('#office/users/passwords', async importOriginal => {
  const original = await importOriginal<typeof import('#office/users/passwords')>()
  return { ...original, hashNew: hashNew.mockImplementation(original.hashNew) }
})

const araro = officeForEachTest()

describe('many sign-ins at once', () => {
  /** Sends them all at once, and records the order of the answers. */
  function send(browser: string, names: string[], answered: string[]) {
    return names.map(async name => {
      const reason = await araro.trySignIn(name, name === 'Manager' ? PASSWORD : 'wrong', browser)
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
    expect(await araro.trySignIn('Manager', PASSWORD, 'theirs')).toBe('yes')
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
