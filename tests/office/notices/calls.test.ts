import { expect, test } from 'vitest'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { newId } from '#tests/support/temporary-office'

const araro = officeForEachTest()

test('marking a notice that does not exist as read is answered with yes', async () => {
  expect(await araro.clerk.notices.read({ noticeIds: [newId(), 'nothing'] })).toEqual({ ok: true })
})
