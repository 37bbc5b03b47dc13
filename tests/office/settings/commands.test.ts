import { describe, expect, test } from 'vitest'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { ahead, newId, PASSWORD, reasonOf } from '#tests/support/temporary-office'

const araro = officeForEachTest()

describe('settings', () => {
  const change = async (settings: object, by = araro.manager, version?: number) => {
    const now = await araro.admin.settings.get({})
    return by.settings.change({
      commandId: newId(),
      version: version ?? now.version,
      settings: settings as never,
    })
  }

  test('a manager may change the rules, and only an administrator the name, address and time zone', async () => {
    const { office, rules } = await araro.admin.settings.get({})
    expect(reasonOf(await change({ rules: { ...rules, maxDays: 5 } }))).toBe('yes')
    expect(reasonOf(await change({ office: { ...office, name: 'Other' } }))).toBe('rights-needed')
    expect(reasonOf(await change({ office: { ...office, name: 'Other' } }, araro.admin))).toBe('yes')
    expect(reasonOf(await change({ office: { ...office, timeZone: 'Mars/Olympus' } }, araro.admin))).toBe(
      'unknown-time-zone',
    )
    expect(reasonOf(await change({ rules }, araro.manager, 1))).toBe('changed-meanwhile')
  })

  test('a changed rule applies to the next request', async () => {
    const { rules } = await araro.admin.settings.get({})
    await change({ rules: { ...rules, maxDays: 2 } })
    const { id: machineId } = await araro.machine()
    expect(await araro.clerk.bookings.check({ machineId, period: ahead(1, 3) })).toMatchObject({
      refusal: { reason: 'too-long', maxDays: 2 },
    })
  })

  test('an office can be set up only once', async () => {
    const again = { commandId: newId(), officeName: 'Second', name: 'Eve', password: PASSWORD }
    expect(reasonOf(await araro.window().setup.office(again))).toBe('already-set-up')
    expect(araro.count('users')).toBe(3)
  })
})
