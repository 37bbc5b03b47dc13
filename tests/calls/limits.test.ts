import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { HOURS_LIMITS } from '#booking/hours/week'
import { PLAN_LIMITS } from '#booking/maintenance/due'
import { SUSPEND_AFTER_DAYS } from '#booking/members/owing'
import { PAPER_DAYS } from '#booking/papers/papers'
import { SESSION_LIMITS } from '#booking/sessions/state'
import { RULE_LIMITS } from '#booking/settings/rules'
import { MAINTENANCE_AFTER_LIMITS } from '#booking/today/figures'
import { OFFER_MINUTES } from '#booking/waiting/offer-time'
import { contract } from '#calls/contract'
import * as limits from '#calls/limits'
import {
  bufferLimits,
  type MachineTyped,
  readMachine,
  typedMachine,
} from '../../renderer/machines/machine-typed.ts'
import { RATE } from '../../renderer/rates/rate-in-pesos.ts'

const { MEMBER_LENGTHS, MACHINE_LENGTHS, MACHINE_TYPE_LENGTHS, IMPLEMENTS, OFFICE_LENGTHS, USER_LENGTHS } =
  limits
const { BUFFER_MS, RATE_CENTAVOS, REASON_LENGTH, UNITS } = limits

const ID = '0197a5b0-0000-7000-8000-000000000000'
const command = { commandId: ID }
const onBooking = { ...command, bookingId: ID, version: 1 }
const period = { kind: 'days', from: '2026-12-01', to: '2026-12-02' }
const member = { number: 'S-001', name: 'Ana Reyes', phone: '', barangay: '', sector: '' }
const machine = {
  ...typedMachine(null),
  name: 'Tractor 1',
  typeId: ID,
  implements: ['plow'],
  batchSacks: 1,
  daySacks: 1,
  rate: '',
}
const rules = { minNoticeDays: 1, maxDays: 30, horizonDays: 365 }
const office = { name: 'Kapatiran', address: '', timeZone: 'Asia/Manila', paperLines: '' }

type Longest = number
type Range = { min: number; max: number }
type Limited = {
  /** An input that the shape accepts. */
  input: object
  /** The limit of each text and number, by its path in the input. */
  at: { readonly [path: string]: Longest | Range }
}

function machineFields() {
  const read = readMachine({ ...machine, rate: '350' })
  if ('problems' in read) throw new Error('the machine of this test is not one')
  return read.fields
}
const MACHINE: Limited['at'] = {
  ...MACHINE_LENGTHS,
  'implements.0': IMPLEMENTS.length,
  capacity: UNITS,
  batchSacks: limits.SACKS,
  daySacks: limits.SACKS,
  bufferBeforeMs: BUFFER_MS,
  bufferAfterMs: BUFFER_MS,
  'rate.centavos': RATE_CENTAVOS,
}
const PLAN = { dueHours: 250, dueDays: 180, dueBookings: 20 }
const TYPE: Limited['at'] = {
  ...MACHINE_TYPE_LENGTHS,
  ...RULE_LIMITS,
  'points.0': limits.POINTS.length,
  ...PLAN_LIMITS,
  depositCentavos: limits.FEE_CENTAVOS,
  lateFeeCentavos: limits.FEE_CENTAVOS,
}
const REASON: Limited['at'] = { reason: REASON_LENGTH }

const onMaintenance = { ...command, maintenanceId: ID, version: 1 }
const AT_WORK = { technician: 'x', meterHours: 1, reason: 'x' }
const WORK: Limited['at'] = {
  technician: limits.MAINTENANCE_LENGTHS.technician,
  meterHours: limits.METER_HOURS,
  reason: REASON_LENGTH,
}
const READING: Limited['at'] = {
  meterHours: limits.METER_HOURS,
  fuel: limits.FUEL,
  reason: REASON_LENGTH,
}
const SEEN: Limited['at'] = {
  'condition.0.point': limits.POINTS.length,
  'condition.0.note': limits.POINTS.note,
}
const seen = { condition: [{ point: 'x', state: 'worn', note: 'x' }] }
const read = { reading: { meterHours: 1, fuel: 1, reason: 'x' } }

const fees = { depositCentavos: 1, lateFeeCentavos: 1, lateFeePer: 'day' }
const lines = [{ bookingId: ID, centavos: 1 }]
const paying = { ...command, memberId: ID, lines, how: 'cash', reference: 'x' }
const PAYING: Limited['at'] = {
  'lines.0.centavos': limits.PAYMENT_CENTAVOS,
  reference: limits.PAYMENT_LENGTHS.reference,
}
const booklet = { prefix: 'x', first: 1, last: 2, desk: 'x' }
const BOOKLET: Limited['at'] = {
  ...limits.BOOKLET_LENGTHS,
  first: limits.RECEIPT_NUMBER,
  last: limits.RECEIPT_NUMBER,
}

const field = { name: 'x', barangay: 'x', sitio: 'x', hectares: 1, crop: 'x', access: 'x' }

const WEEK = Array.from({ length: 7 }, () => [{ fromMinutes: 0, toMinutes: 1440 }])
const season = { from: '2026-09-01', to: '2026-10-31' }
const session = {
  title: 'x',
  description: 'x',
  place: 'x',
  startMs: 1,
  endMs: 2,
  capacity: 1,
  open: 'members' as const,
}
const SESSION: Limited['at'] = {
  title: limits.SESSION_LENGTHS.title,
  description: limits.SESSION_LENGTHS.description,
  place: limits.SESSION_LENGTHS.place,
  capacity: SESSION_LIMITS.capacity,
}

const onBatch = { ...command, batchId: ID, version: 1 }
const onShare = { ...command, shareId: ID, version: 1 }
const MOIST: Limited['at'] = { moisture: limits.MOISTURE, ...limits.BATCH_LENGTHS }

/** Every text and number that people type, by the call that takes it. */
const LIMITED: { readonly [call: string]: Limited } = {
  'setup.office': {
    input: { ...command, officeName: 'Kapatiran', timeZone: 'Asia/Manila', name: 'Ana', password: 'x' },
    at: { ...USER_LENGTHS, officeName: OFFICE_LENGTHS.name, timeZone: OFFICE_LENGTHS.timeZone },
  },
  'auth.signIn': { input: { name: 'Ana', password: 'x' }, at: USER_LENGTHS },
  'auth.changePassword': {
    input: { ...command, password: 'x', newPassword: 'y' },
    at: { password: USER_LENGTHS.password, newPassword: USER_LENGTHS.password },
  },
  'settings.change': {
    input: {
      ...command,
      version: 1,
      settings: {
        office,
        rules: { ...rules, walkInRoles: [] },
        offers: { minutes: 120 },
        maintenance: { bookings: 5, days: 90 },
        sessions: { nearlyFullPercent: 80 },
        machinePapers: { days: 30, refuse: false },
        owing: { suspendAfterDays: 30 },
      },
    },
    at: {
      ...under('settings.office', OFFICE_LENGTHS),
      ...under('settings.rules', RULE_LIMITS),
      'settings.machinePapers.days': PAPER_DAYS,
      'settings.owing.suspendAfterDays': SUSPEND_AFTER_DAYS,
      'settings.sessions.nearlyFullPercent': limits.NEARLY_FULL,
      'settings.offers.minutes': OFFER_MINUTES,
      ...under('settings.maintenance', MAINTENANCE_AFTER_LIMITS),
    },
  },
  'hours.set': {
    input: { ...command, version: 1, week: WEEK, seasons: [{ name: 'Harvest', ...season, week: WEEK }] },
    at: {
      'week.0.0.fromMinutes': HOURS_LIMITS.fromMinutes,
      'week.0.0.toMinutes': HOURS_LIMITS.toMinutes,
      'seasons.0.name': limits.HOLIDAY_LENGTHS.name,
      'seasons.0.week.0.0.fromMinutes': HOURS_LIMITS.fromMinutes,
      'seasons.0.week.0.0.toMinutes': HOURS_LIMITS.toMinutes,
    },
  },
  'holidays.list': { input: { year: 2026 }, at: { year: limits.YEARS } },
  'holidays.add': {
    input: { ...command, day: '2026-11-30', name: 'Bonifacio Day' },
    at: limits.HOLIDAY_LENGTHS,
  },
  'blackouts.add': { input: { ...command, period, reason: 'Fiesta' }, at: REASON },
  'users.add': {
    input: { ...command, name: 'Ana', role: 'clerk', password: 'x' },
    at: { ...USER_LENGTHS, ...limits.ORGANIZER_LENGTHS },
  },
  'users.change': {
    input: { ...command, userId: ID, version: 1, name: 'Ana', role: 'clerk', password: 'x' },
    at: { ...USER_LENGTHS, ...limits.ORGANIZER_LENGTHS },
  },
  'machines.add': { input: { ...command, ...machineFields() }, at: MACHINE },
  'machines.change': {
    input: { ...command, machineId: ID, version: 1, ...machineFields() },
    at: MACHINE,
  },
  'machines.setPhoto': {
    input: { ...command, machineId: ID, version: 1, photo: 'data:image/jpeg;base64,AAAA' },
    at: { photo: limits.PHOTO_LENGTH },
  },
  'payments.take': {
    input: { ...paying, receipt: { bookletId: ID, number: 1 } },
    at: { ...PAYING, 'receipt.number': limits.RECEIPT_NUMBER },
  },
  'payments.refund': { input: { ...paying, reason: 'x' }, at: { ...PAYING, ...REASON } },
  'payments.reverse': { input: { ...command, paymentId: ID, reason: 'x' }, at: REASON },
  'payments.waiveLateFee': { input: { ...command, bookingId: ID, reason: 'x' }, at: REASON },
  'booklets.add': { input: { ...command, ...booklet }, at: BOOKLET },
  'booklets.change': { input: { ...command, bookletId: ID, version: 1, ...booklet }, at: BOOKLET },
  'booklets.cancelNumber': {
    input: { ...command, bookletId: ID, version: 1, number: 1, reason: 'x' },
    at: { ...REASON, number: limits.RECEIPT_NUMBER },
  },
  'machines.addType': {
    input: { ...command, name: 'Tractor', ...rules, ...fees, ...PLAN, points: ['x'] },
    at: TYPE,
  },
  'machines.changeType': {
    input: { ...command, typeId: ID, version: 1, name: 'Tractor', ...rules, ...fees, ...PLAN, points: ['x'] },
    at: TYPE,
  },
  'rates.set': {
    input: {
      ...command,
      machineId: ID,
      per: 'hectare',
      centavos: 1,
      forOthersCentavos: 1,
      validFrom: '2026-12-01',
    },
    at: { centavos: RATE_CENTAVOS, forOthersCentavos: RATE_CENTAVOS },
  },
  'quotas.set': {
    input: {
      ...command,
      counts: 'hours',
      limit: 1,
      per: 'season',
      fromDay: '2026-12-01',
      toDay: '2026-12-02',
    },
    at: { limit: limits.QUOTA_LIMIT },
  },
  'rates.quote': {
    input: { machineId: ID, period, units: 1, quantity: 1 },
    at: { units: UNITS, quantity: limits.WORK_QUANTITY },
  },
  'members.search': { input: { text: 'Ana' }, at: { text: limits.SEARCH_LENGTH } },
  'members.list': {
    input: { text: 'Ana', barangay: 'Norte' },
    at: { text: limits.SEARCH_LENGTH, barangay: MEMBER_LENGTHS.barangay },
  },
  'members.add': { input: { ...command, ...member }, at: MEMBER_LENGTHS },
  'members.change': { input: { ...command, memberId: ID, version: 1, ...member }, at: MEMBER_LENGTHS },
  'members.suspend': { input: { ...command, memberId: ID, version: 1, reason: 'x' }, at: REASON },
  'members.checkMany': { input: { text: 'x' }, at: { text: limits.PASTED_LENGTH } },
  'members.addMany': { input: { ...command, text: 'x' }, at: { text: limits.PASTED_LENGTH } },
  'bookings.check': { input: { machineId: ID, period, units: 1 }, at: { units: UNITS } },
  'free.first': {
    input: { machineId: ID, length: { days: 1 }, units: 1, fromMinutes: 480 },
    at: {
      'length.days': limits.LENGTHS.days,
      'length.minutes': limits.LENGTHS.minutes,
      units: UNITS,
      fromMinutes: limits.LENGTHS.clock,
    },
  },
  'find.anything': { input: { text: 'Ana' }, at: { text: limits.SEARCH_LENGTH } },
  'bookings.hold': { input: { formId: ID, machineId: ID, period, units: 1 }, at: { units: UNITS } },
  'bookings.request': {
    input: { ...command, memberId: ID, machineId: ID, period, units: 1, purpose: 'x', overrideReason: 'x' },
    at: { purpose: limits.PURPOSE_LENGTH, units: UNITS, overrideReason: REASON_LENGTH },
  },
  'bookings.reject': { input: { ...onBooking, reason: 'x' }, at: REASON },
  'bookings.correct': { input: { ...onBooking, purpose: 'x' }, at: { purpose: limits.PURPOSE_LENGTH } },
  'fields.add': {
    input: { ...command, memberId: ID, ...field },
    at: { ...limits.FIELD_LENGTHS, hectares: limits.HECTARES },
  },
  'fields.change': {
    input: { ...command, fieldId: ID, version: 1, ...field },
    at: { ...limits.FIELD_LENGTHS, hectares: limits.HECTARES },
  },
  'bookings.keepPhoto': {
    input: { photo: 'data:image/jpeg;base64,AAAA' },
    at: { photo: limits.FACT_PHOTO_LENGTH },
  },
  'bookings.handOver': {
    input: { ...onBooking, atMs: 0, ...read, ...seen, implements: ['x'], slip: 'x', note: 'x', units: 1 },
    at: {
      ...limits.FACT_LENGTHS,
      ...under('reading', READING),
      ...SEEN,
      units: UNITS,
      'implements.0': IMPLEMENTS.length,
    },
  },
  'bookings.correctHandOver': {
    input: { ...onBooking, reason: 'x', ...read, ...seen, implements: ['x'], slip: 'x', note: 'x' },
    at: {
      ...limits.FACT_LENGTHS,
      ...REASON,
      ...under('reading', READING),
      ...SEEN,
      'implements.0': IMPLEMENTS.length,
    },
  },
  'bookings.correctReturn': {
    input: { ...onBooking, reason: 'x', ...read, ...seen, note: 'x', work: { quantity: 1, per: 'kg' } },
    at: {
      ...REASON,
      ...under('reading', READING),
      ...SEEN,
      note: limits.FACT_LENGTHS.note,
      'work.quantity': limits.WORK_QUANTITY,
    },
  },
  'bookings.return': {
    input: { ...onBooking, atMs: 0, ...read, ...seen, note: 'x', work: { quantity: 1, per: 'hectare' } },
    at: {
      ...under('reading', READING),
      ...SEEN,
      note: limits.FACT_LENGTHS.note,
      'work.quantity': limits.WORK_QUANTITY,
    },
  },
  'bookings.note': { input: { ...onBooking, text: 'x' }, at: { text: limits.NOTE_LENGTH } },
  'bookings.cancel': { input: { ...onBooking, reason: 'x' }, at: REASON },
  'bookings.move': {
    input: { ...onBooking, period, units: 1, reason: 'x', overrideReason: 'x' },
    at: { ...REASON, units: UNITS, overrideReason: REASON_LENGTH },
  },
  'bookings.extend': { input: { ...onBooking, period, reason: 'x' }, at: REASON },
  'waiting.add': {
    input: {
      ...command,
      memberId: ID,
      machineId: ID,
      fromDay: '2026-12-01',
      toDay: '2026-12-02',
      length: { days: 1 },
      units: 1,
    },
    at: { 'length.days': limits.LENGTHS.days, 'length.minutes': limits.LENGTHS.minutes, units: UNITS },
  },
  'waiting.withdraw': { input: { ...command, waitingId: ID, version: 1, reason: 'x' }, at: REASON },
  'waiting.moveUp': { input: { ...command, waitingId: ID, version: 1, reason: 'x' }, at: REASON },
  'bookings.list': { input: { text: 'Ana' }, at: { text: limits.SEARCH_LENGTH } },
  'bookings.settle': { input: { ...onBooking, note: 'x' }, at: { note: limits.NOTE_LENGTH } },
  'maintenance.breakDown': {
    input: { ...command, machineId: ID, kind: 'corrective', note: 'x', expectedEndMs: null, displace: [] },
    at: { note: limits.MAINTENANCE_LENGTHS.note },
  },
  'batches.open': { input: { ...command, machineId: ID, period, note: 'x' }, at: limits.BATCH_LENGTHS },
  'batches.change': { input: { ...onBatch, note: 'x' }, at: limits.BATCH_LENGTHS },
  'batches.cancel': { input: { ...onBatch, reason: 'x' }, at: REASON },
  'batches.readMoisture': { input: { ...onBatch, moisture: 14, note: 'x' }, at: MOIST },
  'batches.confirmDry': { input: { ...onBatch, moisture: 14, note: 'x' }, at: MOIST },
  'batches.add': {
    input: { ...command, batchId: ID, memberId: ID, sacks: 1, note: 'x' },
    at: { sacks: limits.SACKS, ...limits.BATCH_LENGTHS },
  },
  'batches.changeShare': {
    input: { ...onShare, sacks: 1, note: 'x' },
    at: { sacks: limits.SACKS, ...limits.BATCH_LENGTHS },
  },
  'batches.weigh': {
    input: { ...onShare, sacks: 1, kg: 1, note: 'x' },
    at: { sacks: limits.SACKS, kg: limits.SHARE_KG, ...limits.BATCH_LENGTHS },
  },
  'batches.cancelShare': { input: { ...onShare, reason: 'x' }, at: REASON },
  'batches.split': { input: { ...onShare, batchId: ID, sacks: 1 }, at: { sacks: limits.SACKS } },
  'papers.add': {
    input: {
      ...command,
      machineId: ID,
      kind: 'other',
      title: 'x',
      number: 'x',
      issuedBy: 'x',
      note: 'x',
    },
    at: limits.PAPER_LENGTHS,
  },
  'papers.end': { input: { ...command, paperId: ID, version: 1, reason: 'x' }, at: REASON },
  'sessions.add': { input: { ...command, ...session }, at: SESSION },
  'sessions.change': { input: { ...command, sessionId: ID, version: 1, ...session }, at: SESSION },
  'sessions.cancel': { input: { ...command, sessionId: ID, version: 1, reason: 'x' }, at: REASON },
  'sessions.enrol': {
    input: { ...command, sessionId: ID, guest: 'x' },
    at: { memberNumber: MEMBER_LENGTHS.number, guest: limits.SESSION_LENGTHS.guest },
  },
  'sessions.cancelEnrolment': { input: { ...command, enrolmentId: ID, version: 1, reason: 'x' }, at: REASON },
  'maintenance.schedule': {
    input: { ...command, machineId: ID, period, kind: 'preventive', note: 'x', technician: 'x' },
    at: limits.MAINTENANCE_LENGTHS,
  },
  'maintenance.start': { input: { ...onMaintenance, ...AT_WORK }, at: WORK },
  'maintenance.finish': {
    input: { ...onMaintenance, ...AT_WORK, done: 'x' },
    at: { ...WORK, done: limits.WORK_LENGTHS.done },
  },
  'maintenance.correct': {
    input: { ...onMaintenance, ...AT_WORK, step: 'finish', done: 'x' },
    at: { ...WORK, done: limits.WORK_LENGTHS.done },
  },
  'maintenance.addCost': {
    input: { ...onMaintenance, kind: 'part', what: 'x', quantity: 1, eachCentavos: 1 },
    at: {
      what: limits.WORK_LENGTHS.what,
      quantity: limits.COST_QUANTITY,
      eachCentavos: limits.COST_CENTAVOS,
    },
  },
  'maintenance.correctCost': {
    input: { ...onMaintenance, costId: ID, what: 'x', quantity: 1, eachCentavos: 1, reason: 'x' },
    at: {
      what: limits.WORK_LENGTHS.what,
      // Nothing of it takes it back.
      quantity: { ...limits.COST_QUANTITY, min: 0 },
      eachCentavos: limits.COST_CENTAVOS,
      ...REASON,
    },
  },
}

const shapes = Object.entries(contract).flatMap(([group, calls]) =>
  Object.entries(calls).map(([call, procedure]): [string, z.ZodType] => [
    `${group}.${call}`,
    procedure['~orpc'].inputSchema as z.ZodType,
  ]),
)

describe.each(Object.entries(LIMITED))('%s', (call, { input, at }) => {
  const shape = new Map(shapes).get(call)
  const takes = (value: unknown) => shape?.safeParse(value).success

  test.each(Object.entries(at))('takes %s up to its limit and refuses what is beyond', (path, limit) => {
    expect(takes(input)).toBe(true)
    if (typeof limit === 'number') {
      expect(takes(withAt(input, path, text(path, limit)))).toBe(true)
      expect(takes(withAt(input, path, text(path, limit + 1)))).toBe(false)
      return
    }
    for (const number of [limit.min, limit.max]) expect(takes(withAt(input, path, number))).toBe(true)
    for (const number of [limit.min - 1, limit.max + 1]) {
      expect(takes(withAt(input, path, number))).toBe(false)
    }
  })
})

test('every text and number that people type has a limit in this table', () => {
  for (const [call, shape] of shapes) {
    const typed = leavesOf(shape).filter(
      // The limit of a quota has the name of a page's.
      path => !NOT_TYPED.test(path) || (call === 'quotas.set' && path === 'limit'),
    )
    expect(Object.keys(LIMITED[call]?.at ?? {}).sort(), call).toEqual(typed.sort())
  }
})

/** Not typed by people: the screens make ids, hashes, versions, days and instants, and request pages of lists. */
const NOT_TYPED =
  /(^hash|^photos|\.logo|Ids?|\.id|version|(at|start|end|from|to|back|expectedEnd)Ms|displace|sinceSeq|cursor|limit|plantedOn|validFrom|^expires|^replaces|fromDay|toDay|^day|insteadOf|^of|(^|period\.|seasons\.0\.)(from|to))(\.0)?$/

test('the machine form’s largest numbers are accepted, and one more is a problem at its field', () => {
  const mode = 'time'
  const most: MachineTyped = {
    ...machine,
    bookingMode: mode,
    capacity: UNITS.max,
    before: bufferLimits(mode).max,
    after: bufferLimits(mode).max,
    rate: RATE.max,
  }
  const read = readMachine(most)
  expect(read).toHaveProperty('fields')
  const shape = new Map(shapes).get('machines.add')
  expect(shape?.safeParse({ ...command, ...('fields' in read ? read.fields : {}) }).success).toBe(true)
  for (const field of ['capacity', 'before', 'after', 'rate'] as const) {
    const over = readMachine({ ...most, [field]: Number(most[field]) + 1 })
    expect(over).toEqual({ problems: { [field]: true } })
  }
})

test('no field of a screen has a length or limit of its own', () => {
  const screens = import.meta.glob<string>('../../renderer/**/*.{ts,tsx}', {
    eager: true,
    query: '?raw',
    import: 'default',
  })
  const own = Object.entries(screens).flatMap(([file, source]) =>
    [...source.matchAll(/maxLength[=:] ?\{?\d+|limits=\{\{ min: \d+, max: \d+/g)].map(
      ([found]) => `${file} ${found}`,
    ),
  )
  expect(own).toEqual([])
})

function under<Limit>(path: string, limitsOf: Readonly<Record<string, Limit>>): Record<string, Limit> {
  return Object.fromEntries(Object.entries(limitsOf).map(([field, limit]) => [`${path}.${field}`, limit]))
}

function text(path: string, length: number): string {
  const head = path === 'photo' ? 'data:image/jpeg;base64,' : ''
  return head.padEnd(length, 'A')
}

function withAt(input: unknown, path: string, value: unknown): unknown {
  const [field = '', ...rest] = path.split('.')
  const copy = structuredClone(input) as Record<string, unknown>
  // A person is named in one way only.
  if (field === 'memberNumber') delete copy['guest']
  // A length is said in days or in minutes, never in both.
  if (field === 'length') return { ...copy, [field]: { [rest.join('.')]: value } }
  copy[field] = rest.length > 0 ? withAt(copy[field], rest.join('.'), value) : value
  return copy
}

/** The paths of the texts and numbers in a shape. For a list, those of its first entry. */
function leavesOf(shape: z.core.$ZodType, path: string[] = []): string[] {
  const { def } = (shape as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
    case 'number':
      return [path.join('.')]
    case 'object':
      return Object.entries(def.shape).flatMap(([field, of]) => leavesOf(of, [...path, field]))
    case 'array':
      return leavesOf(def.element, [...path, '0'])
    case 'union':
      return [...new Set(def.options.flatMap(of => leavesOf(of, path)))]
    case 'optional':
    case 'nullable':
      return leavesOf(def.innerType, path)
    default:
      return []
  }
}
