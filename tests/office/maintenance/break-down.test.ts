import { expect, test } from 'vitest'
import { endUnusedPhotos } from '#office/bookings/photos'
import { keepUp } from '#office/upkeep/keep-up'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { asDataUrl, pictureBytes } from '#tests/support/pictures'
import { ahead, NOW, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId, ask } = officeWithMachineAndMember()
const HOUR = 3_600_000
const DAY = 24 * HOUR
const endOfToday = Date.UTC(2026, 10, 19, 16)

const breakDown = (change: object = {}) =>
  araro.clerk.maintenance.breakDown({
    commandId: newId(),
    machineId,
    kind: 'corrective',
    note: 'belt',
    expectedEndMs: null,
    displace: [],
    ...change,
  })

test('a machine that breaks down is under repair until somebody finishes it, whatever the date', async () => {
  const broken = await breakDown()
  expect(broken).toMatchObject({
    ok: true,
    maintenance: { status: 'planned', openEnded: true, startMs: NOW, endMs: endOfToday, expectedEndMs: null },
    displaced: [],
  })
  expect(await breakDown()).toMatchObject({ refusal: { reason: 'in-maintenance', by: { openEnded: true } } })
  const machine = async () => (await araro.clerk.machines.list({})).find(one => one.id === machineId)
  expect(await machine()).toMatchObject({ status: 'maintenance' })
  const walkIn = { commandId: newId(), memberId, machineId, period: ahead(0) }
  expect(await araro.manager.bookings.request(walkIn)).toMatchObject({
    refusal: { reason: 'in-maintenance' },
  })
  araro.clock.pass(9 * DAY)
  expect(await machine()).toMatchObject({ status: 'maintenance' })
  await keepUp(araro.office)
  const { maintenance } = await araro.clerk.maintenance.list({})
  expect(maintenance).toMatchObject([{ status: 'planned', endMs: endOfToday + 9 * DAY }])
  expect(maintenance[0]?.version).toBe(1)
  const finish = { commandId: newId(), maintenanceId: maintenance[0]!.id, version: 1 }
  const finished = await araro.manager.maintenance.finish(finish)
  expect(finished).toMatchObject({ maintenance: { status: 'finished', endMs: araro.clock.nowMs() } })
  expect(await machine()).toMatchObject({ status: 'available' })
  expect(reasonOf(await ask({ period: ahead(10) }))).toBe('yes')
  expect(whatIsWrong(araro.file.sqlite)).toEqual([])
})

test('promised time is taken only from bookings that somebody named; those are displaced, with a line and a notice', async () => {
  const first = await araro.approved({ memberId, machineId, period: ahead(1) })
  const second = await araro.booking({ memberId, machineId, period: ahead(2) })
  const later = await araro.approved({ memberId, machineId, period: ahead(4) })
  const expectedEndMs = NOW + 2 * DAY
  const refused = await breakDown({ expectedEndMs, displace: [first.id] })
  expect(refused).toMatchObject({ refusal: { reason: 'still-promised', by: [{ bookingId: second.id }] } })
  expect(araro.count('maintenance')).toBe(0)
  const displace = [first.id, second.id, later.id]
  const broken = await araro.manager.maintenance.breakDown({
    commandId: newId(),
    machineId,
    kind: 'emergency',
    note: 'axle',
    expectedEndMs,
    displace,
  })
  expect(broken).toMatchObject({ ok: true, displaced: [{ id: first.id }, { id: second.id }] })
  for (const { id: bookingId, version } of [first, second]) {
    const { booking, history } = await araro.clerk.bookings.get({ bookingId })
    expect(booking).toMatchObject({ status: 'displaced', version: version + 1, reason: 'axle' })
    expect(history.map(row => row.action)).toContain('maintenance.breakDown')
  }
  expect((await araro.clerk.bookings.get({ bookingId: later.id })).booking).toMatchObject({
    status: 'approved',
  })
  const told = (await araro.clerk.notices.list({})).notices.filter(notice => notice.kind === 'displaced')
  expect(told.map(notice => notice.about.id).sort()).toEqual([first.id, second.id].sort())
  expect(whatIsWrong(araro.file.sqlite)).toEqual([])
})

test('a displaced booking gets another time, its own again when there is room, or is cancelled', async () => {
  const bookings = [ahead(1), ahead(2), ahead(3)].map(period => ({ memberId, machineId, period }))
  const displaced = []
  for (const one of bookings) displaced.push(await araro.approved(one))
  const broken = await breakDown({ expectedEndMs: NOW + 3 * DAY, displace: displaced.map(({ id }) => id) })
  if (!broken.ok) throw new Error(broken.refusal.reason)
  const [first, second, third] = broken.displaced
  const cannot = await araro.manager.bookings.approve(on(first!, {}))
  expect(cannot).toMatchObject({ refusal: { reason: 'in-maintenance' }, current: { status: 'displaced' } })
  const moved = await araro.clerk.bookings.move(on(first!, { period: ahead(7) }))
  expect(moved).toMatchObject({ ok: true, booking: { status: 'pending', period: ahead(7) } })
  const byManager = await araro.manager.bookings.move(on(second!, { period: ahead(8) }))
  expect(byManager).toMatchObject({ ok: true, booking: { status: 'approved' } })
  const { maintenance } = broken
  const finish = { commandId: newId(), maintenanceId: maintenance.id, version: maintenance.version }
  await araro.manager.maintenance.finish(finish)
  const again = await araro.manager.bookings.approve(on(third!, {}))
  expect(again).toMatchObject({ ok: true, booking: { status: 'approved', period: ahead(3) } })
  expect(araro.count('settling')).toBe(0)
  expect(whatIsWrong(araro.file.sqlite)).toEqual([])
})

test('a machine that broke down in the field stays with its member, and is under repair as long as it lasts', async () => {
  const asked = await araro.booking({ memberId, machineId, period: ahead(0) }, araro.manager)
  const approved = await araro.manager.bookings.approve(on(asked, {}))
  const out = await araro.clerk.bookings.handOver(on(approved.ok ? approved.booking : asked, { atMs: NOW }))
  if (!out.ok) throw new Error(out.refusal.reason)
  expect(await breakDown({ expectedEndMs: NOW + 3 * DAY })).toMatchObject({ ok: true, displaced: [] })
  expect(await ask({ period: ahead(2) })).toMatchObject({ refusal: { reason: 'in-maintenance' } })
  await araro.clerk.bookings.return(on(out.booking, { atMs: NOW }))
  expect(await ask({ period: ahead(2) })).toMatchObject({ refusal: { reason: 'in-maintenance' } })
  expect(await ask({ period: ahead(4) })).toMatchObject({ ok: true })
  expect(whatIsWrong(araro.file.sqlite)).toEqual([])
})

test('its end is expected anew as often as it changes; what has its end is not', async () => {
  const broken = await breakDown()
  if (!broken.ok) throw new Error(broken.refusal.reason)
  const { id: maintenanceId } = broken.maintenance
  const expectEnd = (version: number, expectedEndMs: number | null) =>
    araro.clerk.maintenance.expect({ commandId: newId(), maintenanceId, version, expectedEndMs })
  const backMs = NOW + 5 * DAY
  expect(await expectEnd(1, backMs)).toMatchObject({ maintenance: { expectedEndMs: backMs, endMs: backMs } })
  expect(reasonOf(await ask({ period: ahead(4) }))).toBe('in-maintenance')
  expect(await expectEnd(2, null)).toMatchObject({ maintenance: { expectedEndMs: null, endMs: endOfToday } })
  expect(reasonOf(await ask({ period: ahead(4) }))).toBe('yes')
  expect(reasonOf(await expectEnd(3, NOW - 1))).toBe('in-the-past')
  const planned = await araro.manager.maintenance.schedule({
    commandId: newId(),
    machineId,
    kind: 'preventive',
    period: ahead(6),
  })
  if (!planned.ok) throw new Error(planned.refusal.reason)
  const { id, version } = planned.maintenance
  const change = { commandId: newId(), maintenanceId: id, version, expectedEndMs: NOW + DAY }
  expect(reasonOf(await araro.clerk.maintenance.expect(change))).toBe('has-its-end')
})

test('planned emergency maintenance is told that it can take promised time, and a machine under repair is not retired', async () => {
  const promised = await araro.approved({ memberId, machineId, period: ahead(1) })
  const plan = { machineId, period: ahead(1), kind: 'emergency' as const }
  expect(await araro.manager.maintenance.schedule({ commandId: newId(), ...plan })).toMatchObject({
    refusal: { reason: 'needs-displacing', by: [{ bookingId: promised.id }] },
  })
  await araro.clerk.bookings.cancel(on(promised, { reason: 'rain' }))
  await breakDown()
  const machine = (await araro.clerk.machines.list({})).find(one => one.id === machineId)
  const retire = { commandId: newId(), machineId, version: machine!.version }
  expect(await araro.manager.machines.retire(retire)).toMatchObject({
    refusal: { reason: 'still-promised', by: [{ kind: 'maintenance' }] },
  })
  expect(araro.errors()).toEqual([])
})

test('photos of a breakdown are kept with it, their hashes in its history, and none of them in a list', async () => {
  const picture = pictureBytes('jpeg', { seed: 8, length: 3000 })
  const kept = await araro.clerk.bookings.keepPhoto({ photo: asDataUrl(picture) })
  const photos = kept.ok ? [kept.hash] : []
  const broken = await breakDown({ photos })
  expect(broken).toMatchObject({ ok: true, maintenance: { photos } })
  const { maintenance } = await araro.manager.maintenance.list({ machineId })
  expect(maintenance).toMatchObject([{ photos }])
  expect(JSON.stringify(maintenance)).not.toContain(picture.toString('base64').slice(0, 40))
  const { rows } = await araro.manager.history.list({ entity: 'maintenance' })
  expect(rows).toMatchObject([{ after: { photos } }])
  expect(await araro.clerk.bookings.photo({ hash: photos[0]! })).toEqual({ photo: asDataUrl(picture) })
  araro.clock.pass(3 * DAY)
  await endUnusedPhotos(araro.office)
  expect(araro.count('photos')).toBe(1)
})

test('a photo that is not there, or an eleventh, is refused, and the machine does not break down', async () => {
  expect(await breakDown({ photos: ['0'.repeat(64)] })).toMatchObject({ refusal: { reason: 'photo-gone' } })
  const many = Array.from({ length: 11 }, (_, at) => at.toString(16).padStart(64, '0'))
  await expect(breakDown({ photos: many })).rejects.toThrow('at most 10 photos')
  expect(araro.count('maintenance')).toBe(0)
})
