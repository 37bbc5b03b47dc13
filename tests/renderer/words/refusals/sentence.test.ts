import { expect, test } from 'vitest'
import type { InTheWay } from '#booking/in-the-way'
import type { Reason, Refusal } from '#booking/refusal'
import { formatFor } from '../../../../renderer/words/format.ts'
import { refusalSentence } from '../../../../renderer/words/refusals/sentence.ts'

const period = { kind: 'days' as const, from: '2026-12-01', to: '2026-12-03' }
const span = { startMs: Date.UTC(2026, 10, 30, 16), endMs: Date.UTC(2026, 11, 3, 16) }
const booking: InTheWay<'booking'> = {
  kind: 'booking',
  bookingId: 'b',
  status: 'approved',
  memberId: 'm',
  memberName: 'Sample Member',
  memberPhone: '0900 000 0000',
  period,
  ...span,
  units: 1,
  enteredBy: 'Sample Clerk',
}
const hold: InTheWay<'hold'> = {
  kind: 'hold',
  userName: 'Sample Clerk',
  units: 5,
  period,
  ...span,
  expiresMs: span.startMs,
}
const maintenance: InTheWay<'maintenance'> = {
  kind: 'maintenance',
  maintenanceId: 'r',
  maintenanceKind: 'corrective',
  note: '',
  period,
  ...span,
}

const session: InTheWay<'session'> = {
  kind: 'session',
  sessionId: 's',
  title: 'Harvester training',
  organizerName: 'Sample Manager',
  period,
  ...span,
}

const batch: InTheWay<'batch'> = {
  kind: 'batch',
  batchId: 'b',
  sacks: 47,
  capacity: 60,
  openEnded: true,
  enteredBy: 'Sample Clerk',
  period,
  ...span,
}

/** One for every reason. A missing one does not compile. */
const examples: { [R in Reason]: Extract<Refusal, { reason: R }> } = {
  'already-booked': { reason: 'already-booked', by: booking },
  'taken-by-batch': { reason: 'taken-by-batch', by: batch },
  'batch-full': { reason: 'batch-full', left: 13, capacity: 60, sacks: 20, per: 'batch' },
  'batch-closed': { reason: 'batch-closed', status: 'done' },
  'no-batches': { reason: 'no-batches', machineId: 'm', machineName: 'Tractor 1' },
  'batch-not-begun': { reason: 'batch-not-begun', startMs: span.startMs },
  'batch-until-dry': { reason: 'batch-until-dry' },
  'batch-has-its-end': { reason: 'batch-has-its-end' },
  'weighed-already': { reason: 'weighed-already', memberName: 'Ana Reyes' },
  'nothing-left-to-split': { reason: 'nothing-left-to-split', sacks: 5 },
  'batch-of-other-type': { reason: 'batch-of-other-type', machineName: 'Rice Mill 1' },
  'same-batch': { reason: 'same-batch' },
  'too-many-shares': { reason: 'too-many-shares', most: 200 },
  'batch-holds-more': {
    reason: 'batch-holds-more',
    ...{ sacks: 47, capacity: 40, startMs: span.startMs, per: 'day' },
  },
  'taken-by-session': { reason: 'taken-by-session', by: session },
  'session-full': { reason: 'session-full', capacity: 20, waiting: 3 },
  'session-over': { reason: 'session-over', endMs: span.endMs },
  'session-under-way': { reason: 'session-under-way', startMs: span.startMs },
  'session-cancelled': { reason: 'session-cancelled', title: 'Harvester training' },
  'session-not-yet': { reason: 'session-not-yet', fromMs: span.startMs },
  'enrolled-already': { reason: 'enrolled-already', name: 'Sample Member', waits: false },
  'members-only': { reason: 'members-only', name: 'Sample Guest' },
  'places-taken': { reason: 'places-taken', taken: 12, capacity: 10 },
  'session-machine-taken': {
    reason: 'session-machine-taken',
    machineId: 'x',
    machineName: 'Tractor 1',
    by: [booking],
  },
  'not-your-session': { reason: 'not-your-session' },
  'no-place': { reason: 'no-place', name: 'Sample Member' },
  'on-hold': { reason: 'on-hold', by: hold },
  'in-maintenance': { reason: 'in-maintenance', by: maintenance },
  'over-capacity': { reason: 'over-capacity', capacity: 60, free: 10, units: 20, by: [booking, hold] },
  overdue: { reason: 'overdue', by: booking, expectedBackMs: span.endMs },
  'in-the-past': { reason: 'in-the-past' },
  'in-the-future': { reason: 'in-the-future' },
  'too-soon': { reason: 'too-soon', minNoticeDays: 1, earliestDay: '2026-12-02', walkInRoles: ['manager'] },
  'too-far-ahead': { reason: 'too-far-ahead', horizonDays: 365, latestDay: '2027-12-01' },
  'too-long': { reason: 'too-long', maxDays: 30, days: 31 },
  'ends-before-it-starts': { reason: 'ends-before-it-starts' },
  'wrong-period': { reason: 'wrong-period', bookingMode: 'time' },
  'never-open': { reason: 'never-open' },
  closed: { reason: 'closed', day: '2026-11-30', name: 'Bonifacio Day', opensMs: span.endMs },
  'outside-hours': {
    reason: 'outside-hours',
    day: '2026-12-01',
    hours: [{ fromMinutes: 480, toMinutes: 1020 }],
  },
  blackout: { reason: 'blackout', why: 'Fiesta', fromMs: span.startMs, untilMs: span.endMs },
  'season-ends-before-it-starts': { reason: 'season-ends-before-it-starts', name: 'Harvest' },
  'seasons-overlap': { reason: 'seasons-overlap', name: 'Harvest', other: 'Planting', otherTo: '2026-12-01' },
  'no-holiday': { reason: 'no-holiday', day: '2026-12-01' },
  'too-many-holds': { reason: 'too-many-holds', most: 20 },
  'not-moved-up': {
    reason: 'not-moved-up',
    memberName: 'Sample Member',
    before: 'Ana Reyes',
    why: 'comes-first',
  },
  'more-than-owed': { reason: 'more-than-owed', bookingNumber: 12, owedCentavos: 5000, centavos: 6000 },
  'more-than-paid': { reason: 'more-than-paid', bookingNumber: 12, paidCentavos: 5000, centavos: 6000 },
  'not-their-booking': { reason: 'not-their-booking', bookingNumber: 12 },
  'twice-in-one-payment': { reason: 'twice-in-one-payment', bookingNumber: 12 },
  'reversed-already': { reason: 'reversed-already' },
  'paid-in-the-future': { reason: 'paid-in-the-future', atMs: span.startMs },
  'receipt-used': { reason: 'receipt-used', receipt: 'A-0012' },
  'receipt-outside': { reason: 'receipt-outside', receipt: 'A-0012', prefix: 'A-', first: 20, last: 50 },
  'booklet-closed': { reason: 'booklet-closed', receipt: 'A-0012' },
  'booklet-range': { reason: 'booklet-range', first: 50, last: 1, why: 'backward' },
  'booklets-overlap': { reason: 'booklets-overlap', prefix: 'A-', first: 1, last: 50 },
  'booklet-in-use': { reason: 'booklet-in-use', prefix: 'A-', lowest: 3, highest: 9 },
  'no-late-fee': { reason: 'no-late-fee', why: 'in-time' },
  'no-fee-to-waive': { reason: 'no-fee-to-waive' },
  'waiting-already': { reason: 'waiting-already', memberName: 'Sample Member' },
  'offer-over': { reason: 'offer-over', status: 'lapsed' },
  'papers-expired': {
    reason: 'papers-expired',
    machineName: 'Tractor 1',
    papers: [{ kind: 'insurance', title: '', expires: '2026-11-01' }],
  },
  'paper-replaced': { reason: 'paper-replaced' },
  'paper-ends-before-it-begins': {
    reason: 'paper-ends-before-it-begins',
    validFrom: '2026-12-01',
    expires: '2026-11-01',
  },
  'too-many-papers': { reason: 'too-many-papers', most: 100 },
  'begins-later': { reason: 'begins-later', startMs: span.startMs },
  'ended-before-it-began': {
    reason: 'ended-before-it-began',
    startedMs: span.endMs,
    finishedMs: span.startMs,
  },
  'work-has-begun': { reason: 'work-has-begun', startedMs: span.startMs },
  'costs-closed': { reason: 'costs-closed', closedMs: span.endMs },
  'too-many-costs': { reason: 'too-many-costs', most: 100 },
  'cost-corrected': { reason: 'cost-corrected' },
  'no-such-step': { reason: 'no-such-step', step: 'start' },
  'keeps-its-start': { reason: 'keeps-its-start', startMs: span.startMs, day: null },
  'ends-no-later': { reason: 'ends-no-later', endMs: span.endMs, day: '2026-12-03' },
  'not-started': { reason: 'not-started', startMs: span.startMs },
  'booking-over': { reason: 'booking-over', endMs: span.endMs },
  'before-request': { reason: 'before-request', requestedMs: span.startMs },
  'after-return': { reason: 'after-return', returnedMs: span.endMs },
  'not-recorded': { reason: 'not-recorded', what: 'return' },
  'not-a-picture': { reason: 'not-a-picture' },
  'photo-too-large': { reason: 'photo-too-large', most: 200_000 },
  'too-many-photos': { reason: 'too-many-photos', most: 50 },
  'photo-gone': { reason: 'photo-gone' },
  'member-is-known': { reason: 'member-is-known', status: 'completed' },
  'before-hand-over': { reason: 'before-hand-over', handedOverMs: span.startMs },
  'member-not-verified': { reason: 'member-not-verified', memberId: 'm', memberName: 'Sample Member' },
  'member-suspended': {
    reason: 'member-suspended',
    memberId: 'm',
    memberName: 'Sample Member',
    why: 'unpaid',
  },
  'machine-out-of-service': { reason: 'machine-out-of-service', machineId: 'x', machineName: 'Tractor 1' },
  'changed-meanwhile': { reason: 'changed-meanwhile', byName: null, atMs: span.startMs },
  'move-not-allowed': { reason: 'move-not-allowed', what: 'booking', from: 'completed', to: 'approved' },
  'not-found': { reason: 'not-found', what: 'booking', id: 'b' },
  'command-reused': { reason: 'command-reused' },
  'guard-refused': { reason: 'guard-refused' },
  unreadable: { reason: 'unreadable' },
  busy: { reason: 'busy', retryAfterMs: 1000 },
  'wrong-sign-in': { reason: 'wrong-sign-in' },
  'locked-out': { reason: 'locked-out', forMs: 300_000 },
  'already-set-up': { reason: 'already-set-up' },
  'not-the-sample': { reason: 'not-the-sample' },
  'name-taken': { reason: 'name-taken', name: 'Sample Clerk', what: 'user' },
  'number-taken': { reason: 'number-taken', number: 'S-001', memberName: 'Sample Member' },
  'bad-lines': { reason: 'bad-lines', good: 3, bad: 1, lines: [{ line: 2, text: '', problem: 'no-name' }] },
  'quota-reached': {
    reason: 'quota-reached',
    memberName: 'Sample Member',
    type: 'Tractor',
    counts: 'hours',
    used: 38,
    left: 2,
    limit: 40,
    wanted: 8,
    per: 'month',
    until: '2026-12-31',
  },
  'last-job-open': {
    reason: 'last-job-open',
    memberName: 'Sample Member',
    bookingId: 'b',
    number: 812,
    machineName: 'Harvester 1',
    returnedMs: span.endMs,
  },
  'rate-in-the-past': { reason: 'rate-in-the-past', earliestDay: '2026-12-01' },
  'no-rate-then': { reason: 'no-rate-then', day: '2026-12-01' },
  'nothing-to-settle': { reason: 'nothing-to-settle' },
  'not-out': { reason: 'not-out', status: 'approved' },
  'needs-displacing': { reason: 'needs-displacing', by: [booking] },
  'has-its-end': { reason: 'has-its-end' },
  'still-promised': { reason: 'still-promised', by: [booking] },
  'capacity-in-use': { reason: 'capacity-in-use', capacity: 1, needed: 2, by: [booking, maintenance] },
  'buffers-not-whole-days': { reason: 'buffers-not-whole-days' },
  'goes-backward': {
    reason: 'goes-backward',
    what: 'fuel',
    given: 2,
    known: 5,
    knownMs: span.startMs,
    in: 'eighths',
  },
  'jumps-ahead': { reason: 'jumps-ahead', given: 900, known: 100, knownMs: span.startMs, hoursPassed: 24 },
  'fuel-not-so': { reason: 'fuel-not-so', readIn: 'eighths' },
  'last-administrator': { reason: 'last-administrator' },
  'own-account': { reason: 'own-account' },
  'organization-needed': { reason: 'organization-needed' },
  'weak-password': { reason: 'weak-password', minLength: 10 },
  'unknown-time-zone': { reason: 'unknown-time-zone', timeZone: 'Asia/Nowhere' },
  'rights-needed': { reason: 'rights-needed', permission: 'set-office' },
  'cannot-undo': { reason: 'cannot-undo', why: 'stays' },
}

/** What can be told to somebody who undoes a step, beside the example above. */
const title = 'Tractor 1 · Sample Member'
const cannotUndo: Extract<Refusal, { reason: 'cannot-undo' }>[] = [
  { reason: 'cannot-undo', why: 'happened' },
  { reason: 'cannot-undo', why: 'noted' },
  { reason: 'cannot-undo', why: 'left-list' },
  { reason: 'cannot-undo', why: 'moved-up' },
  { reason: 'cannot-undo', why: 'offer-taken' },
  { reason: 'cannot-undo', why: 'offer-declined' },
  { reason: 'cannot-undo', why: 'turns-taken' },
  { reason: 'cannot-undo', why: 'not-kept' },
  { reason: 'cannot-undo', why: 'not-yours' },
  { reason: 'cannot-undo', why: 'too-long-ago' },
  { reason: 'cannot-undo', why: 'undone-already' },
  ...[true, false].map(own => ({
    reason: 'cannot-undo' as const,
    why: 'changed-since' as const,
    title,
    byName: 'Sample Clerk',
    atMs: span.startMs,
    own,
  })),
  { reason: 'cannot-undo', why: 'booked-since', title },
  { reason: 'cannot-undo', why: 'refused', because: examples['already-booked'] },
]

test.each(['en', 'fil'] as const)('every refusal has a complete sentence in %s', language => {
  const format = formatFor(language, 'Asia/Manila')
  for (const refusal of [...Object.values(examples), ...cannotUndo]) {
    const sentence = refusalSentence(refusal, format)
    expect(sentence, refusal.reason).toMatch(/^["\p{Lu}\d].+\.$/u)
    expect(sentence, refusal.reason).not.toMatch(/undefined|null|NaN|\[object/)
  }
})

test('the sentence for a taken time says who has it, when, how to reach them and who entered it', () => {
  const sentence = refusalSentence(
    examples['already-booked'],
    formatFor('en', 'Asia/Manila', () => Date.UTC(2027, 0, 1)),
  )
  for (const part of [
    'Sample Member',
    'Tue 1 Dec – Thu 3 Dec 2026',
    '0900 000 0000',
    'Sample Clerk',
    'approved',
  ]) {
    expect(sentence).toContain(part)
  }
})

test('a load that does not fit is told how many are free and who has how many', () => {
  const over = { reason: 'over-capacity', capacity: 60, free: 11, units: 20, by: [booking, hold] } as const
  const refusal = { ...over, by: [{ ...booking, units: 44 }, hold] }
  expect(refusalSentence(refusal, formatFor('en', 'Asia/Manila'))).toBe(
    "You asked for 20, but only 11 of 60 are free then. Taken by Sample Member (44), Sample Clerk's open form (5). Ask for fewer, or choose another time.",
  )
  expect(refusalSentence({ ...refusal, free: 0 }, formatFor('fil', 'Asia/Manila'))).toBe(
    '20 ang hinihingi, pero wala nang bakante sa 60. Kinuha na ng: Sample Member (44), bukas na form ni Sample Clerk (5). Pumili ng ibang oras.',
  )
})

test('an undo that the rules refuse says their reason', () => {
  for (const language of ['en', 'fil'] as const) {
    const format = formatFor(language, 'Asia/Manila')
    const because = examples['already-booked']
    const said = refusalSentence({ reason: 'cannot-undo', why: 'refused', because }, format)
    expect(said).toContain(refusalSentence(because, format))
  }
})

test('a name that is taken is said with what has it, and without that where the refusal does not know', () => {
  const say = (what: 'machine' | 'machine-type' | undefined, language: 'en' | 'fil') =>
    refusalSentence(
      { reason: 'name-taken', name: 'Kubota', ...(what && { what }) },
      formatFor(language, 'Asia/Manila'),
    )
  expect(say('machine', 'en')).toBe('A machine named “Kubota” exists already. Choose another name.')
  expect(say('machine-type', 'en')).toContain('A machine type named “Kubota”')
  expect(say('machine', 'fil')).toBe('May makina nang “Kubota” ang pangalan. Pumili ng ibang pangalan.')
  expect(say(undefined, 'en')).toBe('“Kubota” is already in use. Choose another name.')
})
