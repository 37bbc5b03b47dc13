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

test('a step of the waiting list is not undone, because others may have had their turn since; the list of steps says so', async () => {
  const booked = await araro.approved({ machineId, memberId, period: ahead(3) })
  await add(ben)
  await add(memberId)
  const [, second] = await list()
  const { id: waitingId, version } = second!
  const up = { commandId: newId(), waitingId, version, reason: 'urgent' }
  expect(reasonOf(await araro.manager.waiting.moveUp(up))).toBe('yes')
  await araro.clerk.bookings.cancel(on(booked, { reason: 'rain' }))
  const offerId = (await list())[0]?.offer?.id ?? ''
  await araro.manager.waiting.decline({ commandId: newId(), offerId })
  const { steps } = await araro.manager.undo.list({})
  const ofTheList = steps.filter(one => one.action.startsWith('waiting.'))
  expect(ofTheList.map(one => one.action)).toEqual([
    'waiting.decline',
    'waiting.moveUp',
    'waiting.add',
    'waiting.add',
  ])
  const before = await list()
  for (const { commandId, refusal } of ofTheList) {
    expect(refusal).toMatchObject({ reason: 'cannot-undo', why: 'turns-taken' })
    expect(await araro.manager.undo.last({ commandId: newId(), of: commandId })).toMatchObject({ refusal })
  }
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
