import { expect, test } from 'vitest'
import { newId } from '#tests/support/temporary-office'
import { reasonOf, sessionOffice, TIMES } from './session-days.ts'

async function full(capacity = 1, open: 'anybody' | 'members' | 'verified' = 'anybody') {
  const araro = await sessionOffice()
  const { id } = await araro.session({ capacity, open })
  return { araro, id, names: async () => namesIn(await araro.found(id)) }
}
const namesIn = ({ places, waiting }: { places: { name: string }[]; waiting: { name: string }[] }) => ({
  places: places.map(one => one.name),
  waiting: waiting.map(one => one.name),
})

test('whoever waits longest gets the place that is given back, at once and by themselves', async () => {
  const { araro, id, names } = await full()
  const ana = await araro.place(id, { guest: 'Ana' })
  for (const guest of ['Zoe', 'Ben']) await araro.place(id, { guest, wait: true })
  expect(await names()).toEqual({ places: ['Ana'], waiting: ['Zoe', 'Ben'] })
  await araro.leave(ana)
  expect(await names()).toEqual({ places: ['Zoe'], waiting: ['Ben'] })
  const { notices } = await araro.manager.notices.list({})
  expect(notices.find(one => one.kind === 'moved-up')).toMatchObject({
    reason: 'Zoe',
    about: { entity: 'session', title: 'Harvester training' },
  })
})

test('a larger capacity lets as many move up as fit, in turn', async () => {
  const { araro, id, names } = await full()
  await araro.place(id, { guest: 'Ana' })
  for (const guest of ['Zoe', 'Ben', 'Carla']) await araro.place(id, { guest, wait: true })
  const changed = await araro.change(id, { capacity: 3 })
  expect(changed).toMatchObject({ ok: true, session: { taken: 3, waiting: 1, state: 'full' } })
  expect(await names()).toEqual({ places: ['Ana', 'Ben', 'Zoe'], waiting: ['Carla'] })
})

test('a turn that is given back moves the others up, and nobody gets a place by it', async () => {
  const { araro, id, names } = await full()
  const ana = await araro.place(id, { guest: 'Ana' })
  const zoe = await araro.place(id, { guest: 'Zoe', wait: true })
  await araro.place(id, { guest: 'Ben', wait: true })
  await araro.leave(zoe)
  expect(await names()).toEqual({ places: ['Ana'], waiting: ['Ben'] })
  await araro.leave(ana)
  expect(await names()).toEqual({ places: ['Ben'], waiting: [] })
})

test('somebody whom the session is not open to any more is passed over, and nobody moves up once it began', async () => {
  const { araro, id, names } = await full(1, 'members')
  const [ana, ben, carla] = [await araro.member(), await araro.member(), await araro.member()]
  const place = await araro.place(id, { memberId: ana.id })
  for (const { id: memberId } of [ben, carla]) await araro.place(id, { memberId, wait: true })
  const { id: memberId, version } = ben
  await araro.manager.members.suspend({ commandId: newId(), memberId, version, reason: 'unpaid' })
  await araro.leave(place)
  expect(await names()).toEqual({ places: [carla.name], waiting: [ben.name] })
  araro.clock.pass(TIMES.startMs - araro.clock.nowMs())
  expect(reasonOf(await araro.change(id, { capacity: 5 }))).toBe('session-under-way')
  expect((await names()).waiting).toEqual([ben.name])
})

test('waiting in a session with places left is a place', async () => {
  const { araro, id } = await full(2)
  expect(await araro.place(id, { guest: 'Ana', wait: true })).toMatchObject({ status: 'active' })
})

test('the organizer is told once when four of five places are taken, and again when it gets there again', async () => {
  const { araro, id } = await full(5)
  const told = async () =>
    (await araro.manager.notices.list({})).notices.filter(one => one.kind === 'nearly-full').length
  for (const guest of ['Ana', 'Ben', 'Carla']) await araro.place(id, { guest })
  expect(await told()).toBe(0)
  const dan = await araro.place(id, { guest: 'Dan' })
  expect(await told()).toBe(1)
  await araro.place(id, { guest: 'Eva' })
  expect(await told()).toBe(1)
  const places = (await araro.found(id)).places
  for (const place of places.filter(one => one.id !== dan.id).slice(0, 2)) await araro.leave(place)
  await araro.place(id, { guest: 'Fe' })
  expect(await told()).toBe(2)
})

test('at how many percent a session is nearly full is a setting', async () => {
  const { araro, id } = await full(4)
  const { version } = await araro.admin.settings.get({})
  const settings = { sessions: { nearlyFullPercent: 25 } }
  await araro.admin.settings.change({ commandId: newId(), version, settings })
  await araro.place(id, { guest: 'Ana' })
  const { notices } = await araro.manager.notices.list({})
  expect(notices.map(one => one.kind)).toEqual(['nearly-full'])
})

test('when a session with people in it is cancelled or moved, those who enter bookings are told to call them', async () => {
  const { araro, id } = await full(3)
  await araro.place(id, { guest: 'Ana' })
  await araro.change(id, { startMs: TIMES.startMs + 1, endMs: TIMES.endMs + 1 })
  await araro.cancel(id)
  const kinds = (await araro.clerk.notices.list({})).notices.map(one => one.kind).sort()
  expect(kinds).toEqual(['session-cancelled', 'session-moved'])
})
