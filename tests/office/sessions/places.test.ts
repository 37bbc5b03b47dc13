import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '#booking/time/day'
import { NOW, newId } from '#tests/support/temporary-office'
import { reasonOf, sessionOffice, TIMES } from './session-days.ts'

// The cases of the concurrency strategy (s2) and of the model schema (s4), one by one.

describe('a place', () => {
  test('in a full session is refused, with its capacity and how many wait', async () => {
    const araro = await sessionOffice()
    const { id } = await araro.session({ capacity: 3 })
    for (const guest of ['Ana', 'Ben', 'Carla']) await araro.place(id, { guest })
    expect(await araro.enrol(id, { guest: 'Dan' })).toEqual({
      ok: false,
      refusal: { reason: 'session-full', capacity: 3, waiting: 0 },
    })
    await araro.place(id, { guest: 'Dan', wait: true })
    expect(await araro.enrol(id, { guest: 'Eva' })).toMatchObject({ refusal: { capacity: 3, waiting: 1 } })
  })

  test('in a session that is past, or under way, is neither taken nor given back', async () => {
    const araro = await sessionOffice()
    const { id } = await araro.session()
    const place = await araro.place(id, { guest: 'Ana' })
    araro.clock.pass(TIMES.startMs - NOW)
    expect(await araro.enrol(id, { guest: 'Ben' })).toMatchObject({
      refusal: { reason: 'session-under-way', startMs: TIMES.startMs },
    })
    expect(reasonOf(await araro.leave(place))).toBe('session-under-way')
    araro.clock.pass(4 * HOUR_MS)
    expect(await araro.enrol(id, { guest: 'Ben' })).toMatchObject({
      refusal: { reason: 'session-over', endMs: TIMES.endMs },
    })
    expect(reasonOf(await araro.leave(place))).toBe('session-over')
  })

  test('is given once to a person, also if the person waits or writes the name in another way', async () => {
    const araro = await sessionOffice()
    const { id } = await araro.session({ capacity: 2 })
    const member = await araro.member()
    await araro.place(id, { memberId: member.id })
    expect(await araro.enrol(id, { memberId: member.id })).toMatchObject({
      refusal: { reason: 'enrolled-already', name: member.name, waits: false },
    })
    expect(reasonOf(await araro.enrol(id, { memberNumber: member.number }))).toBe('enrolled-already')
    await araro.place(id, { guest: 'Niña  Peña' })
    expect(reasonOf(await araro.enrol(id, { guest: 'nina pena', wait: true }))).toBe('enrolled-already')
    await araro.place(id, { guest: 'Ben', wait: true })
    expect(await araro.enrol(id, { guest: 'ben', wait: true })).toMatchObject({
      refusal: { reason: 'enrolled-already', waits: true },
    })
  })

  test('that was given back can be taken again by the same person, who is then there once', async () => {
    const araro = await sessionOffice()
    const { id } = await araro.session({ capacity: 1 })
    const member = await araro.member()
    const place = await araro.place(id, { memberId: member.id })
    expect(await araro.leave(place)).toMatchObject({ ok: true, enrolment: { status: 'cancelled' } })
    expect((await araro.now(id)).placesLeft).toBe(1)
    const again = await araro.place(id, { memberId: member.id })
    expect(again).toMatchObject({ status: 'active', memberId: member.id })
    expect(again.id).not.toBe(place.id)
    const { places, cancelled } = await araro.found(id)
    expect([places.length, cancelled.length]).toEqual([1, 1])
  })

  test('is given back once', async () => {
    const araro = await sessionOffice()
    const { id } = await araro.session()
    const place = await araro.place(id, { guest: 'Ana' })
    const left = await araro.leave(place)
    if (!left.ok) throw new Error('refused')
    expect(await araro.leave(left.enrolment)).toMatchObject({
      refusal: { reason: 'move-not-allowed', what: 'enrolment' },
    })
    expect(reasonOf(await araro.leave(place))).toBe('changed-meanwhile')
  })

  test('given back in a session that filled up meanwhile does not come back by an undo', async () => {
    const araro = await sessionOffice()
    const { id } = await araro.session({ capacity: 1 })
    const place = await araro.place(id, { guest: 'Ana' })
    const of = newId()
    await araro.clerk.sessions.cancelEnrolment({
      commandId: of,
      enrolmentId: place.id,
      version: place.version,
    })
    const other = await araro.place(id, { guest: 'Ben' }, araro.manager)
    const undo = await araro.clerk.undo.last({ commandId: newId(), of })
    expect(undo).toMatchObject({ refusal: { why: 'refused', because: { reason: 'session-full' } } })
    await araro.leave(other, araro.manager)
    expect(reasonOf(await araro.clerk.undo.last({ commandId: newId(), of }))).toBe('yes')
    expect((await araro.found(id)).places.map(one => one.name)).toEqual(['Ana'])
  })

  test('the same command sent twice takes one place', async () => {
    const araro = await sessionOffice()
    const { id } = await araro.session()
    const command = { commandId: newId(), sessionId: id, guest: 'Ana' }
    const first = await araro.clerk.sessions.enrol(command)
    expect(await araro.clerk.sessions.enrol(command)).toEqual(first)
    expect((await araro.now(id)).taken).toBe(1)
  })

  test('five at once ask for two places: two get one, three are told that it is full', async () => {
    const araro = await sessionOffice()
    const { id } = await araro.session({ capacity: 2 })
    const answers = await Promise.all(
      ['Ana', 'Ben', 'Carla', 'Dan', 'Eva'].map(guest => araro.enrol(id, { guest })),
    )
    expect(answers.map(reasonOf).sort()).toEqual([
      'session-full',
      'session-full',
      'session-full',
      'yes',
      'yes',
    ])
    expect(await araro.now(id)).toMatchObject({ taken: 2, placesLeft: 0, state: 'full' })
  })
})

describe('who may come', () => {
  test('members only: no guest; verified only: no member without papers; suspended: only where anybody may come', async () => {
    const araro = await sessionOffice()
    const unverified = await araro.member({ verified: false })
    const verified = await araro.member()
    const suspended = await araro.member()
    await araro.manager.members.suspend({
      commandId: newId(),
      memberId: suspended.id,
      version: suspended.version,
      reason: 'unpaid',
    })
    const members = await araro.session({ open: 'members' })
    const strict = await araro.session({ open: 'verified' })
    const anybody = await araro.session({ open: 'anybody' })
    const may = async (id: string, who: object) => reasonOf(await araro.enrol(id, who))
    expect(await may(members.id, { guest: 'Ana' })).toBe('members-only')
    expect(await may(members.id, { memberId: unverified.id })).toBe('yes')
    expect(await may(members.id, { memberId: suspended.id })).toBe('member-suspended')
    expect(await may(strict.id, { guest: 'Ana' })).toBe('members-only')
    expect(await may(strict.id, { memberId: unverified.id })).toBe('member-not-verified')
    expect(await may(strict.id, { memberId: verified.id })).toBe('yes')
    expect(await may(anybody.id, { guest: 'Ana' })).toBe('yes')
    expect(await may(anybody.id, { memberId: suspended.id })).toBe('yes')
    expect(await may(anybody.id, { memberNumber: 'nobody has this' })).toBe('not-found')
  })
})

describe('who came', () => {
  test('is marked from the day of the session on, for those with a place, and can be taken back', async () => {
    const araro = await sessionOffice()
    const { id } = await araro.session()
    const ana = await araro.place(id, { guest: 'Ana' })
    const ben = await araro.place(id, { guest: 'Ben' })
    const left = await araro.leave(ben)
    expect(await araro.attended(ana, true)).toMatchObject({ refusal: { reason: 'session-not-yet' } })
    araro.clock.pass(TIMES.startMs - NOW)
    const came = await araro.attended(ana, true)
    expect(came).toMatchObject({ ok: true, enrolment: { came: true } })
    if (!left.ok || !came.ok) throw new Error('refused')
    expect(await araro.attended(left.enrolment, true)).toMatchObject({ refusal: { reason: 'no-place' } })
    expect((await araro.now(id)).came).toBe(1)
    const use = await araro.clerk.sessions.use({})
    expect(use).toEqual({ sessions: 1, cancelled: 0, places: 3, taken: 1, waiting: 0, marked: 1, came: 1 })
    expect(await araro.attended(came.enrolment, null)).toMatchObject({ ok: true, enrolment: { came: null } })
  })
})

test('somebody who was marked early and then leaves before the session begins is not marked any more', async () => {
  const araro = await sessionOffice()
  const { id } = await araro.session()
  const ana = await araro.place(id, { guest: 'Ana' })
  araro.clock.pass(TIMES.startMs - NOW - 1)
  const came = await araro.attended(ana, true)
  if (!came.ok) throw new Error('refused')
  expect(await araro.leave(came.enrolment)).toMatchObject({ ok: true, enrolment: { came: null } })
})
