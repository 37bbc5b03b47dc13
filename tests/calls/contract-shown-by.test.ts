import { expect, test } from 'vitest'
import { ENTITIES, type Entity } from '#booking/entities'
import { CALL_FACTS } from '#calls/contract'
import { keepUp } from '#office/upkeep/keep-up'
import { fieldsOf } from '#tests/support/plain-machine'
import { ahead, NOW, newId, type TemporaryOffice, temporaryOffice } from '#tests/support/temporary-office'

const FIELD = { name: 'By the river', barangay: 'Norte', sitio: '', hectares: 1.5 }

/** The input for each question in the table of calls: it asks for everything, so that no change is missed. */
async function questionsOf(araro: TemporaryOffice) {
  const noRules = { minNoticeDays: null, maxDays: null, horizonDays: null }
  const harvesters = { name: 'Harvester', ...noRules, depositCentavos: 100_000 }
  await araro.manager.machines.addType({ commandId: newId(), ...harvesters })
  const balerTypeId = newId()
  const balers = { name: 'Baler', ...noRules, lateFeeCentavos: 20_000, dueBookings: 1 }
  await araro.manager.machines.addType({ commandId: balerTypeId, ...balers })
  const machine = await araro.machine({ name: 'Tractor 1', batchSacks: 50 })
  const member = await araro.member({ name: 'Ana Reyes' })
  const fieldId = newId()
  await araro.clerk.fields.add({ commandId: fieldId, memberId: member.id, ...FIELD })
  const { id: bookingId } = await araro.approved({
    machineId: machine.id,
    memberId: member.id,
    fieldId,
    period: ahead(3),
  })
  const machineId = machine.id
  const memberId = member.id
  // Half of its deposit is paid, with the first receipt of a booklet.
  const bookletId = newId()
  await araro.manager.booklets.add({ commandId: bookletId, prefix: 'A-', first: 1, last: 50 })
  const paymentId = newId()
  await araro.clerk.payments.take({
    commandId: paymentId,
    memberId,
    lines: [{ bookingId, centavos: 50_000 }],
    how: 'cash',
    receipt: { bookletId, number: 1 },
  })
  // Half a load that may be handed over early, and a load that does not fit beside it.
  const dryer = await araro.machine({ name: 'Dryer 1', type: 'Dryer', capacity: 60, unitName: 'sack' })
  const early = await araro.approved({ machineId: dryer.id, memberId, period: ahead(12), units: 30 })
  const load = await araro.approved({ machineId: dryer.id, memberId, period: ahead(4), units: 40 })
  // So much used that maintenance is suggested, until it is planned.
  for (let days = 2; days <= 10; days += 2) {
    const endMs = araro.clock.nowMs() - days * 86_400_000
    araro.file.sqlite
      .prepare(
        `INSERT INTO bookings (id, machine_id, member_id, status, start_ms, end_ms)
        VALUES (?, ?, ?, 'completed', ?, ?)`,
      )
      .run(newId(), dryer.id, memberId, endMs - 3_600_000, endMs)
  }
  // It waits over midnight at a rate by the day, so that its price depends on the time zone, and does not block.
  const mill = await araro.machine({
    name: 'Mill 1',
    type: 'Mill',
    bookingMode: 'time',
    capacity: 2,
    pendingBlocks: false,
    rate: { centavos: 100, per: 'day' },
  })
  const midnight = araro.clock.nowMs() + 20 * 86_400_000 + 15 * 3_600_000
  await araro.booking({ machineId: mill.id, memberId, fieldId, period: minutes(midnight, -30, 30) })
  const late = await lateMachines(araro, { memberId, fieldId, typeId: machine.typeId })
  // It has the mill before that one, which is next.
  const beforeThat = await araro.booking({
    machineId: mill.id,
    memberId,
    period: minutes(midnight, -300, -290),
  })
  // It goes out two days later, and its meter is read.
  const metered = await araro.approved({
    machineId: (await araro.machine({ name: 'Baler 1', type: 'Baler' })).id,
    memberId,
    period: ahead(2),
  })
  // In the last hour of a year in Manila, and in the first of the next one in Tokyo.
  const maintenanceId = newId()
  const yearsEnd = Date.UTC(2025, 11, 31, 15, 30)
  araro.file.sqlite
    .prepare(
      `INSERT INTO maintenance (id, machine_id, kind, status, start_ms, end_ms, finished_ms)
      VALUES (?, ?, 'corrective', 'finished', ?, ?, ?)`,
    )
    .run(maintenanceId, machineId, yearsEnd - 60_000, yearsEnd, yearsEnd)
  // Who waits for what is not free: the dryer, one machine, and any machine of a type.
  await araro.approved({ machineId, memberId, period: ahead(30) })
  for (const wanted of [
    { machineId: dryer.id, fromDay: ahead(4).from, toDay: ahead(4).from, units: 60 },
    { machineId, fromDay: ahead(30).from, toDay: ahead(30).from },
    { typeId: machine.typeId, fromDay: ahead(30).from, toDay: ahead(30).from },
  ])
    await araro.clerk.waiting.add({ commandId: newId(), memberId, length: { days: 1 }, ...wanted })
  // On a machine, with one place, which a member of the cooperative will take.
  const sessionId = newId()
  const beginsMs = araro.clock.nowMs() + 15 * 86_400_000
  const session = {
    title: 'Training',
    startMs: beginsMs,
    endMs: beginsMs + 3_600_000,
    open: 'members' as const,
  }
  await araro.manager.sessions.add({ commandId: sessionId, ...session, capacity: 1, machineIds: [machineId] })
  const placeId = newId()
  await araro.clerk.sessions.enrol({ commandId: placeId, sessionId, memberId })
  const another = await araro.member({ name: 'Ben Cruz' })
  const insured = { machineId, kind: 'insurance' as const, expires: ahead(45).from }
  await araro.manager.papers.add({ commandId: newId(), ...insured })
  const closedThen = { period: ahead(200), reason: 'a wedding' }
  await araro.manager.blackouts.add({ commandId: newId(), machineId, ...closedThen })
  await araro.manager.blackouts.add({ commandId: newId(), typeId: machine.typeId, ...closedThen })
  const filled = await filledBatch(araro, { typeId: machine.typeId, memberId, fieldId, otherId: another.id })
  const leaving = { bookingId: early.id, atMs: araro.clock.nowMs() }
  const check = { machineId, period: ahead(3) }
  const days = { machineId, from: ahead(0).from, to: ahead(20).to }
  const range = { fromMs: araro.clock.nowMs() - 86_400_000, toMs: araro.clock.nowMs() + 40 * 86_400_000 }
  const lateMs = NOW + 39 * 86_400_000 + 14.5 * 3_600_000
  const { admin } = araro
  const questions: { [name: string]: () => Promise<unknown> } = {
    'setup.state': () => admin.setup.state({}),
    'auth.who': () => admin.auth.who({}),
    'settings.get': () => admin.settings.get({}),
    'settings.papers': () => admin.settings.papers({}),
    'hours.get': () => admin.hours.get({}),
    'hours.closed': () => admin.hours.closed({ from: ahead(0).from, to: ahead(20).to }),
    'holidays.list': () => admin.holidays.list({ year: 2026 }),
    'blackouts.list': () => admin.blackouts.list({}),
    'blackouts.reach': () => admin.blackouts.reach({ machineId, period: ahead(0, 60) }),
    'users.list': () => admin.users.list({}),
    'machines.list': () => admin.machines.list({ withRetired: true }),
    'machines.photo': () => admin.machines.photo({ machineId }),
    'machines.lastSeen': () => admin.machines.lastSeen({ machineId: metered.machineId }),
    'papers.list': () => admin.papers.list({}),
    'papers.ofMachine': () => admin.papers.ofMachine({ machineId }),
    'quotas.list': () => admin.quotas.list({}),
    'quotas.left': () => admin.quotas.left({ memberId }),
    'rates.list': () => admin.rates.list({ machineId }),
    // The second one begins on another day where the time zone is another.
    'rates.quote': () =>
      Promise.all([
        admin.rates.quote({ machineId, memberId, period: ahead(3) }),
        admin.rates.quote({ machineId, memberId, period: minutes(lateMs, 0, 60) }),
        admin.rates.quote({ machineId, memberId, period: ahead(50) }),
      ]),
    'machines.promised': () => admin.machines.promised({ machineId }),
    'machines.types': () => admin.machines.types({}),
    'members.search': () => admin.members.search({ text: '' }),
    'members.list': () => admin.members.list({}),
    'members.suggestions': () => admin.members.suggestions({}),
    'members.get': () => admin.members.get({ memberId }),
    'fields.list': () => admin.fields.list({ memberId }),
    'members.checkMany': () => admin.members.checkMany({ text: 'A-1\tBen Cruz' }),
    'bookings.check': () => admin.bookings.check(check),
    'free.first': () => admin.free.first({ machineId, length: { days: 1 } }),
    'find.anything': () =>
      admin.find.anything({ text: 'tractor', recent: [{ kind: 'booking', id: bookingId }] }),
    // The second does not fit beside the load that may be handed over early.
    'bookings.checkExtension': () =>
      Promise.all([
        admin.bookings.checkExtension({ bookingId, period: ahead(3, 9) }),
        admin.bookings.checkExtension({ bookingId: load.id, period: ahead(4, 9) }),
      ]),
    'bookings.promisedBefore': () => admin.bookings.promisedBefore(leaving),
    'bookings.nextAfter': () => admin.bookings.nextAfter({ bookingId: beforeThat.id }),
    'bookings.get': () => admin.bookings.get({ bookingId }),
    'bookings.list': () => admin.bookings.list({}),
    'bookings.waiting': () => admin.bookings.waiting({ machineId: mill.id }),
    'calendar.events': () => admin.calendar.events(range),
    'calendar.today': () => admin.calendar.today({}),
    'today.get': () => admin.today.get({}),
    'today.figures': () => admin.today.figures({}),
    'calendar.takenDays': () => admin.calendar.takenDays(days),
    'calendar.dayLoads': () => admin.calendar.dayLoads(days),
    'board.get': () => admin.board.get(range),
    'maintenance.check': () => admin.maintenance.check({ machineId, period: ahead(3, 2) }),
    'maintenance.reach': () => admin.maintenance.reach({ machineId: late.today.id, expectedEndMs: null }),
    'payments.get': () => admin.payments.get({ paymentId }),
    'payments.list': () => admin.payments.list({}),
    'payments.balance': () => admin.payments.balance({ memberId }),
    'payments.receivables': () => admin.payments.receivables({}),
    'payments.account': () =>
      Promise.all([bookingId, metered.id].map(id => admin.payments.account({ bookingId: id }))),
    'booklets.list': () => admin.booklets.list({}),
    'settle.list': () => admin.settle.list({}),
    'settle.count': () => admin.settle.count({}),
    'waiting.list': () => admin.waiting.list({}),
    'batches.get': () => admin.batches.get({ batchId: filled.batchId }),
    'batches.list': () => admin.batches.list({}),
    'batches.weighings': () => admin.batches.weighings({ shareId: filled.shareId }),
    'batches.ofMember': () => admin.batches.ofMember({ memberId }),
    'batches.machines': () => admin.batches.machines({}),
    'sessions.get': () => admin.sessions.get({ sessionId }),
    'sessions.list': () => admin.sessions.list({}),
    'sessions.use': () => admin.sessions.use({}),
    'sessions.ofMember': () => admin.sessions.ofMember({ memberId }),
    'sessions.organizers': () => admin.sessions.organizers({}),
    'sessions.machines': () => admin.sessions.machines({}),
    'maintenance.list': () => admin.maintenance.list({}),
    'maintenance.due': () => admin.maintenance.due({}),
    'maintenance.propose': () =>
      Promise.all(
        [dryer.id, mill.id, metered.machineId].map(id => admin.maintenance.propose({ machineId: id })),
      ),
    'maintenance.figures': () => admin.maintenance.figures({ machineId }),
    'maintenance.get': () =>
      Promise.all([late.repairId, maintenanceId].map(id => admin.maintenance.get({ maintenanceId: id }))),
    'history.list': () => admin.history.list({}),
    'history.refused': () => admin.history.refused({}),
    'history.verify': () => admin.history.verify({}),
    'undo.list': () => Promise.all([admin, araro.manager, araro.clerk].map(by => by.undo.list({}))),
    'notices.list': () => admin.notices.list({}),
    'notices.choices': () => admin.notices.choices({}),
  }
  const money = { bookletId, paymentId, balerTypeId }
  return {
    questions,
    money,
    filled,
    sessionId,
    placeId,
    another,
    machine,
    member,
    fieldId,
    bookingId,
    dryer,
    load,
    mill,
    midnight,
    late,
    metered,
  }
}

/**
 * A machine that is expected late and hits a promise; one that is late today and hits a promise of this evening, which
 * ends with the day in Manila and not in Tokyo; and one that is under repair and hits nothing yet.
 */
async function lateMachines(
  araro: TemporaryOffice,
  { memberId, fieldId, typeId }: { memberId: string; fieldId: string; typeId: string },
) {
  const { manager, clerk, clock } = araro
  const walkIn = async (machineId: string, period: ReturnType<typeof ahead> | ReturnType<typeof minutes>) => {
    const { id: bookingId, version } = await araro.booking({ machineId, memberId, period }, manager)
    await manager.bookings.approve({ commandId: newId(), bookingId, version })
    return { commandId: newId(), bookingId, version: version + 1 }
  }
  const later = await araro.machine({ name: 'Tractor 91', typeId })
  await araro.approved({ machineId: later.id, memberId, fieldId, period: ahead(6) })
  const out = await walkIn(later.id, ahead(0))
  await clerk.bookings.handOver({ ...out, atMs: clock.nowMs() })
  const backMs = clock.nowMs() + 7 * 86_400_000
  await clerk.bookings.expect({ ...out, commandId: newId(), version: out.version + 1, backMs })

  const today = await araro.machine({ name: 'Sprayer 1', type: 'Sprayer', bookingMode: 'time' })
  await walkIn(today.id, minutes(clock.nowMs() + 14 * 3_600_000, 10, 20))
  const soon = await walkIn(today.id, minutes(clock.nowMs() + 3_600_000, 0, 60))
  const short = await walkIn(today.id, minutes(clock.nowMs(), 0, 30))
  await clerk.bookings.handOver({ ...short, atMs: clock.nowMs() })
  clock.pass(40 * 60_000)

  const broken = await araro.machine({ name: 'Tractor 92', typeId })
  await araro.approved({ machineId: broken.id, memberId, period: ahead(5) })
  const breakDown = { machineId: broken.id, kind: 'corrective' as const, expectedEndMs: null, displace: [] }
  const repair = await clerk.maintenance.breakDown({ commandId: newId(), ...breakDown })
  return { later, today, soon, repairId: repair.ok ? repair.maintenance.id : '' }
}

/** A batch with two shares, of which the second is riper. */
async function filledBatch(
  araro: TemporaryOffice,
  {
    typeId,
    memberId,
    fieldId,
    otherId,
  }: { typeId: string; memberId: string; fieldId: string; otherId: string },
) {
  const sacks = { bookingMode: 'time' as const, capacity: 60, unitName: 'sack' }
  const kiln = await araro.machine({ name: 'Kiln 1', typeId, ...sacks })
  const [batchId, nextId, shareId, riperId] = [newId(), newId(), newId(), newId()]
  for (const [commandId, hours] of [
    [batchId, 0],
    [nextId, 1],
  ] as const) {
    const period = minutes(araro.clock.nowMs() + 25 * 86_400_000, hours * 60, hours * 60 + 60)
    await araro.clerk.batches.open({ commandId, machineId: kiln.id, period })
  }
  const add = { batchId, sacks: 10 }
  await araro.clerk.batches.add({ ...add, commandId: shareId, memberId, fieldId })
  await araro.admin.batches.add({ ...add, commandId: riperId, memberId: otherId, ripeDay: ahead(1).from })
  await araro.clerk.batches.weigh({ commandId: newId(), shareId, version: 1, kg: 480 })
  return { batchId, nextId, shareId, riperId, kiln }
}

function minutes(from: number, start: number, end: number) {
  return { kind: 'time' as const, startMs: from + start * 60_000, endMs: from + end * 60_000 }
}

/** Open on Mondays. */
const MONDAYS = Array.from({ length: 7 }, (_, day) =>
  day === 0 ? [{ fromMinutes: 480, toMinutes: 1020 }] : [],
)

/** Changes every kind of record in every way that a screen could show, one step at a time. */
function stepsOf(araro: TemporaryOffice, made: Awaited<ReturnType<typeof questionsOf>>) {
  const { admin, clerk, manager } = araro
  const {
    money,
    sessionId,
    filled,
    machine,
    member,
    fieldId,
    bookingId,
    dryer,
    load,
    mill,
    midnight,
    late,
    metered,
  } = made
  const at = { machine: machine.version, member: member.version, booking: 2, type: 1, maintenance: '' }
  const stopId = newId()
  const command = () => ({ commandId: newId() })
  const onMachine = () => ({ ...command(), machineId: machine.id, version: at.machine++ })
  const onMember = () => ({ ...command(), memberId: member.id, version: at.member++ })
  const onBooking = () => ({ ...command(), bookingId, version: at.booking++ })
  const onType = () => ({ ...command(), typeId: machine.typeId, version: at.type++ })
  const typeRules = { minNoticeDays: null, maxDays: null, horizonDays: null }
  const { phone, barangay, sector } = member
  const who = { phone, barangay, sector }
  const rules = { minNoticeDays: 1, maxDays: 30, horizonDays: 365, walkInRoles: ['manager' as const] }
  const office = { name: 'Bagong Pag-asa', address: 'Kalye 1', timeZone: 'Asia/Tokyo' }
  const PHOTO = `data:image/png;base64,${'A'.repeat(40)}`
  const expectEnd = (version: number, days: number) => ({
    ...command(),
    maintenanceId: late.repairId,
    version,
    expectedEndMs: araro.clock.nowMs() + days * 86_400_000,
  })
  const session = (machineId: string, days: number) => ({
    ...command(),
    title: 'Milling day',
    startMs: araro.clock.nowMs() + days * 86_400_000,
    endMs: araro.clock.nowMs() + days * 86_400_000 + 86_400_000,
    capacity: 1,
    open: 'anybody' as const,
    machineIds: [machineId],
  })
  const batch = (machineId: string, period: ReturnType<typeof ahead> | ReturnType<typeof minutes>) => ({
    ...command(),
    machineId,
    period,
  })
  const rate = { per: 'day' as const, centavos: 70_000, forOthersCentavos: 90_000 }
  return [
    () =>
      admin.quotas.set({ ...command(), typeId: machine.typeId, counts: 'hectares', limit: 9, per: 'month' }),
    () => admin.quotas.set({ ...command(), counts: 'bookings', limit: 900, per: 'week' }),
    // The type's rate holds until the machine has its own.
    () => admin.rates.set({ ...command(), typeId: machine.typeId, ...rate, validFrom: ahead(0).from }),
    () => admin.rates.set({ ...command(), machineId: machine.id, ...rate, validFrom: ahead(40).from }),
    () =>
      manager.sessions.change({
        ...command(),
        sessionId,
        version: 1,
        title: 'Thresher training',
        capacity: 2,
      }),
    () => clerk.sessions.enrol({ ...command(), sessionId, memberId: made.another.id }),
    () => clerk.sessions.cancelEnrolment({ ...command(), enrolmentId: made.placeId, version: 1 }),
    // A session takes a machine, its one place makes it full, and it gives the machine back.
    ...[
      session(machine.id, 4),
      session(machine.id, 6),
      session(mill.id, 0.01),
      session(dryer.id, 5),
      session(mill.id, 20),
    ].flatMap(added => {
      return [
        () => manager.sessions.add(added),
        () => clerk.sessions.enrol({ ...command(), sessionId: added.commandId, guest: 'Ben' }),
        () => manager.sessions.cancel({ ...command(), sessionId: added.commandId, version: 1 }),
      ]
    }),
    // The same with batches.
    ...[
      batch(machine.id, ahead(4)),
      batch(machine.id, ahead(6)),
      batch(mill.id, minutes(araro.clock.nowMs() + 900_000, 0, 1440)),
      batch(dryer.id, ahead(5)),
      batch(mill.id, minutes(araro.clock.nowMs() + 20 * 86_400_000, 0, 1440)),
    ].flatMap(opened => [
      () => manager.batches.open(opened),
      () => manager.batches.cancel({ ...command(), batchId: opened.commandId, version: 1 }),
    ]),
    () => clerk.batches.weigh({ ...command(), shareId: filled.shareId, version: 2, kg: 500 }),
    () => clerk.bookings.hold({ formId: newId(), machineId: machine.id, period: ahead(6) }),
    () =>
      clerk.payments.take({
        ...command(),
        memberId: member.id,
        lines: [{ bookingId, centavos: 100 }],
        how: 'cash',
        receipt: { bookletId: money.bookletId, number: 2 },
      }),
    () => clerk.payments.print({ ...command(), paymentId: money.paymentId }),
    // A longer booklet has more digits.
    () =>
      manager.booklets.change({ ...command(), bookletId: money.bookletId, version: 1, first: 1, last: 500 }),
    // A promise is hit by a repair.
    () => clerk.maintenance.expect(expectEnd(1, 6)),
    () => clerk.bookings.cancel({ ...late.soon, reason: 'rain' }),
    () => admin.machines.changeType({ ...onType(), name: 'Malaking makina', ...typeRules, horizonDays: 3 }),
    () => admin.machines.changeType({ ...onType(), name: 'Malaking makina', ...typeRules }),
    async () => {
      const planned = await manager.maintenance.schedule({
        ...command(),
        machineId: machine.id,
        period: ahead(8),
        kind: 'corrective',
        note: 'belts',
      })
      at.maintenance = planned.ok ? planned.maintenance.id : ''
      return planned
    },
    () =>
      admin.machines.change({
        ...onMachine(),
        ...fieldsOf(machine),
        name: 'Tractor 7',
        bufferAfterMs: 86_400_000,
      }),
    () => admin.machines.setPhoto({ ...onMachine(), photo: PHOTO }),
    () => admin.members.change({ ...onMember(), ...who, name: 'Ana Reyes-Cruz', number: 'A-1' }),
    () =>
      admin.machines.changeType({
        ...onType(),
        name: 'Malaking makina',
        ...typeRules,
        minNoticeDays: 5,
        maxDays: 4,
      }),
    () => admin.machines.changeType({ ...onType(), name: 'Malaking makina', ...typeRules }),
    () =>
      admin.users.change({ ...command(), userId: araro.ids.clerk, version: 1, name: 'Clara', role: 'clerk' }),
    () =>
      admin.users.change({
        ...command(),
        userId: araro.ids.manager,
        version: 1,
        name: 'Mario',
        role: 'manager',
      }),
    () =>
      admin.users.change({ ...command(), userId: araro.ids.admin, version: 1, name: 'Adela', role: 'admin' }),
    () => admin.settings.change({ ...command(), version: 1, settings: { office } }),
    () =>
      admin.settings.change({ ...command(), version: 2, settings: { rules: { ...rules, horizonDays: 2 } } }),
    () => admin.settings.change({ ...command(), version: 3, settings: { rules } }),
    () => manager.bookings.move({ ...onBooking(), period: ahead(5) }),
    () => clerk.bookings.hold({ formId: newId(), machineId: machine.id, period: ahead(3) }),
    () => manager.maintenance.cancel({ ...command(), maintenanceId: at.maintenance, version: 1 }),
    // In the way of undoing that.
    () => clerk.bookings.hold({ formId: newId(), machineId: machine.id, period: ahead(8) }),
    // Under maintenance now, so that the machine's status changes.
    () =>
      manager.maintenance.schedule({
        ...command(),
        machineId: machine.id,
        period: ahead(0),
        kind: 'emergency',
        note: '',
      }),
    () =>
      clerk.bookings.request({ ...command(), machineId: machine.id, memberId: member.id, period: ahead(10) }),
    () => clerk.fields.change({ ...command(), fieldId, version: 1, ...FIELD, name: 'Ilog', hectares: 7 }),
    () => clerk.bookings.cancel({ ...onBooking(), reason: 'rain' }),
    () => manager.bookings.move({ ...command(), bookingId: load.id, version: 2, period: ahead(5) }),
    () =>
      manager.maintenance.schedule({
        ...command(),
        machineId: dryer.id,
        period: ahead(8),
        kind: 'preventive',
        note: '',
      }),
    () =>
      admin.machines.change({
        ...command(),
        ...fieldsOf(dryer),
        machineId: dryer.id,
        version: 1,
        capacity: 100,
      }),
    () =>
      clerk.bookings.request({
        ...command(),
        machineId: mill.id,
        memberId: member.id,
        period: minutes(midnight, -30, 30),
      }),
    () =>
      clerk.bookings.hold({
        formId: newId(),
        machineId: mill.id,
        period: minutes(midnight, -30, 0),
        units: 2,
      }),
    () =>
      manager.maintenance.schedule({
        ...command(),
        machineId: mill.id,
        period: minutes(midnight, 0, 30),
        kind: 'preventive',
        note: '',
      }),
    // Where the one that is next could be moved forward.
    () =>
      manager.maintenance.schedule({
        ...command(),
        machineId: mill.id,
        period: minutes(araro.clock.nowMs(), -60, 2400),
        kind: 'corrective',
        note: '',
      }),
    () =>
      admin.machines.change({
        ...command(),
        ...fieldsOf(mill),
        machineId: mill.id,
        version: 1,
        rate: { centavos: 200, per: 'day' as const },
      }),
    () => admin.notices.read({}),
    () => admin.notices.choose({ kind: 'requested', bell: false, desktop: true }),
    // Two fit beside each other: nothing is hit any more.
    () =>
      admin.machines.change({
        ...command(),
        ...fieldsOf(late.later),
        machineId: late.later.id,
        version: 1,
        name: 'Tractor 911',
        capacity: 2,
      }),
    // Broken down, so that it cannot break down again.
    () =>
      clerk.maintenance.breakDown({
        ...command(),
        machineId: late.today.id,
        kind: 'corrective',
        expectedEndMs: null,
        displace: [],
      }),
    async () => {
      const other = await araro.machine({ name: 'Tractor 8' })
      const { id, version } = await araro.approved({
        machineId: other.id,
        memberId: member.id,
        period: ahead(2),
      })
      // Not fetched on its day, so that a machine in the yard names the member.
      const idle = await araro.machine({ name: 'Tractor 9' })
      await araro.approved({ machineId: idle.id, memberId: member.id, period: ahead(2) })
      // Not back at the end of its day, so that it is expected at the end of another.
      const late = await araro.machine({ name: 'Tractor 10' })
      const away = await araro.approved({ machineId: late.id, memberId: member.id, period: ahead(1) })
      araro.clock.pass(86_400_000)
      const gone = { ...command(), bookingId: away.id, version: away.version, atMs: araro.clock.nowMs() }
      await clerk.bookings.handOver(gone)
      araro.clock.pass(86_400_000)
      return clerk.bookings.handOver({ ...command(), bookingId: id, version, atMs: araro.clock.nowMs() })
    },
    () =>
      clerk.bookings.handOver({
        ...command(),
        bookingId: metered.id,
        version: metered.version,
        atMs: araro.clock.nowMs(),
        reading: { meterHours: 1200.5 },
      }),
    () =>
      clerk.bookings.return({
        ...command(),
        bookingId: metered.id,
        version: metered.version + 1,
        atMs: araro.clock.nowMs(),
        condition: [{ point: 'Tyres', state: 'worn' }],
      }),
    () => admin.members.change({ ...onMember(), ...who, name: 'Ana Santos', number: 'A-2', kind: 'other' }),
    // The day begins at another instant.
    () =>
      admin.settings.change({
        ...command(),
        version: 4,
        settings: { office: { ...office, timeZone: 'Asia/Manila' } },
      }),
    // Closed, or nothing is given, at the times that are asked for.
    () => manager.blackouts.add({ ...command(), commandId: stopId, period: ahead(1, 60), reason: 'flood' }),
    () => manager.blackouts.remove({ ...command(), blackoutId: stopId, version: 1 }),
    ...[3, 11, 12, 20].map(
      days => () => manager.holidays.add({ ...command(), day: ahead(days).from, name: 'Fiesta' }),
    ),
    () => manager.hours.set({ ...command(), version: 5, week: MONDAYS }),
    // The next Monday: what is late is expected on the one after it.
    () => manager.holidays.add({ ...command(), day: ahead(4).from, name: 'Bagyo' }),
    // Back two days late, at a type that asks for that.
    () => {
      araro.clock.pass(2 * 86_400_000)
      return clerk.bookings.correctReturn({
        ...command(),
        bookingId: metered.id,
        version: metered.version + 2,
        atMs: araro.clock.nowMs(),
        reason: 'written down late',
      })
    },
    () =>
      admin.machines.changeType({
        ...command(),
        typeId: money.balerTypeId,
        version: 1,
        name: 'Baler',
        ...typeRules,
        lateFeeCentavos: 30_000,
        dueBookings: null,
      }),
    // Without a plan of its type, it needs maintenance by the rule.
    () =>
      admin.settings.change({
        ...command(),
        version: 6,
        settings: { maintenance: { bookings: 1, days: 90 } },
      }),
    () => admin.settings.change({ ...command(), version: 7, settings: { batches: { order: 'ripeness' } } }),
    () => {
      const { kiln } = filled
      const fields = { ...fieldsOf(kiln as typeof machine), name: 'Kiln 2' }
      return admin.machines.change({ ...command(), ...fields, machineId: kiln.id, version: kiln.version })
    },
    () => clerk.batches.move({ ...command(), shareId: filled.riperId, version: 1, batchId: filled.nextId }),
    () => clerk.batches.cancel({ ...command(), batchId: filled.batchId, version: 1 }),
    // It is told of at once.
    async () => {
      const paper = { machineId: machine.id, kind: 'registration' as const, expires: ahead(9).from }
      const added = await manager.papers.add({ ...command(), ...paper })
      await keepUp(araro.office)
      return added
    },
    () =>
      admin.settings.change({
        ...command(),
        version: 8,
        settings: { machinePapers: { days: 100, refuse: false } },
      }),
    async () => {
      const baler = (await admin.machines.list({})).find(one => one.id === metered.machineId)!
      const { id: machineId, version } = baler
      const fields = { ...fieldsOf(baler as typeof machine), name: 'Baler 2' }
      return admin.machines.change({ ...command(), ...fields, machineId, version })
    },
  ]
}

test('every call whose answer changes with a record declares that it shows that kind of record', async () => {
  const araro = await temporaryOffice()
  const made = await questionsOf(araro)
  expect(Object.keys(made.questions).sort()).toEqual(
    [...CALL_FACTS].flatMap(([name, { shows }]) => (shows.length > 0 ? [name] : [])).sort(),
  )
  const seen = new Map<string, Set<Entity>>()
  for (const [index, step] of stepsOf(araro, made).entries()) {
    const before = await answersOf(made.questions)
    const { seq } = await araro.admin.changes.head({})
    const done = (await step()) as { ok: boolean; refusal?: unknown }
    expect(done, `step ${index + 1}`).toMatchObject({ ok: true })
    const kinds = changesAfter(araro, seq)
    for (const [name, answer] of Object.entries(await answersOf(made.questions))) {
      if (answer === before[name]) continue
      const shown = kinds.filter(kind => CALL_FACTS.get(name)?.shows.includes(kind))
      expect(shown, `step ${index + 1} changed ${kinds}, and with it ${name}`).not.toEqual([])
      // These kinds were seen to change the answer.
      for (const kind of shown) seen.set(name, (seen.get(name) ?? new Set()).add(kind))
    }
  }
  // No call is repeated needlessly: each kind that it declares was seen to change its answer. The list of refused
  // attempts is an exception: a refused attempt changes no record, so the list is read again with any change.
  const unseen = [...CALL_FACTS].flatMap(([name, { shows: declared }]) => {
    const shows = name === 'history.refused' ? [] : declared
    return shows.filter(kind => !seen.get(name)?.has(kind)).map(kind => `${name}: ${kind}`)
  })
  expect(unseen).toEqual([])
  expect(ENTITIES.filter(kind => ![...seen.values()].some(kinds => kinds.has(kind)))).toEqual([])
}, 180_000)

async function answersOf(questions: { [name: string]: () => Promise<unknown> }) {
  const answers: { [name: string]: string } = {}
  for (const [name, ask] of Object.entries(questions)) answers[name] = JSON.stringify(await ask())
  return answers
}

function changesAfter(araro: TemporaryOffice, seq: number): Entity[] {
  const rows = araro.file.sqlite.prepare('SELECT DISTINCT entity FROM changes WHERE seq > ?').pluck().all(seq)
  return rows as Entity[]
}
