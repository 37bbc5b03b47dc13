import { expect, test } from 'vitest'
import type { RecordEntity } from '#booking/entities'
import { EVERY_DAY } from '#booking/hours/opening-hours'
import type { BatchInHistory, ShareInHistory } from '#calls/batches'
import type { BookingInHistory } from '#calls/booking-rows'
import type { FieldInHistory } from '#calls/fields'
import type { BlackoutInHistory, HolidayInHistory } from '#calls/holidays'
import type { MachineInHistory, MachineTypeInHistory } from '#calls/machines'
import type { MaintenanceInHistory } from '#calls/maintenance'
import type { MemberInHistory } from '#calls/members'
import type { BookletInHistory, PaymentInHistory } from '#calls/payments'
import type { EnrolmentInHistory, SessionInHistory } from '#calls/sessions'
import type { SettingsInHistory } from '#calls/settings'
import type { UserInHistory } from '#calls/users'
import type { WaitingInHistory } from '#calls/waiting'
import { changesInWords, deedOf } from '../../../renderer/history/in-words.ts'
import { formatFor } from '../../../renderer/words/format.ts'

const now = () => Date.UTC(2026, 10, 19)
const NOON = Date.UTC(2026, 10, 19, 4)
const english = formatFor('en', 'Asia/Manila', now)
const filipino = formatFor('fil', 'Asia/Manila', now)

type Kept = {
  blackout: Required<BlackoutInHistory>
  holiday: Required<HolidayInHistory>
  booking: Required<BookingInHistory>
  field: Required<FieldInHistory>
  machine: Required<MachineInHistory>
  'machine-type': Required<MachineTypeInHistory>
  maintenance: Required<MaintenanceInHistory>
  member: Required<MemberInHistory>
  booklet: Required<BookletInHistory>
  payment: Required<PaymentInHistory>
  enrolment: Required<EnrolmentInHistory>
  session: Required<SessionInHistory>
  batch: Required<BatchInHistory>
  share: Required<ShareInHistory>
  settings: Required<SettingsInHistory>
  user: Required<UserInHistory>
  waiting: Required<WaitingInHistory>
}

/** A record of each kind as the history keeps it. A missing field does not compile. */
const KEPT: Kept & { [E in RecordEntity]: object } = {
  blackout: {
    what: 'Tractor 1',
    period: { kind: 'days', from: '2026-12-01', to: '2026-12-03' },
    reason: 'Fiesta',
    removed: true,
  },
  holiday: { day: '2026-11-30', name: 'Bonifacio Day', closed: false },
  booking: {
    status: 'in-use',
    machineName: 'Tractor 1',
    memberName: 'Ana Reyes',
    period: { kind: 'days', from: '2026-12-01', to: '2026-12-03' },
    units: 2,
    overrideReason: 'the harvest cannot wait',
    purpose: 'plowing',
    reason: 'rain',
    handedOverMs: Date.UTC(2026, 11, 1, 0, 30),
    returnedMs: Date.UTC(2026, 11, 3, 0, 30),
    note: 'back with a bent plow',
    meterHours: 1234.5,
    fuel: { amount: 5, in: 'eighths' },
    readingReason: 'a new meter',
    implements: ['plow'],
    slip: 'S-0815',
    work: { quantity: 1.25, per: 'hectare' },
    lateFeeCentavos: 20_000,
    waivedCentavos: 20_000,
    waivedBecause: 'typhoon',
    priceCentavos: 812_500,
    condition: [{ point: 'Tyres', state: 'worn', note: 'left rear' }],
    photos: ['f3', 'a7'],
    clockShowedMs: Date.UTC(2027, 0, 1, 0, 30),
    fieldName: 'By the river',
    expectedBackMs: Date.UTC(2026, 11, 4, 0, 30),
    shutUntilMs: Date.UTC(2026, 11, 4, 16),
    hitBy: { memberName: 'Ben Cruz' },
    told: 'waits until Friday',
  },
  field: {
    memberName: 'Ana Reyes',
    name: 'By the river',
    barangay: 'Norte',
    sitio: 'Ilaya',
    hectares: 1.2345,
    crop: 'Rice, Rc 222',
    plantedOn: '2026-11-20',
    access: 'through the second gate',
  },
  machine: {
    name: 'Dryer 1',
    registrationNumber: 'DRY-01',
    type: 'Dryer',
    bookingMode: 'time',
    capacity: 60,
    unitName: 'sack',
    bufferBeforeMs: 0,
    bufferAfterMs: 3_600_000,
    pendingBlocks: true,
    batchSacks: 50,
    daySacks: 100,
    location: 'Yard',
    note: 'new',
    implements: ['Plow', 'Harrow'],
    rate: { centavos: 120_000, per: 'hectare' },
    hasPhoto: false,
    inService: true,
  },
  'machine-type': {
    points: ['Tyres'],
    name: 'Dryer',
    minNoticeDays: 1,
    maxDays: 30,
    horizonDays: 365,
    stays: true,
    meter: true,
    dueHours: 250,
    dueDays: 180,
    dueBookings: 20,
    fuel: 'litres',
    depositCentavos: 50_000,
    lateFeeCentavos: 20_000,
    lateFeePer: 'day',
  },
  maintenance: {
    machineName: 'Dryer 1',
    kind: 'corrective',
    status: 'planned',
    period: { kind: 'days', from: '2026-12-01', to: '2026-12-01' },
    note: 'belts',
    finishedMs: Date.UTC(2026, 11, 1, 0, 30),
    openEnded: true,
    expectedEndMs: Date.UTC(2026, 11, 2, 0, 30),
    photos: ['f3'],
    technician: 'Mang Tino',
    startedMs: Date.UTC(2026, 11, 1, 0, 10),
    meterHours: 512.5,
    workDone: 'belt replaced',
    costCentavos: 125_000,
    closedMs: Date.UTC(2026, 11, 3, 0, 10),
    costWhat: 'V-belt',
    costQuantity: 3,
    reason: 'counted again',
  },
  member: {
    number: 'S-001',
    name: 'Ana Reyes',
    phone: '0917',
    barangay: 'Poblacion',
    sector: 'rice',
    verified: true,
    suspended: false,
    suspendedReason: 'unpaid',
    kind: 'other',
  },
  paper: {
    machineName: 'Dryer 1',
    kind: 'other',
    title: 'Permit',
    number: 'P-1',
    issuedBy: 'LTO',
    validFrom: '2026-01-01',
    expires: '2026-12-31',
    note: 'copy in the office',
    endedWhy: 'sold',
    photos: ['f4'],
  },
  quota: {
    counts: 'hours',
    limit: 40,
    per: 'season',
    fromDay: '2026-12-01',
    toDay: '2027-03-31',
    removed: true,
  },
  rate: {
    validFrom: '2026-12-01',
    per: 'hectare',
    centavos: 50_000,
    forOthersCentavos: 70_000,
    with: 'fuel-and-operator',
  },
  enrolment: {
    sessionTitle: 'Harvester training',
    name: 'Ana Reyes',
    isGuest: false,
    status: 'active',
    came: true,
    reason: 'ill',
  },
  session: {
    title: 'Harvester training',
    description: 'How to clean the threshing drum',
    place: 'Hall',
    startMs: Date.UTC(2026, 11, 1, 0, 30),
    endMs: Date.UTC(2026, 11, 1, 4, 30),
    capacity: 20,
    open: 'verified',
    machineNames: ['Harvester 1'],
    organizerName: 'Mila Santos',
    status: 'planned',
    reason: 'typhoon',
  },
  payment: {
    kind: 'payment',
    memberName: 'Ana Reyes',
    centavos: 125_050,
    how: 'e-wallet',
    reference: 'GC-991',
    receipt: 'A-000123',
    forBookings: '12, 14',
    atMs: 1_800_000_000_000,
    reason: 'entered twice',
    prints: 1,
  },
  booklet: {
    prefix: 'A-',
    first: 1,
    last: 50,
    desk: 'Front desk',
    closed: true,
    cancelledNumber: '7',
    reason: 'torn',
  },
  batch: {
    machineName: 'Dryer 1',
    period: { kind: 'days', from: '2026-12-01', to: '2026-12-02' },
    openEnded: true,
    expectedEndMs: Date.UTC(2026, 11, 3, 0, 30),
    moisture: 14.5,
    status: 'done',
    note: 'wet palay',
    reason: 'rain',
  },
  share: {
    machineName: 'Dryer 1',
    startMs: Date.UTC(2026, 11, 1, 0, 30),
    memberName: 'Ana Reyes',
    fieldName: 'Lower field',
    estimate: 20,
    weighedSacks: 22,
    kg: 1080.5,
    ripeDay: '2026-11-30',
    status: 'cancelled',
    note: 'two trips',
    reason: 'sold wet',
  },
  settings: {
    name: 'Samahan',
    address: 'Kalye 1',
    timeZone: 'Asia/Manila',
    logo: 'a1b2c3d4'.repeat(8),
    paperLines: 'CDA Reg. No. 9520',
    minNoticeDays: 1,
    maxDays: 30,
    horizonDays: 365,
    walkInRoles: ['manager', 'admin'],
    openingHours: EVERY_DAY.map(hours => hours.map(one => ({ ...one }))),
    seasons: [
      {
        name: 'Harvest',
        from: '2026-09-01',
        to: '2026-10-31',
        week: EVERY_DAY.map(hours => hours.map(one => ({ ...one }))),
      },
    ],
    publicHolidays: true,
    spanClosed: true,
    startClosed: false,
    withinHours: false,
    offerMinutes: 90,
    maintenanceBookings: 7,
    maintenanceDays: 60,
    ...{ holdsLapsed: 2, offersEnded: 1, offersMade: 1, wishesOver: 1, keptShut: 1, late: 3, reminders: 4 },
    nearlyFullPercent: 80,
    batchOrder: 'ripeness',
    lastJobFirst: true,
    paperDays: 30,
    papersRefuse: true,
    suspendAfterDays: 30,
  },
  user: {
    name: 'Clara',
    role: 'organizer',
    disabled: false,
    organization: 'Samahan ng Nagtatanim',
    businessAddress: 'Kalye 2',
    password: 'changed',
  },
  waiting: {
    memberName: 'Ana Reyes',
    what: 'Tractor',
    fromDay: '2026-12-01',
    toDay: '2026-12-04',
    length: { days: 2 },
    units: 1,
    status: 'waiting',
    reason: 'planting',
    movedBefore: 'Ana Reyes',
    offered: 'Tractor 1',
    offerEnded: 'lapsed',
  },
}

test('every field of every kind of record has its words in both languages', () => {
  for (const [entity, after] of Object.entries(KEPT)) {
    for (const format of [english, filipino]) {
      const said = changesInWords(
        { entity: entity as RecordEntity, before: null, after: after as Record<string, unknown> },
        format,
      )
      expect(said).toHaveLength(Object.keys(after).length)
      for (const { field, after: value } of said) {
        expect(field, entity).toMatch(/^\p{Lu}/u)
        expect(value, `${entity} ${field}`).not.toMatch(/^$|undefined|NaN|\[object|[{}]/)
      }
    }
  }
})

const saidOf = (entity: RecordEntity, kept: Record<string, unknown>, format = english) =>
  Object.fromEntries(
    changesInWords({ entity, before: null, after: kept }, format).map(one => [one.field, one.after]),
  )

test('a field can have other words on another kind of record', () => {
  expect(saidOf('booking', { status: 'in-use' })).toEqual({ Status: 'In use' })
  expect(saidOf('maintenance', { status: 'planned', kind: 'corrective' })).toEqual({
    Status: 'Planned',
    Kind: 'Corrective maintenance',
  })
  expect(saidOf('member', { name: 'Ana' })).toEqual({ Name: 'Ana' })
  expect(saidOf('settings', { name: 'Samahan' })).toEqual({ "Office's name": 'Samahan' })
})

test('values are written in words, in the language of the screen', () => {
  const { bufferBeforeMs, bufferAfterMs, rate, bookingMode } = KEPT.machine
  expect(saidOf('machine', { bufferBeforeMs, bufferAfterMs, rate, bookingMode }, filipino)).toEqual({
    'Bakante bago': 'wala',
    'Bakante pagkatapos': '60 minuto',
    Singil: '₱1,200.00 bawat ektarya',
    'Paraan ng booking': 'oras',
  })
  expect(saidOf('settings', { walkInRoles: ['manager', 'admin'] })).toEqual({
    'Who may enter walk-ins': 'Manager, Administrator',
  })
  expect(saidOf('user', { password: 'changed', disabled: false })).toEqual({
    Password: 'changed',
    Disabled: 'no',
  })
})

test('only the changed fields are listed, and an empty value is called empty', () => {
  const before = { name: 'Ana', phone: '' }
  expect(
    changesInWords({ entity: 'member', before, after: { name: 'Ana', phone: '0917' } }, english),
  ).toEqual([{ field: 'Phone', before: 'nothing', after: '0917' }])
  const emptied = { entity: 'member' as const, before: { phone: '0917' }, after: { phone: '' } }
  expect(changesInWords(emptied, english)).toEqual([{ field: 'Phone', before: '0917', after: 'nothing' }])
})

test('of a new record, only the fields that have a value are listed', () => {
  const after = { name: 'Ana', phone: '', suspendedReason: null, verified: false, sector: [] }
  expect(changesInWords({ entity: 'member', before: null, after }, english)).toEqual([
    { field: 'Name', before: '', after: 'Ana' },
    { field: 'Verified', before: '', after: 'no' },
  ])
})

test('a line of another version of Araro, or of another program, is shown as it is', () => {
  expect(saidOf('member', { colour: 'green', barangay: 'Poblacion' })).toEqual({
    colour: 'green',
    Barangay: 'Poblacion',
  })
  expect(saidOf('booking', { period: 'tomorrow' })).toEqual({ When: 'tomorrow' })
  expect(saidOf('pump' as RecordEntity, { power: 5 })).toEqual({ power: '5' })
})

test('enabling an account has words of its own, although it is the command that disables', () => {
  expect(deedOf({ action: 'users.disable', after: { disabled: false } }, false)).toBe('users.enable')
  expect(deedOf({ action: 'users.disable', after: { disabled: true } }, false)).toBe('users.disable')
})

test('a machine that stays where it is, such as a dryer, starts and finishes in the history too', () => {
  expect(deedOf({ action: 'bookings.handOver', after: {} }, true)).toBe('bookings.start')
  expect(deedOf({ action: 'bookings.return', after: {} }, true)).toBe('bookings.finish')
  expect(deedOf({ action: 'bookings.approve', after: {} }, true)).toBe('bookings.approve')
  expect(deedOf({ action: 'bookings.return', after: {} }, false)).toBe('bookings.return')
  const after = { handedOverMs: NOON, returnedMs: NOON }
  const fields = (stays: boolean) =>
    changesInWords({ entity: 'booking', before: null, after }, english, stays).map(one => one.field)
  expect(fields(true)).toEqual(['Started', 'Finished'])
  expect(fields(false)).toEqual(['Handed over', 'Returned'])
})
