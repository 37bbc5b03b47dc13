import { expect, test } from 'vitest'
import { decideDisabling, decideRole, type UserFacts } from '#booking/users/decide-user'

const last: UserFacts = { id: 'ana', role: 'admin', disabled: false, activeAdministrators: 1 }
const refused = (reason: string) => ({ ok: false, refusal: { reason } })

test('the last administrator keeps a role that may keep users', () => {
  expect(decideRole('manager', last)).toEqual(refused('last-administrator'))
  expect(decideRole('admin', last)).toEqual({ ok: true })
  expect(decideRole('manager', { ...last, activeAdministrators: 2 })).toEqual({ ok: true })
})

test('the last administrator is not disabled, and nobody disables their own account', () => {
  expect(decideDisabling(last, 'ben')).toEqual(refused('last-administrator'))
  expect(decideDisabling({ ...last, activeAdministrators: 2 }, 'ben')).toEqual({ ok: true })
  expect(decideDisabling({ ...last, activeAdministrators: 2 }, 'ana')).toEqual(refused('own-account'))
})

test('a disabled administrator is not the one that the office depends on', () => {
  expect(decideRole('clerk', { ...last, disabled: true })).toEqual({ ok: true })
})
