import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { appendHistory } from '#db/write/history'
import type { Desk } from '#office/desk'
import { createRouter } from '#office/router'
import { NOW, temporaryOffice } from '#tests/support/temporary-office'

test('tests validate the office’s answers against the table of calls; a shell passes them on unchanged', async () => {
  const { office, admin, tokens } = await temporaryOffice()
  const line = { userId: null, userName: 'system', commandId: null, action: 'x', title: 'not in the table' }
  await office.queue.write(tx =>
    appendHistory(tx, {
      ...line,
      atMs: NOW,
      entity: 'no such kind',
      entityId: 'x',
      before: null,
      after: null,
    }),
  )
  await expect(admin.history.list({})).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })

  const desk = { office } as unknown as Desk
  const context = { authorization: `Bearer ${tokens.admin}`, browser: 'one' }
  const { rows } = await createRouterClient(createRouter(desk), { context }).history.list({})
  expect(rows[0]).toMatchObject({ entity: 'no such kind', title: 'not in the table' })
})
