import { expect, test } from 'vitest'
import { NOTICE_KINDS, noticeKindsOf } from '#booking/notices/kinds'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { ahead, newId } from '#tests/support/temporary-office'

const araro = officeForEachTest()

test('marking a notice that does not exist as read is answered with yes', async () => {
  expect(await araro.clerk.notices.read({ noticeIds: [newId(), 'nothing'] })).toEqual({ ok: true })
})

test('each user switches kinds of notices off for the bell and for the desktop, alone', async () => {
  const { id: machineId } = await araro.machine()
  const { id: memberId } = await araro.member()
  const kinds = async (by = araro.manager) =>
    (await by.notices.list({})).notices.map(({ kind, bell, desktop }) => ({ kind, bell, desktop }))
  const unread = async () => (await araro.manager.notices.list({})).unread
  await araro.booking({ machineId, memberId, period: ahead(3) })
  expect(await kinds()).toEqual([{ kind: 'requested', bell: true, desktop: true }])
  expect(await unread()).toBe(1)

  await araro.manager.notices.choose({ kind: 'requested', bell: false, desktop: true })
  expect(await kinds()).toEqual([{ kind: 'requested', bell: false, desktop: true }])
  expect(await unread()).toBe(0)
  expect((await araro.admin.notices.list({})).unread).toBe(1)

  await araro.manager.notices.choose({ kind: 'requested', bell: false, desktop: false })
  await araro.booking({ machineId, memberId, period: ahead(6) })
  expect(await kinds()).toEqual([])
  expect(await kinds(araro.admin)).toHaveLength(2)

  await araro.manager.notices.choose({ kind: 'requested', bell: true, desktop: false })
  expect(await kinds()).toEqual(Array(2).fill({ kind: 'requested', bell: true, desktop: false }))
  expect(await unread()).toBe(2)
  const { choices } = await araro.manager.notices.choices({})
  expect(choices.find(one => one.kind === 'requested')).toEqual({
    kind: 'requested',
    bell: true,
    desktop: false,
  })
  expect(choices.filter(one => one.bell && one.desktop)).toHaveLength(choices.length - 1)
  const unknown = { kind: 'weather' as 'requested', bell: true, desktop: true }
  await expect(araro.manager.notices.choose(unknown)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('each role chooses among the kinds of notices that it can get, and no others', async () => {
  const kindsOf = async (by: typeof araro.clerk) =>
    (await by.notices.choices({})).choices.map(one => one.kind)
  const ofClerk = await kindsOf(araro.clerk)
  expect(ofClerk).toEqual(expect.arrayContaining(['approved', 'hit', 'overdue', 'offer', 'session-moved']))
  for (const kind of [
    'requested',
    'no-show',
    'came-back-broken',
    'conflict',
    'maintenance-due',
    'nearly-full',
  ])
    expect(ofClerk).not.toContain(kind)
  expect(new Set(await kindsOf(araro.manager))).toEqual(new Set(NOTICE_KINDS))
  expect(noticeKindsOf('organizer')).toEqual([
    'moved-up',
    'nearly-full',
    'session-cancelled',
    'session-moved',
  ])
})
