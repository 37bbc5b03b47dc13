import { beforeEach, expect, test } from 'vitest'
import { newId, type TemporaryOffice, temporaryOffice } from '#tests/support/temporary-office'

let araro: TemporaryOffice
beforeEach(async () => {
  araro = await temporaryOffice()
})

test('marking a notice that does not exist as read is answered with yes', async () => {
  expect(await araro.clerk.notices.read({ noticeIds: [newId(), 'nothing'] })).toEqual({ ok: true })
})
