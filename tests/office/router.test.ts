import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { Desk } from '#office/desk'
import { createRouter } from '#office/router'
import { temporaryOffice } from '#tests/support/temporary-office'

test('tests validate the office’s answers against the table of calls; a shell passes them on unchanged', async () => {
  const { office, admin, tokens, ids } = await temporaryOffice()
  const { sqlite } = office.file
  sqlite.pragma('ignore_check_constraints = ON')
  sqlite.prepare('UPDATE users SET version = -1 WHERE id = ?').run(ids.clerk)
  await expect(admin.users.list({})).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })

  const desk = { office } as unknown as Desk
  const context = { authorization: `Bearer ${tokens.admin}`, browser: 'one' }
  const users = await createRouterClient(createRouter(desk), { context }).users.list({})
  expect(users.find(user => user.id === ids.clerk)).toMatchObject({ name: 'Clerk', version: -1 })
})
