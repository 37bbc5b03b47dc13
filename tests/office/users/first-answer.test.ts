import { describe, expect, test } from 'vitest'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { newId, PASSWORD, reasonOf } from '#tests/support/temporary-office'

const araro = officeForEachTest()

describe('the first yes of a command with a password', () => {
  const OTHER = 'iba pang salita'
  /** The clerk's password was changed by this command. */
  async function changed() {
    const args = { commandId: newId(), password: PASSWORD, newPassword: 'bagong salita' }
    expect(reasonOf(await araro.clerk.auth.changePassword(args))).toBe('yes')
    return args
  }
  const reasons = async (args: Awaited<ReturnType<typeof changed>>) => [
    reasonOf(await araro.clerk.auth.changePassword(args)),
    reasonOf(await araro.clerk.auth.changePassword({ ...args, newPassword: OTHER })),
  ]

  test('is given again for the same password only', async () => {
    expect(await reasons(await changed())).toEqual(['yes', 'command-reused'])
  })

  test('is not given while the name is locked, so that nobody can guess here after a lock-out', async () => {
    const args = await changed()
    for (let n = 0; n < 5; n++) await araro.trySignIn('Clerk', `wrong ${n}`)
    expect(await reasons(args)).toEqual(['locked-out', 'locked-out'])
  })

  test('is not given while too many passwords of the name wait to be checked', async () => {
    const args = await changed()
    const who = { nameKey: 'clerk', browser: 'the desk' }
    let end: () => void = () => {}
    const ended = new Promise<void>(resolve => {
      end = resolve
    })
    // One is being checked and 32 wait.
    const line = Array.from({ length: 33 }, () => araro.office.passwordLine.wait(who, () => ended))
    expect(await reasons(args)).toEqual(['busy', 'busy'])
    end()
    await Promise.all(line)
    expect(await reasons(args)).toEqual(['yes', 'command-reused'])
  })
})
