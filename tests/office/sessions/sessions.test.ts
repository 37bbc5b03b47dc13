import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '#booking/time/day'
import { NOW, newId } from '#tests/support/temporary-office'
import { reasonOf, START, sessionOffice, TIMES } from './session-days.ts'

// The cases of the concurrency strategy (s2) and of the model schema (s4), one by one.

describe('a session', () => {
  test('is added with its title, description, organizer, place, times and capacity, and all its places are left', async () => {
    const araro = await sessionOffice()
    const session = await araro.session({ description: 'Bring boots', place: 'Hall', capacity: 20 })
    expect(session).toMatchObject({
      title: 'Harvester training',
      description: 'Bring boots',
      place: 'Hall',
      ...TIMES,
      capacity: 20,
      placesLeft: 20,
      taken: 0,
      waiting: 0,
      state: 'open',
      organizer: { id: araro.ids.manager, name: 'Manager' },
      machineIds: [],
    })
  })

  test('begins in the future, ends after it begins, and has at least one place', async () => {
    const araro = await sessionOffice()
    const add = (change: object) =>
      araro.manager.sessions.add({
        commandId: newId(),
        title: 'Training',
        ...TIMES,
        capacity: 5,
        open: 'members',
        ...change,
      })
    expect(reasonOf(await add({ startMs: NOW }))).toBe('in-the-past')
    expect(reasonOf(await add({ startMs: NOW + 1 }))).toBe('yes')
    expect(reasonOf(await add({ endMs: TIMES.startMs }))).toBe('ends-before-it-starts')
    await expect(add({ capacity: 0 })).rejects.toThrow('capacity')
    await expect(add({ title: ' ' })).rejects.toThrow('title')
  })

  test('is full when its last place is taken, and open again when one is given back', async () => {
    const araro = await sessionOffice()
    const { id } = await araro.session({ capacity: 1 })
    const place = await araro.place(id, { guest: 'Ana' })
    expect(await araro.now(id)).toMatchObject({ state: 'full', placesLeft: 0 })
    await araro.leave(place)
    expect(await araro.now(id)).toMatchObject({ state: 'open', placesLeft: 1 })
  })

  test('is under way from its start on, and past from its end on', async () => {
    const araro = await sessionOffice()
    const { id } = await araro.session()
    araro.clock.pass(TIMES.startMs - NOW - 1)
    expect((await araro.now(id)).state).toBe('open')
    araro.clock.pass(1)
    expect((await araro.now(id)).state).toBe('under-way')
    araro.clock.pass(4 * HOUR_MS)
    expect((await araro.now(id)).state).toBe('past')
  })

  test('is listed by state, in pages, and by time', async () => {
    const araro = await sessionOffice()
    const later = await araro.session({
      startMs: START + 5 * DAY_MS,
      endMs: START + 6 * DAY_MS,
      title: 'Later',
    })
    const full = await araro.session({ capacity: 1, title: 'Full' })
    await araro.place(full.id, { guest: 'Ana' })
    const gone = await araro.session({ title: 'Gone' })
    await araro.cancel(gone.id)
    const titles = async (args: object) =>
      (await araro.clerk.sessions.list(args)).sessions.map(session => session.title)
    expect(await titles({ state: 'open' })).toEqual(['Later'])
    expect(await titles({ state: 'full' })).toEqual(['Full'])
    expect(await titles({ state: 'cancelled' })).toEqual(['Gone'])
    expect(await titles({ fromMs: later.startMs })).toEqual(['Later'])
    expect(await titles({ newestFirst: true, limit: 1 })).toEqual(['Later'])
    const first = await araro.clerk.sessions.list({ limit: 2 })
    const rest = await araro.clerk.sessions.list({ limit: 2, cursor: first.nextCursor! })
    expect([...first.sessions, ...rest.sessions].map(one => one.title).sort()).toEqual([
      'Full',
      'Gone',
      'Later',
    ])
    expect(rest.nextCursor).toBeNull()
  })

  test('that has begun or is cancelled is not changed and not cancelled any more', async () => {
    const araro = await sessionOffice()
    const { id } = await araro.session()
    const gone = await araro.session({ startMs: START + DAY_MS, endMs: START + 2 * DAY_MS })
    expect(reasonOf(await araro.cancel(gone.id))).toBe('yes')
    expect(reasonOf(await araro.cancel(gone.id))).toBe('session-cancelled')
    expect(reasonOf(await araro.change(gone.id, { title: 'Other' }))).toBe('session-cancelled')
    expect(reasonOf(await araro.enrol(gone.id, { guest: 'Ana' }))).toBe('session-cancelled')
    araro.clock.pass(TIMES.startMs - NOW)
    expect(reasonOf(await araro.change(id, { title: 'Other' }))).toBe('session-under-way')
    expect(reasonOf(await araro.cancel(id))).toBe('session-under-way')
    araro.clock.pass(DAY_MS)
    expect(reasonOf(await araro.cancel(id))).toBe('session-over')
  })

  test('keeps what a change leaves out', async () => {
    const araro = await sessionOffice()
    const { id } = await araro.session({ description: 'Bring boots', place: 'Hall' })
    const changed = await araro.change(id, { title: 'Thresher training' })
    expect(changed).toMatchObject({
      ok: true,
      session: {
        title: 'Thresher training',
        description: 'Bring boots',
        place: 'Hall',
        ...TIMES,
        capacity: 3,
      },
    })
  })
})

describe('the capacity', () => {
  test('is not cut below the places that are taken', async () => {
    const araro = await sessionOffice()
    const { id } = await araro.session({ capacity: 3 })
    for (const guest of ['Ana', 'Ben']) await araro.place(id, { guest })
    expect(await araro.change(id, { capacity: 1 })).toMatchObject({
      refusal: { reason: 'places-taken', taken: 2, capacity: 1 },
    })
    expect(reasonOf(await araro.change(id, { capacity: 2 }))).toBe('yes')
    expect((await araro.now(id)).state).toBe('full')
  })
})

describe('the history', () => {
  test('has every action with who, what, when and the session', async () => {
    const araro = await sessionOffice()
    const { id } = await araro.session()
    const place = await araro.place(id, { guest: 'Ana' })
    await araro.leave(place)
    await araro.change(id, { capacity: 9 })
    await araro.cancel(id)
    const of = async (entity: 'session' | 'enrolment', entityId: string) =>
      (await araro.clerk.history.list({ entity, entityId })).rows.map(one => [one.userName, one.action])
    expect(await of('session', id)).toEqual([
      ['Manager', 'sessions.cancel'],
      ['Manager', 'sessions.change'],
      ['Manager', 'sessions.add'],
    ])
    expect(await of('enrolment', place.id)).toEqual([
      ['Clerk', 'sessions.cancelEnrolment'],
      ['Clerk', 'sessions.enrol'],
    ])
  })

  test('a member’s own places are listed with their sessions, the latest first', async () => {
    const araro = await sessionOffice()
    const member = await araro.member()
    const first = await araro.session({ title: 'First' })
    const second = await araro.session({
      title: 'Second',
      startMs: START + DAY_MS,
      endMs: START + 2 * DAY_MS,
    })
    for (const { id } of [first, second]) await araro.place(id, { memberId: member.id })
    const places = await araro.clerk.sessions.ofMember({ memberId: member.id })
    expect(places.map(one => [one.sessionTitle, one.status])).toEqual([
      ['Second', 'active'],
      ['First', 'active'],
    ])
  })
})
