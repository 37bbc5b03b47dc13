import { expect, test } from 'vitest'
import { ahead, newId, PASSWORD } from '#tests/support/temporary-office'
import { reasonOf, sessionOffice, TIMES } from './session-days.ts'

const ORGANIZATION = { organization: 'Samahan ng Nagtatanim', businessAddress: 'Kalye 2, Poblacion' }

/** An office with two organizers who are signed in. */
async function organized() {
  const araro = await sessionOffice()
  async function organizer(name: string) {
    const id = newId()
    const user = { name, role: 'organizer' as const, password: PASSWORD, ...ORGANIZATION }
    const added = await araro.admin.users.add({ commandId: id, ...user })
    if (!added.ok) throw new Error(added.refusal.reason)
    return { id, window: (await araro.signIn(name)).window }
  }
  return { ...araro, ofelia: await organizer('Ofelia'), omar: await organizer('Omar') }
}

test('an organizer has an organization and a business address, when added and when changed', async () => {
  const { admin, ids } = await sessionOffice()
  const user = { name: 'Ofelia', role: 'organizer' as const, password: PASSWORD }
  const add = (more: object) => admin.users.add({ commandId: newId(), ...user, ...more })
  expect(reasonOf(await add({}))).toBe('organization-needed')
  expect(reasonOf(await add({ organization: 'Samahan' }))).toBe('organization-needed')
  expect(await add(ORGANIZATION)).toMatchObject({ ok: true, user: ORGANIZATION })
  const clerk = {
    commandId: newId(),
    userId: ids.clerk,
    version: 1,
    name: 'Clerk',
    role: 'organizer' as const,
  }
  expect(reasonOf(await admin.users.change(clerk))).toBe('organization-needed')
  expect(reasonOf(await admin.users.change({ ...clerk, commandId: newId(), ...ORGANIZATION }))).toBe('yes')
})

test('the file has no organizer without an organization either', async () => {
  const { file, ids } = await sessionOffice()
  const organize = file.sqlite.prepare("UPDATE users SET role = 'organizer' WHERE id = ?")
  expect(() => organize.run(ids.clerk)).toThrow('NO-ORGANIZATION')
})

test('an organizer sees and changes only their own sessions, and a manager all', async () => {
  const araro = await organized()
  const own = await araro.session({ title: 'Own' }, araro.ofelia.window)
  const other = await araro.session({ title: 'Other' }, araro.omar.window)
  expect(own.organizer).toEqual({ id: araro.ofelia.id, name: 'Ofelia' })
  const { sessions } = araro.ofelia.window
  expect((await sessions.list({})).sessions.map(one => one.title)).toEqual(['Own'])
  expect(await sessions.get({ sessionId: other.id })).toBeNull()
  expect((await sessions.use({})).sessions).toBe(1)
  const { window } = araro.ofelia
  expect(reasonOf(await araro.change(own.id, { title: 'Mine' }, window))).toBe('yes')
  expect(reasonOf(await araro.change(other.id, { title: 'Mine' }, window))).toBe('not-your-session')
  expect(reasonOf(await araro.cancel(other.id, window))).toBe('not-your-session')
  expect(reasonOf(await araro.change(own.id, { organizerId: araro.omar.id }, window))).toBe(
    'not-your-session',
  )
  expect(reasonOf(await araro.change(other.id, { organizerId: araro.ofelia.id }))).toBe('yes')
  expect((await sessions.list({})).sessions).toHaveLength(2)
})

test('an organizer enrols by the exact number, in their own sessions, and sees no phone', async () => {
  const araro = await organized()
  const member = await araro.member()
  const { window } = araro.ofelia
  const own = await araro.session({}, window)
  const other = await araro.session({}, araro.omar.window)
  const place = await araro.place(own.id, { memberNumber: member.number }, window)
  expect(place).toMatchObject({ name: member.name, memberPhone: '', memberBarangay: '' })
  const found = await window.sessions.get({ sessionId: own.id })
  expect(found?.places).toMatchObject([{ name: member.name, memberNumber: member.number, memberPhone: '' }])
  expect(reasonOf(await araro.enrol(other.id, { guest: 'Ana' }, window))).toBe('not-your-session')
  const theirs = await araro.place(other.id, { guest: 'Ana' })
  expect(reasonOf(await araro.leave(theirs, window))).toBe('not-your-session')
  expect(reasonOf(await araro.leave(place, window))).toBe('yes')
  araro.clock.pass(TIMES.startMs - araro.clock.nowMs())
  expect(reasonOf(await araro.attended(theirs, true, window))).toBe('not-your-session')
})

test('an organizer hears of no other member: not who has the machine, not why somebody is suspended', async () => {
  const araro = await organized()
  const { window } = araro.ofelia
  const machine = await araro.machine()
  const member = await araro.member()
  await araro.approved({ machineId: machine.id, memberId: member.id, period: ahead(3) })
  const wanted = { commandId: newId(), title: 'Training', ...TIMES, capacity: 5, open: 'members' as const }
  expect(await window.sessions.add({ ...wanted, machineIds: [machine.id] })).toMatchObject({
    refusal: { reason: 'session-machine-taken', by: [] },
  })
  const { version } = member
  await araro.manager.members.suspend({ commandId: newId(), memberId: member.id, version, reason: 'unpaid' })
  const own = await araro.session({ open: 'members' }, window)
  expect(await araro.enrol(own.id, { memberNumber: member.number }, window)).toMatchObject({
    refusal: { reason: 'member-suspended', why: '' },
  })
})

test('a refusal shows an organizer no more of a place or a session than they may see', async () => {
  const araro = await organized()
  const { window } = araro.ofelia
  const member = await araro.member()
  const own = await araro.session({}, window)
  const other = await araro.session({}, araro.omar.window)
  const place = await araro.place(own.id, { memberId: member.id })
  const theirs = await araro.place(other.id, { memberId: member.id })
  expect(place).toMatchObject({ memberPhone: member.phone })
  const changed = await araro.leave({ id: place.id, version: 7 }, window)
  expect(changed).toMatchObject({
    refusal: { reason: 'changed-meanwhile' },
    current: { name: member.name, memberPhone: '', memberBarangay: '' },
  })
  for (const no of [await araro.leave(theirs, window), await araro.cancel(other.id, window)])
    expect(no).toEqual({ ok: false, refusal: { reason: 'not-your-session' } })
  expect(await araro.leave({ id: theirs.id, version: 7 }, window)).not.toHaveProperty('current')
})

test('an undo tells an organizer no more than the command did: not who has the machine, not why one is suspended', async () => {
  const araro = await organized()
  const { window } = araro.ofelia
  const [machine, member] = [await araro.machine(), await araro.member()]
  const { id: memberId, version } = member
  const own = await araro.session({ machineIds: [machine.id], open: 'members' }, window)
  const place = await araro.place(own.id, { memberNumber: member.number }, window)
  await araro.leave(place, window)
  await araro.manager.members.suspend({ commandId: newId(), memberId, version, reason: 'unpaid' })
  await araro.change(own.id, { machineIds: [] }, window)
  await araro.approved({ machineId: machine.id, memberId: (await araro.member()).id, period: ahead(3) })
  const { steps } = await window.undo.list({})
  expect(steps.map(step => step.refusal)).toMatchObject([
    { because: { reason: 'session-machine-taken', by: [] } },
    { because: { reason: 'member-suspended', why: '' } },
    {},
    {},
  ])
  for (const { commandId: of } of steps.slice(0, 2))
    expect(JSON.stringify(await window.undo.last({ commandId: newId(), of }))).not.toContain('unpaid')
})

test('an organizer is let into nothing else of the office', async () => {
  const { ofelia } = await organized()
  const { window } = ofelia
  const denied = [
    () => window.members.list({}),
    () => window.members.search({ text: '' }),
    () => window.bookings.list({}),
    () => window.machines.list({}),
    () => window.calendar.events({ fromMs: 0, toMs: 1 }),
    () => window.history.list({}),
    () => window.settings.get({}),
    () => window.users.list({}),
    () => window.sessions.ofMember({ memberId: newId() }),
  ]
  for (const call of denied) await expect(call()).rejects.toThrow('This needs the rights of')
  expect(await window.notices.list({})).toMatchObject({ unread: 0 })
})

test('an organizer is told when others enrol so many that the session is nearly full, and who moved up', async () => {
  const araro = await organized()
  const { window } = araro.ofelia
  const own = await araro.session({ capacity: 1 }, window)
  const place = await araro.place(own.id, { guest: 'Ana' })
  await araro.place(own.id, { guest: 'Zoe', wait: true })
  await araro.leave(place)
  const { notices } = await window.notices.list({})
  expect(notices.map(one => [one.kind, one.reason]).sort()).toEqual([
    ['moved-up', 'Zoe'],
    ['nearly-full', '1 / 1'],
  ])
})

test('no organizer is among those who may enter a walk-in', async () => {
  const { admin } = await sessionOffice()
  const { version, rules } = await admin.settings.get({})
  const change = {
    commandId: newId(),
    version,
    settings: { rules: { ...rules, walkInRoles: ['organizer' as const] } },
  }
  await expect(admin.settings.change(change)).rejects.toThrow('may enter bookings')
})
