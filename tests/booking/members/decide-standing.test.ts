import { expect, test } from 'vitest'
import { decideReinstatement, decideSuspension, decideVerification } from '#booking/members/decide-standing'

const plain = { verified: false, suspended: false }
const reasonOf = (decision: ReturnType<typeof decideVerification>) =>
  decision.ok ? undefined : decision.refusal.reason

test('a standing that a member has already is not given again', () => {
  expect(reasonOf(decideVerification({ ...plain, verified: true }))).toBe('move-not-allowed')
  expect(reasonOf(decideSuspension({ ...plain, suspended: true }))).toBe('move-not-allowed')
  expect(reasonOf(decideReinstatement(plain))).toBe('move-not-allowed')
})

test('a member is verified, suspended and reinstated in any order that changes something', () => {
  expect(decideVerification({ ...plain, suspended: true }).ok).toBe(true)
  expect(decideSuspension({ ...plain, verified: true }).ok).toBe(true)
  expect(decideReinstatement({ ...plain, suspended: true }).ok).toBe(true)
})
