import type { BookingStatus } from '#booking/bookings/status'
import type { BadLineProblem, BookingInTheWay, InTheWay, Thing } from '#booking/refusal'
import { type Role, rolesThatMay } from '#booking/users/roles'
import type { Format } from './format.ts'
import type { RefusalSentences } from './refusal-sentences.ts'

const STATUS: { readonly [S in BookingStatus]: string } = {
  pending: 'waiting for approval',
  approved: 'approved',
  'in-use': 'in use',
  completed: 'completed',
  rejected: 'rejected',
  cancelled: 'cancelled',
  'no-show': 'a no-show',
  displaced: 'displaced',
}
const THING: { readonly [T in Thing]: string } = {
  booking: 'booking',
  machine: 'machine',
  'machine type': 'machine type',
  member: 'member',
  user: 'user',
  maintenance: 'maintenance',
  form: 'form',
  settings: 'settings',
}
const STANDING: { readonly [state: string]: string } = {
  ...STATUS,
  pending: 'pending',
  verified: 'verified',
  suspended: 'suspended',
  'in good standing': 'in good standing',
  planned: 'planned',
  finished: 'finished',
}
const ROLE: { readonly [R in Role]: string } = {
  clerk: 'a clerk',
  manager: 'a manager',
  admin: 'an administrator',
}
const PROBLEM: { readonly [P in BadLineProblem]: string } = {
  'no-number': 'the number is missing',
  'no-tabs': 'the columns must be separated by tabs, as a spreadsheet copies them',
  'no-name': 'the name is missing',
  'number-taken': 'the number belongs to another member',
  'number-twice': 'the number is in the list twice',
  'too-many-columns': 'there are too many columns',
  'too-long': 'something in it is too long',
  'control-characters': 'it has characters that cannot be printed',
}
const KIND = {
  preventive: 'preventive maintenance',
  corrective: 'repair',
  emergency: 'emergency repair',
} as const

export const refusalsInEnglish: RefusalSentences = {
  'already-booked': ({ by }, f) =>
    `Already booked by ${by.memberName}, ${f.period(by.period)} (${STATUS[by.status]}). ${ask(by)} Choose another time or machine.`,
  'on-hold': ({ by }, f) =>
    `${by.userName} is filling in a booking for ${f.period(by.period)} right now. It is kept until ${f.time(by.expiresMs)} at most; ask ${by.userName}, or choose another time.`,
  'in-maintenance': ({ by }, f) =>
    `In the workshop ${f.period(by.period)}: ${KIND[by.maintenanceKind]}${by.note ? ` (${by.note})` : ''}. Choose another time or machine, or ask a manager.`,
  'over-capacity': ({ capacity, free, units, by }, f) =>
    units > capacity
      ? `Asked for ${f.number(units)}, but at most ${f.number(capacity)} fit at once. Ask for less.`
      : `Asked for ${f.number(units)}, but only ${f.number(free)} of ${f.number(capacity)} ${free === 1 ? 'is' : 'are'} free then.${others(by, f)} Ask for less or choose another time.`,
  overdue: ({ by, expectedBackMs }, f) =>
    `Still out with ${by.memberName}, who should have returned it ${by.period.kind === 'days' ? `on ${f.day(by.period.to)}` : `on ${f.instant(by.endMs)}`}; not expected before ${f.instant(expectedBackMs)}. ${ask(by)} Choose a later time or another machine.`,
  'in-the-past': () => 'That time has already passed. Choose one that is still to come.',
  'in-the-future': () => 'That time has not come yet. Enter when it really happened.',
  'too-soon': ({ minNoticeDays, earliestDay, walkInRoles }, f) =>
    `Book at least ${days(minNoticeDays)} ahead: ${f.day(earliestDay)} is the first day possible.${walkInRoles?.length ? ` A walk-in for today can be entered by ${walkInRoles.map(role => ROLE[role]).join(' or ')}.` : ''}`,
  'too-far-ahead': ({ horizonDays, latestDay }, f) =>
    `It may begin at most ${days(horizonDays)} ahead: ${f.day(latestDay)} is the last day possible.`,
  'too-long': ({ maxDays, days: asked }) =>
    `That is ${days(asked)}; at most ${days(maxDays)} can be booked at once. Choose an earlier end.`,
  'ends-before-it-starts': () => 'It ends before it starts. Correct the dates.',
  'wrong-period': ({ bookingMode }) =>
    bookingMode === 'days'
      ? 'This machine is booked by whole days.'
      : 'This machine is booked by clock time.',
  'not-started': ({ startMs }, f) => `Not before it was due to start, ${f.instant(startMs)}.`,
  'booking-over': ({ endMs }, f) =>
    `The booked time ended ${f.instant(endMs)}. Move the booking to a time that is still to come, then hand over.`,
  'before-request': ({ requestedMs }, f) =>
    `The booking was only entered ${f.instant(requestedMs)}. Enter when the machine really left.`,
  'before-hand-over': ({ handedOverMs }, f) =>
    `The machine only went out ${f.instant(handedOverMs)}. Enter when it really came back.`,
  'member-not-verified': ({ memberName }) =>
    `${memberName} is not verified yet. Check the papers and verify the member under Members, then book.`,
  'member-suspended': ({ memberName, why }) =>
    `${memberName} is suspended${why ? `: ${why}` : ''}. The member can book again after being reinstated under Members.`,
  'machine-out-of-service': ({ machineName }) => `${machineName} is out of service. Choose another machine.`,
  'changed-meanwhile': ({ byName, atMs }, f) =>
    `${byName ?? 'Somebody'} changed this on ${f.instant(atMs)}, after you opened it. Look at it as it is now and decide again.`,
  'move-not-allowed': ({ from, to }) =>
    from === to
      ? `It is ${STANDING[from] ?? from} already.`
      : `It is ${STANDING[from] ?? from} now; it cannot become ${STANDING[to] ?? to}.`,
  'not-found': ({ what }) => `This ${THING[what]} no longer exists. Close it and look again.`,
  'command-reused': () => 'This was already sent with other content. Press the button once more.',
  'guard-refused': () =>
    'The office’s file itself refused this, to keep what was promised. Nothing was saved. Look at it again, and tell whoever looks after Araro.',
  busy: () => 'The office is busy just now. Nothing was changed; try again in a moment.',
  'wrong-sign-in': () => 'The name or the password is not right. Try again.',
  'locked-out': ({ forMs }, f) =>
    `Too many wrong passwords. Try again in ${f.duration(forMs)}, or ask an administrator for a new password.`,
  'already-set-up': () => 'This office has been set up already. Sign in instead.',
  'name-taken': ({ name }) => `"${name}" is in use already. Choose another name.`,
  'number-taken': ({ number, memberName }) =>
    `Number ${number} belongs to ${memberName}. Choose another number.`,
  'bad-lines': ({ lines, good }) =>
    `Nothing was added. ${good} ${good === 1 ? 'line is' : 'lines are'} good; correct ${lines.length === 1 ? 'this one' : 'these'}: ${lines
      .slice(0, 5)
      .map(bad => `line ${bad.line}, ${PROBLEM[bad.problem] ?? bad.problem}`)
      .join('; ')}${lines.length > 5 ? '; and more' : ''}.`,
  'still-promised': ({ by }, f) => `It is still promised.${others(by, f)} Move or finish these first.`,
  'capacity-in-use': ({ capacity, needed, by }, f) =>
    `${f.number(capacity)} is too little: ${f.number(needed)} are promised already.${others(by, f)} Move some of these first.`,
  'buffers-not-whole-days': () => 'This machine is booked by days, so its buffers must be whole days.',
  'last-administrator': () => 'This is the last administrator. Make somebody else an administrator first.',
  'own-account': () => 'You cannot do this to your own account. Ask another administrator.',
  'weak-password': ({ minLength }) => `The password must have at least ${minLength} characters.`,
  'unknown-time-zone': ({ timeZone }) => `"${timeZone}" is no time zone. Use one such as Asia/Manila.`,
  'rights-needed': ({ permission }) => `Only ${ROLE[rolesThatMay(permission)[0]!]} may do this. Ask one.`,
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}

function ask(by: BookingInTheWay): string {
  return `Ask ${by.memberName}${by.memberPhone ? ` (${by.memberPhone})` : ''} or ${by.enteredBy}, who entered it.`
}

function others(by: readonly InTheWay[], f: Format): string {
  if (by.length === 0) return ''
  const named = by.slice(0, 3).map(one => `${nameOf(one)}, ${f.period(one.period)}`)
  return ` Taken by ${named.join('; ')}${by.length > 3 ? '; and others' : ''}.`
}

function nameOf(one: InTheWay): string {
  if (one.kind === 'booking') return one.memberName
  return one.kind === 'hold' ? `${one.userName}'s open form` : KIND[one.maintenanceKind]
}
