import { beforeEach, expect, test } from 'vitest'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()
const add = (who: string) =>
  araro.manager.waiting.add({
    ...{ commandId: newId(), memberId: who, machineId, length: { days: 1 } },
    ...{ fromDay: ahead(3).from, toDay: ahead(3).from },
  })
const list = async () => (await araro.clerk.waiting.list({})).waiting
let ben: string

beforeEach(async () => {
  ben = (await araro.member({ name: 'Ben Cruz' })).id
})

const undo = (of: string) => araro.manager.undo.last({ commandId: newId(), of })

test('whoever was put on the list by a slip is taken off it by an undo, and does not come back to the place by another', async () => {
  await araro.approved({ machineId, memberId, period: ahead(3) })
  await add(ben)
  const added = await add(memberId)
  const of = added.ok ? added.waiting.id : ''
  expect((await araro.manager.undo.list({})).steps[0]).toMatchObject({
    action: 'waiting.add',
    records: [{ before: { status: 'waiting' }, after: { status: 'withdrawn' } }],
    refusal: null,
  })
  expect(reasonOf(await undo(of))).toBe('yes')
  expect((await list()).map(one => one.memberName)).toEqual(['Ben Cruz'])
  const [undone] = (await araro.manager.undo.list({})).steps
  expect(undone).toMatchObject({ deed: 'undid', refusal: { reason: 'cannot-undo', why: 'left-list' } })
  expect(await undo(undone?.commandId ?? '')).toMatchObject({ refusal: undone!.refusal! })
})

test('another step of the waiting list is not undone, because others may have had their turn since; each says its way', async () => {
  const booked = await araro.approved({ machineId, memberId, period: ahead(3) })
  await add(ben)
  await add(memberId)
  const [, second] = await list()
  const { id: waitingId, version } = second!
  const up = { commandId: newId(), waitingId, version, reason: 'urgent' }
  expect(reasonOf(await araro.manager.waiting.moveUp(up))).toBe('yes')
  await araro.clerk.bookings.cancel(on(booked, { reason: 'rain' }))
  const offer = async () => (await list()).find(one => one.offer)?.offer?.id ?? ''
  await araro.manager.waiting.decline({ commandId: newId(), offerId: await offer() })
  await araro.manager.waiting.accept({ commandId: newId(), offerId: await offer() })
  const [left] = await list()
  const off = { commandId: newId(), waitingId: left!.id, version: left!.version, reason: '' }
  expect(reasonOf(await araro.manager.waiting.withdraw(off))).toBe('yes')
  const { steps } = await araro.manager.undo.list({})
  const ofTheList = steps.filter(one => one.action.startsWith('waiting.'))
  expect(
    ofTheList.map(({ action, refusal }) => [action, refusal && 'why' in refusal && refusal.why]),
  ).toEqual([
    ['waiting.withdraw', 'left-list'],
    ['waiting.accept', 'offer-taken'],
    ['waiting.decline', 'offer-declined'],
    ['waiting.moveUp', 'moved-up'],
    ['waiting.add', 'changed-since'],
    ['waiting.add', 'changed-since'],
  ])
  const before = await list()
  for (const { commandId, refusal } of ofTheList) expect(await undo(commandId)).toMatchObject({ refusal })
  expect(await list()).toEqual(before)
})

test('a cancellation is undone until its time is offered to somebody, and the undo of a request offers what it frees', async () => {
  const booked = await araro.approved({ machineId, memberId, period: ahead(3) })
  const cancel = on(booked, { reason: 'rain' })
  expect(reasonOf(await araro.manager.bookings.cancel(cancel))).toBe('yes')
  expect(reasonOf(await araro.manager.undo.last({ commandId: newId(), of: cancel.commandId }))).toBe('yes')
  await add(ben)
  const [booking] = (await araro.clerk.bookings.list({ status: ['approved'], limit: 1 })).bookings
  const again = on(booking!, { reason: 'rain' })
  expect(reasonOf(await araro.manager.bookings.cancel(again))).toBe('yes')
  const undone = await araro.manager.undo.last({ commandId: newId(), of: again.commandId })
  expect(undone).toMatchObject({ refusal: { why: 'refused', because: { reason: 'on-hold' } } })

  const offerId = (await list())[0]?.offer?.id ?? ''
  await araro.manager.waiting.decline({ commandId: newId(), offerId })
  const asked = { commandId: newId(), machineId, memberId, period: ahead(3) }
  expect(reasonOf(await araro.clerk.bookings.request(asked))).toBe('yes')
  const carla = (await araro.member({ name: 'Carla' })).id
  await add(carla)
  expect((await list()).find(one => one.memberName === 'Carla')?.offer).toBe(null)
  expect(reasonOf(await araro.clerk.undo.last({ commandId: newId(), of: asked.commandId }))).toBe('yes')
  expect((await list()).find(one => one.memberName === 'Carla')?.offer).not.toBe(null)
})
