import { expect, test } from 'vitest'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { PLAIN_MACHINE } from '#tests/support/plain-machine'
import { ahead, newId, type Window } from '#tests/support/temporary-office'

const { araro, machineId, memberId, ask } = officeWithMachineAndMember()

const undo = (of: string, by: Window = araro.clerk, commandId = newId()) => by.undo.last({ commandId, of })
const stored = async (bookingId: string) => (await araro.clerk.bookings.get({ bookingId })).booking!
/** Why it was not undone; of the rules' refusals, their reason. 'yes' if it was. */
async function whyNot(of: string, by: Window = araro.clerk) {
  const answer = await undo(of, by)
  if (answer.ok) return 'yes'
  const { refusal } = answer
  if (refusal.reason !== 'cannot-undo') return refusal.reason
  return refusal.why === 'refused' ? refusal.because.reason : refusal.why
}

test('a clerk who moves an approved booking gets back its time and its approval', async () => {
  const before = await araro.approved({ machineId, memberId, period: ahead(3) })
  const move = on(before, { period: ahead(5), reason: 'rain' })
  const moved = await araro.clerk.bookings.move(move)
  expect(moved).toMatchObject({ ok: true, booking: { status: 'pending', reason: 'rain' } })
  expect(await whyNot(move.commandId)).toBe('yes')
  const { version: _, ...now } = await stored(before.id)
  const { version: _v, ...was } = before
  expect(now).toEqual(was)
  const [line] = (await araro.clerk.history.list({ entityId: before.id })).rows
  expect(line).toMatchObject({
    action: 'undo.last',
    userName: 'Clerk',
    before: { status: 'pending', period: ahead(5), reason: 'rain' },
    after: { status: 'approved', period: ahead(3), reason: '', undid: 'bookings.move' },
  })
  expect(await araro.clerk.history.verify({})).toMatchObject({ ok: true })
})

test('an undo can be undone, which does the step again, and that too can be undone', async () => {
  const before = await araro.approved({ machineId, memberId, period: ahead(3) })
  const cancel = on(before, { reason: 'sold the field' })
  await araro.clerk.bookings.cancel(cancel)
  const [first, second, third] = [newId(), newId(), newId()]
  await undo(cancel.commandId, araro.clerk, first)
  expect((await stored(before.id)).status).toBe('approved')
  await undo(first, araro.clerk, second)
  expect(await stored(before.id)).toMatchObject({ status: 'cancelled', reason: 'sold the field' })
  await undo(second, araro.clerk, third)
  expect(await stored(before.id)).toMatchObject({ status: 'approved', reason: '' })
  const deeds = (await araro.clerk.undo.list({})).steps.slice(0, 4)
  expect(deeds.map(({ deed, action, refusal }) => [deed, action, refusal === null])).toEqual([
    ['undid', 'bookings.cancel', true],
    ['redid', 'bookings.cancel', false],
    ['undid', 'bookings.cancel', false],
    ['did', 'bookings.cancel', false],
  ])
  expect(await whyNot(cancel.commandId)).toBe('undone-already')
})

test('a request that is undone is cancelled and frees its time, and comes back if that is undone', async () => {
  const asked = await ask()
  if (!asked.ok) throw new Error('not booked')
  const { id } = asked.booking
  const commandId = newId()
  expect(await undo(id, araro.clerk, commandId)).toEqual({ ok: true })
  expect((await stored(id)).status).toBe('cancelled')
  expect(araro.count('occupancy')).toBe(0)
  expect(await whyNot(commandId)).toBe('yes')
  expect((await stored(id)).status).toBe('pending')
  expect(araro.count('occupancy')).toBe(1)
})

test('what takes the time meanwhile is named, and nothing is undone', async () => {
  const before = await araro.approved({ machineId, memberId, period: ahead(3) })
  const cancel = on(before, { reason: 'no' })
  await araro.clerk.bookings.cancel(cancel)
  await ask({ period: ahead(3) })
  const [step] = (await araro.clerk.undo.list({})).steps.slice(1)
  expect(step).toMatchObject({ commandId: cancel.commandId, refusal: { why: 'refused' } })
  expect(await undo(cancel.commandId)).toMatchObject({
    refusal: {
      reason: 'cannot-undo',
      why: 'refused',
      because: { reason: 'already-booked', by: { memberName: 'Ana Reyes' } },
    },
  })
  expect((await stored(before.id)).status).toBe('cancelled')
  expect(araro.errors()).toEqual([])
})

test('a step is not undone once somebody did something with its record, and the answer says who', async () => {
  const asked = await ask()
  if (!asked.ok) throw new Error('not booked')
  await araro.manager.bookings.approve(on(asked.booking, {}))
  expect(await undo(asked.booking.id)).toMatchObject({
    refusal: {
      why: 'changed-since',
      own: false,
      byName: 'Manager',
      title: `${asked.booking.machineName} · Ana Reyes`,
    },
  })
})

test('of one’s own steps with the same record, the later one is undone first', async () => {
  const asked = await ask()
  if (!asked.ok) throw new Error('not booked')
  const moved = on(asked.booking, { period: ahead(8) })
  await araro.clerk.bookings.move(moved)
  const corrected = { commandId: newId(), bookingId: asked.booking.id, version: 2, purpose: 'Sowing' }
  await araro.clerk.bookings.correct(corrected)
  expect(await undo(asked.booking.id)).toMatchObject({ refusal: { why: 'changed-since', own: true } })
  const undos = [newId(), newId(), newId()] as const
  const steps = [corrected.commandId, moved.commandId, asked.booking.id]
  for (const [index, of] of steps.entries()) {
    expect(await undo(of, araro.clerk, undos[index])).toEqual({ ok: true })
  }
  expect(await stored(asked.booking.id)).toMatchObject({ status: 'cancelled', period: ahead(3), purpose: '' })
  // And forward again, the last undo first.
  for (const of of undos.toReversed()) expect(await whyNot(of)).toBe('yes')
  expect(await stored(asked.booking.id)).toMatchObject({
    status: 'pending',
    period: ahead(8),
    purpose: 'Sowing',
  })
})

test('between one’s own steps nobody else’s step is passed over', async () => {
  const asked = await ask()
  if (!asked.ok) throw new Error('not booked')
  await araro.manager.bookings.approve(on(asked.booking, {}))
  const cancel = { ...on(asked.booking, { reason: 'rain' }), version: 2 }
  await araro.clerk.bookings.cancel(cancel)
  expect(await whyNot(cancel.commandId)).toBe('yes')
  expect(await undo(asked.booking.id)).toMatchObject({
    refusal: { why: 'changed-since', own: false, byName: 'Manager' },
  })
})

test('only the person who did it undoes it, and only with the right to it', async () => {
  const asked = await ask()
  if (!asked.ok) throw new Error('not booked')
  const approve = on(asked.booking, {})
  await araro.manager.bookings.approve(approve)
  expect(await whyNot(approve.commandId, araro.clerk)).toBe('not-yours')
  expect(await whyNot(newId())).toBe('not-yours')
  const users = await araro.admin.users.list({})
  const { version } = users.find(user => user.id === araro.ids.manager)!
  const change = {
    commandId: newId(),
    userId: araro.ids.manager,
    version,
    name: 'Manager',
    role: 'clerk' as const,
  }
  expect(await araro.admin.users.change(change)).toMatchObject({ ok: true })
  expect(await whyNot(approve.commandId, araro.manager)).toBe('rights-needed')
  expect(await whyNot(change.commandId, araro.admin)).toBe('yes')
  expect(await whyNot(approve.commandId, araro.manager)).toBe('yes')
  expect((await stored(asked.booking.id)).status).toBe('pending')
})

test('what happened, what was added and what is not kept is not undone', async () => {
  const booking = await araro.approved({ machineId, memberId, period: ahead(0) }).catch(() => undefined)
  expect(booking).toBeUndefined()
  const today = await araro.manager.bookings.request({
    commandId: newId(),
    machineId,
    memberId,
    period: ahead(0),
  })
  if (!today.ok) throw new Error(today.refusal.reason)
  const approved = await araro.manager.bookings.approve(on(today.booking, {}))
  if (!approved.ok) throw new Error(approved.refusal.reason)
  const out = on(approved.booking, { atMs: araro.clock.nowMs() })
  expect(await araro.clerk.bookings.handOver(out)).toMatchObject({ ok: true })
  expect(await whyNot(out.commandId)).toBe('happened')
  expect(await whyNot(memberId)).toBe('stays')
  const [machine] = await araro.clerk.machines.list({})
  const photo = { commandId: newId(), machineId, version: machine!.version, photo: null }
  expect(await araro.manager.machines.setPhoto(photo)).toMatchObject({ ok: true })
  expect(await whyNot(photo.commandId, araro.manager)).toBe('not-kept')
})

test('a password is kept nowhere but with its user: a change of it is not undone', async () => {
  const users = await araro.admin.users.list({})
  const clerk = users.find(user => user.id === araro.ids.clerk)!
  const { version } = clerk
  const change = { commandId: newId(), userId: clerk.id, version, name: 'Clerk', role: 'clerk' as const }
  await araro.admin.users.change({ ...change, password: 'another long password' })
  expect(await whyNot(change.commandId, araro.admin)).toBe('not-kept')
  const kept = araro.file.sqlite
    .prepare("SELECT count(*) FROM steps WHERE was LIKE '%password%'")
    .pluck()
    .get()
  expect(kept).toBe(0)
})

test('a member who has booked since being verified stays verified', async () => {
  const member = await araro.member({ verified: false })
  const verify = { commandId: newId(), memberId: member.id, version: member.version }
  await araro.clerk.members.verify(verify)
  const asked = await ask({ memberId: member.id })
  expect(asked.ok).toBe(true)
  expect(await whyNot(verify.commandId)).toBe('booked-since')
  if (asked.ok) await araro.clerk.bookings.cancel(on(asked.booking, { reason: 'no' }))
  expect(await whyNot(verify.commandId)).toBe('yes')
  expect((await araro.clerk.members.get({ memberId: member.id })).member?.verified).toBe(false)
})

test('finished maintenance that is undone takes its time again, unless somebody has it', async () => {
  const planned = { commandId: newId(), machineId, period: ahead(4, 2), kind: 'preventive' as const }
  const answer = await araro.manager.maintenance.schedule(planned)
  if (!answer.ok) throw new Error(answer.refusal.reason)
  const { id: maintenanceId, version } = answer.maintenance
  const finish = { commandId: newId(), maintenanceId, version }
  await araro.manager.maintenance.finish(finish)
  expect(araro.count('occupancy')).toBe(0)
  const taken = await ask({ period: ahead(5) })
  expect(await whyNot(finish.commandId, araro.manager)).toBe('already-booked')
  if (taken.ok) await araro.clerk.bookings.cancel(on(taken.booking, { reason: 'no' }))
  expect(await whyNot(finish.commandId, araro.manager)).toBe('yes')
  expect(await araro.clerk.maintenance.list({})).toMatchObject({
    maintenance: [{ id: maintenanceId, status: 'planned', finishedMs: null }],
  })
  expect(araro.count('occupancy')).toBe(1)
})

test('a capacity that is needed by now is not taken away again', async () => {
  const [machine] = await araro.clerk.machines.list({})
  const { name, typeId, version } = machine!
  const fields = { name, typeId, ...PLAIN_MACHINE, capacity: 2 }
  const change = { commandId: newId(), machineId, version, ...fields }
  expect(await araro.manager.machines.change(change)).toMatchObject({ ok: true })
  await ask({ period: ahead(3), units: 2 })
  expect(await whyNot(change.commandId, araro.manager)).toBe('capacity-in-use')
})

test('the last 20 steps can be undone and no earlier one; undos do not count', async () => {
  const asked: string[] = []
  for (let day = 3; day < 24; day++) {
    const answer = await ask({ period: ahead(day) })
    if (answer.ok) asked.push(answer.booking.id)
  }
  expect(asked).toHaveLength(21)
  expect((await araro.clerk.undo.list({})).steps).toHaveLength(20)
  expect(await whyNot(asked[0]!)).toBe('too-long-ago')
  for (const id of asked.slice(1).reverse()) expect(await whyNot(id)).toBe('yes')
  expect((await araro.clerk.undo.list({})).steps).toHaveLength(40)
})

test('whoever entered the booking, and those who decide, are told of an undo', async () => {
  const asked = await ask()
  if (!asked.ok) throw new Error('not booked')
  const approve = on(asked.booking, {})
  await araro.manager.bookings.approve(approve)
  await undo(approve.commandId, araro.manager)
  const toldClerk = (await araro.clerk.notices.list({})).notices.map(notice => notice.kind)
  expect(toldClerk).toContain('undone')
  const toldAdmin = (await araro.admin.notices.list({})).notices.map(notice => notice.kind)
  expect(toldAdmin).toContain('undone')
})

test('the list says what an undo would change, before and after', async () => {
  const before = await araro.approved({ machineId, memberId, period: ahead(3) })
  await araro.clerk.bookings.move(on(before, { period: ahead(6) }))
  const [step] = (await araro.clerk.undo.list({})).steps
  expect(step).toMatchObject({
    action: 'bookings.move',
    deed: 'did',
    count: 1,
    refusal: null,
    records: [
      {
        entity: 'booking',
        entityId: before.id,
        before: { period: ahead(6), status: 'pending' },
        after: { period: ahead(3), status: 'approved' },
      },
    ],
  })
})
