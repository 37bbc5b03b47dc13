import { DAY_MS, HOUR_MS } from '#booking/time/day'
import { keepUp } from '#office/upkeep/keep-up'
import { ahead, NOW, newId, PASSWORD, TODAY, temporaryOffice } from './temporary-office.ts'

/** A picture of one dot. */
export const DOT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** The answer, which must be a yes. */
async function yes<Answer extends { ok: boolean }>(answer: PromiseLike<Answer>) {
  const given = await answer
  if (!given.ok) throw new Error(`refused: ${JSON.stringify(given)}`)
  return given as Extract<Answer, { ok: true }>
}

/** An office with something in every table that people fill: one that was at work for a while, through its own calls. */
export async function fullOffice() {
  const araro = await temporaryOffice()
  const { clerk, manager, admin } = araro
  const commandId = newId
  const machine = await araro.machine({ rate: { centavos: 100_000, per: 'day' }, implements: ['plow'] })
  const { typeId } = machine
  const asks = { depositCentavos: 50_000, lateFeeCentavos: 20_000, lateFeePer: 'day' as const }
  const rules = { minNoticeDays: null, maxDays: null, horizonDays: null, points: ['Tyres'] }
  await yes(
    manager.machines.changeType({
      commandId: commandId(),
      typeId,
      version: 1,
      name: 'Harvester',
      ...rules,
      ...asks,
    }),
  )
  const member = await araro.member({ name: 'Ana Reyes' })
  const [memberId, machineId] = [member.id, machine.id]
  const field = { name: 'Lot 1', barangay: '', sitio: '', hectares: 1, plantedOn: '2026-06-01' }
  const fieldId = commandId()
  await yes(clerk.fields.add({ commandId: fieldId, memberId, ...field }))

  // One that is out and late, with photos and readings, and one that came back late, with its fee paid.
  const { hash } = await yes(clerk.bookings.keepPhoto({ photo: DOT }))
  const late = await araro.approved({ machineId, memberId, period: ahead(1) })
  const seen = { condition: [{ point: 'Tyres', state: 'worn' as const }], photos: [hash] }
  const on = ({ id, version }: { id: string; version: number }) => ({
    commandId: commandId(),
    bookingId: id,
    version,
  })
  araro.clock.pass(DAY_MS)
  const out = await yes(
    clerk.bookings.handOver({ ...on(late), atMs: NOW + DAY_MS, reading: { meterHours: 10 }, ...seen }),
  )
  araro.clock.pass(3 * DAY_MS)
  const nowMs = araro.clock.nowMs()
  const work = { quantity: 2, per: 'day' as const }
  const back = await yes(
    clerk.bookings.return({ ...on(out.booking), atMs: nowMs, reading: { meterHours: 30 }, work }),
  )
  await yes(clerk.payments.addLateFee({ commandId: commandId(), bookingId: late.id }))
  await yes(manager.payments.waiveLateFee({ commandId: commandId(), bookingId: late.id, reason: 'typhoon' }))
  await yes(clerk.payments.addLateFee({ commandId: commandId(), bookingId: late.id }))
  const bookletId = commandId()
  await yes(
    manager.booklets.add({ commandId: bookletId, prefix: 'A-', first: 101, last: 150, desk: 'Front' }),
  )
  const paymentId = commandId()
  const receipt = { bookletId, number: 101 }
  const lines = [{ bookingId: late.id, centavos: 60_000 }]
  await yes(clerk.payments.take({ commandId: paymentId, memberId, lines, how: 'cash', receipt }))
  await yes(clerk.payments.print({ commandId: commandId(), paymentId }))
  const wrongId = commandId()
  await yes(
    clerk.payments.take({
      commandId: wrongId,
      memberId,
      lines: [{ ...lines[0]!, centavos: 500 }],
      how: 'bank',
      reference: 'x',
    }),
  )
  await yes(clerk.payments.reverse({ commandId: commandId(), paymentId: wrongId, reason: 'slip' }))
  await yes(
    clerk.payments.refund({
      commandId: commandId(),
      memberId,
      lines: [{ ...lines[0]!, centavos: 100 }],
      how: 'cash',
      reason: 'too much',
    }),
  )
  await yes(
    clerk.booklets.cancelNumber({
      commandId: commandId(),
      bookletId,
      version: 1,
      number: 102,
      reason: 'torn',
    }),
  )

  // A machine that is out past its end, one that broke down, and the promises that they hit.
  const other = await araro.machine({ rate: { centavos: 50_000, per: 'day' } })
  const overdue = await araro.approved({ machineId: other.id, memberId, period: ahead(5) })
  const hit = await araro.approved({ machineId: other.id, memberId, period: ahead(7) })
  const broken = await araro.machine({ type: 'Tractor', capacity: 3, unitName: 'sack' })
  const displaced = await araro.approved({ machineId: broken.id, memberId, period: ahead(8), units: 2 })
  araro.clock.pass(DAY_MS)
  await yes(clerk.bookings.handOver({ ...on(overdue), atMs: NOW + 5 * DAY_MS }))
  araro.clock.pass(2 * DAY_MS)
  await keepUp(araro.office)
  const hitNow = (await clerk.bookings.get({ bookingId: hit.id })).booking!
  await yes(clerk.bookings.settle({ ...on(hitNow), note: 'waits' }))
  const broke = await yes(
    clerk.maintenance.breakDown({
      ...{ commandId: commandId(), machineId: broken.id, kind: 'corrective', note: 'belt' },
      ...{ expectedEndMs: NOW + 9 * DAY_MS, displace: [displaced.id], photos: [hash] },
    }),
  )
  const planned = await yes(
    manager.maintenance.schedule({
      commandId: commandId(),
      machineId,
      period: ahead(30),
      kind: 'preventive',
    }),
  )
  const schedule = { commandId: commandId(), machineId, period: ahead(40, 2), reason: 'parade' }
  const blackout = await yes(manager.blackouts.add(schedule))
  await yes(manager.holidays.add({ commandId: commandId(), day: ahead(50).from, name: 'Fiesta' }))
  const quota = await yes(
    manager.quotas.set({ commandId: commandId(), counts: 'bookings', limit: 50, per: 'month' }),
  )

  // A session with a machine, a place of each kind, and somebody who waits.
  const session = await yes(
    manager.sessions.add({
      ...{
        commandId: commandId(),
        title: 'Training',
        startMs: NOW + 20 * DAY_MS,
        endMs: NOW + 20 * DAY_MS + HOUR_MS,
      },
      ...{ capacity: 2, open: 'anybody', machineIds: [machineId] },
    }),
  )
  const sessionId = session.session.id
  const place = await yes(clerk.sessions.enrol({ commandId: commandId(), sessionId, memberId }))
  await yes(clerk.sessions.enrol({ commandId: commandId(), sessionId, guest: 'Ben' }))
  await yes(clerk.sessions.enrol({ commandId: commandId(), sessionId, guest: 'Carla', wait: true }))

  // A waiting list with an offer, and one that waits behind it.
  const single = await araro.machine({ type: 'Drone' })
  const second = await araro.member({ name: 'Ben Cruz' })
  const wish = { machineId: single.id, fromDay: ahead(10).from, toDay: ahead(10).from, length: { days: 1 } }
  const first = await yes(clerk.waiting.add({ commandId: commandId(), memberId, ...wish }))
  const next = await yes(clerk.waiting.add({ commandId: commandId(), memberId: second.id, ...wish }))

  const organizer = { role: 'organizer' as const, organization: 'ATI', businessAddress: 'Calamba' }
  await yes(admin.users.add({ commandId: commandId(), name: 'Organizer', password: PASSWORD, ...organizer }))
  const { window: trainer } = await araro.signIn('Organizer')
  const unused = (await araro.machine()).id
  const ids = {
    ...{ machineId, typeId, memberId, fieldId, bookletId, paymentId, unused, sessionId, hash },
    ...{
      lateId: late.id,
      overdueId: overdue.id,
      hitId: hit.id,
      displacedId: displaced.id,
      singleId: single.id,
    },
    ...{ enrolmentId: place.enrolment.id, blackoutId: blackout.blackout.id, quotaId: quota.quota.id },
    ...{ maintenanceId: planned.maintenance.id, brokenId: broke.maintenance.id, brokenMachineId: broken.id },
    ...{ waitingId: first.waiting.id, nextWaitingId: next.waiting.id, backVersion: back.booking.version },
  }
  return { ...araro, organizer: trainer, ids: { ...araro.ids, ...ids }, today: TODAY }
}
export type FullOffice = Awaited<ReturnType<typeof fullOffice>>
