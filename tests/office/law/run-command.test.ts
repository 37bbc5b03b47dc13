import { beforeEach, describe, expect, test } from 'vitest'
import { type Decision, refuse } from '#booking/refusal'
import { readUser } from '#db/read/users'
import { insertBooking } from '#db/write/bookings'
import { request } from '#office/bookings/commands'
import { type CommandContext, command } from '#office/law/command'
import { runCommand, SYSTEM } from '#office/law/run-command'
import { refuseCommits, rowCounts } from '#tests/support/failing-commit'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import {
  ahead,
  NOW,
  newId,
  reasonOf,
  type TemporaryOffice,
  temporaryOffice,
} from '#tests/support/temporary-office'

let araro: TemporaryOffice
let machineId: string
let memberId: string
beforeEach(async () => {
  araro = await temporaryOffice()
  machineId = (await araro.machine()).id
  memberId = (await araro.member()).id
})

const count = (table: string) =>
  araro.file.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
const stored = (commandId: string) =>
  araro.file.sqlite
    .prepare('SELECT ok, outcome, user_id AS userId FROM commands WHERE command_id = ?')
    .get(commandId) as { ok: number; outcome: string; userId: string } | undefined
const wanted = (change = {}) => ({ commandId: newId(), memberId, machineId, period: ahead(3), ...change })

describe('the same command twice', () => {
  test('gets the same answer, is done once, and has one line in the history', async () => {
    const args = wanted()
    const first = await araro.clerk.bookings.request(args)
    const lines = count('history')
    araro.clock.pass(60_000)
    const second = await araro.clerk.bookings.request(args)
    expect(second).toEqual(first)
    expect(first).toMatchObject({ ok: true, booking: { id: args.commandId, status: 'pending', version: 1 } })
    expect([count('bookings'), count('history')]).toEqual([1, lines])
  })

  test('also at the same moment is done once', async () => {
    const args = wanted()
    const answers = await Promise.all([1, 2, 3].map(() => araro.clerk.bookings.request(args)))
    expect(answers.map(reasonOf)).toEqual(['yes', 'yes', 'yes'])
    expect(count('bookings')).toBe(1)
  })

  test('with other content or from another user is refused as command-reused, and the first stays unchanged', async () => {
    const args = wanted()
    await araro.clerk.bookings.request(args)
    expect(reasonOf(await araro.clerk.bookings.request({ ...args, period: ahead(9) }))).toBe('command-reused')
    expect(reasonOf(await araro.clerk.bookings.request({ ...args, purpose: 'other' }))).toBe('command-reused')
    expect(reasonOf(await araro.manager.bookings.request(args))).toBe('command-reused')
    const { id, version } = await araro.machine()
    const asAnother = { commandId: args.commandId, machineId: id, version }
    expect(reasonOf(await araro.manager.machines.retire(asAnother))).toBe('command-reused')
    expect(stored(args.commandId)).toMatchObject({ ok: 1, userId: araro.ids.clerk })
  })

  test('under another name with the same content is refused as command-reused and does nothing', async () => {
    const { id: bookingId, version } = await araro.booking({ memberId, machineId, period: ahead(3) })
    const args = { commandId: newId(), bookingId, version }
    const approved = await araro.manager.bookings.approve(args)
    expect(approved).toMatchObject({ ok: true, booking: { status: 'approved' } })
    expect(reasonOf(await araro.manager.bookings.noShow(args))).toBe('command-reused')
    expect(await araro.manager.bookings.approve(args)).toEqual(approved)
  })

  test('gets the same refusal again, even if the time is free by now', async () => {
    const taken = await araro.approved({ memberId, machineId, period: ahead(3) })
    const args = wanted()
    expect(reasonOf(await araro.clerk.bookings.request(args))).toBe('already-booked')
    await araro.clerk.bookings.cancel({
      commandId: newId(),
      bookingId: taken.id,
      version: taken.version,
      reason: 'rain',
    })
    expect(reasonOf(await araro.clerk.bookings.request(args))).toBe('already-booked')
    expect(reasonOf(await araro.clerk.bookings.request(wanted()))).toBe('yes')
  })
})

test('a command whose COMMIT fails is not acknowledged, leaves nothing, and is done when it is sent again', async () => {
  const args = wanted()
  const before = rowCounts(araro.file.sqlite)
  const commitsAgain = refuseCommits(araro.file.sqlite)
  await expect(araro.clerk.bookings.request(args)).rejects.toMatchObject({
    code: 'SQLITE_CONSTRAINT_FOREIGNKEY',
  })
  expect(rowCounts(araro.file.sqlite)).toEqual(before)
  commitsAgain()
  expect(reasonOf(await araro.clerk.bookings.request(args))).toBe('yes')
})

describe('a refusal', () => {
  test('has no effect, and is kept with its input, user and reason', async () => {
    await araro.booking({ memberId, machineId, period: ahead(3) })
    const before = [count('bookings'), count('history'), count('changes'), count('notices')]
    const args = wanted()
    await araro.clerk.bookings.request(args)
    expect([count('bookings'), count('history'), count('changes'), count('notices')]).toEqual(before)
    expect(JSON.parse(stored(args.commandId)?.outcome ?? '')).toMatchObject({
      ok: false,
      refusal: { reason: 'already-booked' },
    })
    const { attempts } = await araro.manager.history.refused({})
    expect(attempts[0]).toMatchObject({
      commandId: args.commandId,
      userName: 'Clerk',
      action: 'bookings.request',
      title: 'Harvester 1 · Member 2',
      period: args.period,
    })
  })

  test('of a no-show or a new user names the record concerned, without a period', async () => {
    const booking = await araro.booking({ memberId, machineId, period: ahead(3) })
    await araro.manager.bookings.noShow({ commandId: newId(), bookingId: booking.id, version: 1 })
    const twin = { name: 'Clerk', role: 'clerk' as const, password: 'isa pang salita' }
    await araro.admin.users.add({ commandId: newId(), ...twin })
    const { attempts } = await araro.manager.history.refused({})
    expect(attempts.map(({ title, period }) => [title, period])).toEqual([
      ['Clerk', null],
      ['Harvester 1 · Member 2', null],
    ])
  })

  test('rolls back what its handler wrote before, and keeps the outcome', async () => {
    const commandId = newId()
    const writesAndRefuses = command('members.add', (context, _: { commandId: string }) => {
      context.record({ entity: 'member', entityId: newId(), version: 1, title: 'x', before: null, after: {} })
      return refuse({ reason: 'own-account' })
    })
    const answer = await runCommand(araro.office, {
      command: writesAndRefuses,
      args: { commandId },
      actor: SYSTEM,
    })
    expect(reasonOf(answer)).toBe('own-account')
    expect(count('history')).toBe(((await araro.admin.history.verify({})) as { rows: number }).rows)
    expect(araro.file.sqlite.prepare("SELECT count(*) FROM history WHERE title = 'x'").pluck().get()).toBe(0)
    expect(stored(commandId)?.ok).toBe(0)
  })

  test('of a booking keeps the form’s hold; a granted one ends it', async () => {
    const formId = newId()
    await araro.clerk.bookings.hold({ formId, machineId, period: ahead(3) })
    const bad = (await araro.member({ verified: false })).id
    expect(reasonOf(await araro.clerk.bookings.request(wanted({ formId, memberId: bad })))).toBe(
      'member-not-verified',
    )
    expect(count('holds')).toBe(1)
    expect(reasonOf(await araro.clerk.bookings.request(wanted({ formId })))).toBe('yes')
    expect(count('holds')).toBe(0)
  })
})

describe('who acts', () => {
  test('is checked again in the transaction: a user disabled meanwhile can do nothing more', async () => {
    const actor = { id: araro.ids.clerk, name: 'Clerk', role: 'clerk' as const }
    const args = wanted()
    const { version } = readUser(araro.file.db, araro.ids.clerk)!
    const disabled = await araro.admin.users.disable({ commandId: newId(), userId: araro.ids.clerk, version })
    const tried = runCommand(araro.office, { command: request, args, actor })
    expect(reasonOf(disabled)).toBe('yes')
    await expect(tried).rejects.toThrow(/Nobody is signed in/)
    expect(stored(args.commandId)).toBeUndefined()
    expect(count('bookings')).toBe(0)
  })

  test('is checked for the current role, not for the role at sign-in', async () => {
    const actor = { id: araro.ids.manager, name: 'Manager', role: 'manager' as const }
    const { version } = readUser(araro.file.db, araro.ids.manager)!
    const demoted = {
      commandId: newId(),
      userId: araro.ids.manager,
      version,
      name: 'Manager',
      role: 'clerk' as const,
    }
    await araro.admin.users.change(demoted)
    const always = command('bookings.approve', (_context, _args: { commandId: string }) => ({ ok: true }))
    const given = { command: always, args: { commandId: newId() }, actor }
    await expect(runCommand(araro.office, given)).rejects.toThrow(/rights of a manager/)
    await expect(araro.manager.machines.types({})).resolves.toBeDefined()
    const booking = await araro.booking({ memberId, machineId, period: ahead(3) })
    const approve = { commandId: newId(), bookingId: booking.id, version: booking.version }
    await expect(araro.manager.bookings.approve(approve)).rejects.toThrow(/rights of a manager/)
  })

  test('must be signed in, which is checked before the input', async () => {
    const nonsense = { everything: 'wrong' } as never
    await expect(araro.window().bookings.request(nonsense)).rejects.toMatchObject({ status: 401 })
    await expect(araro.clerk.bookings.approve(nonsense)).rejects.toMatchObject({ status: 403 })
    await expect(araro.manager.bookings.approve(nonsense)).rejects.toMatchObject({ status: 400 })
  })

  test('cannot be given in the input: an unknown field is an error that names it', async () => {
    const forged = { ...wanted(), userId: araro.ids.admin } as never
    await expect(araro.clerk.bookings.request(forged)).rejects.toThrow(/userId/)
    expect(count('bookings')).toBe(0)
  })
})

describe('rules and guard that disagree', () => {
  /** A handler with wrong facts: it books without checking. */
  const bookWithoutLooking = (context: CommandContext) => {
    insertBooking(context.tx, {
      id: context.commandId,
      machineId,
      memberId,
      status: 'approved',
      startMs: NOW,
      endMs: NOW + 9 * 86_400_000,
      fromDay: null,
      toDay: null,
      fromOffset: null,
      toOffset: null,
      units: 1,
      pendingBlocks: true,
      bufferBeforeMs: 0,
      bufferAfterMs: 0,
      purpose: '',
      requestedBy: null,
      requestedMs: NOW,
    })
    return { ok: true as const }
  }
  const withoutLooking = command('bookings.request', bookWithoutLooking)
  const given = () => ({ args: wanted(), actor: SYSTEM })

  test('a command whose id another program has already given to a row is refused as command-reused', async () => {
    const one = given()
    const { sqlite } = araro.file
    sqlite
      .prepare(
        `INSERT INTO bookings (id, machine_id, member_id, status, start_ms, end_ms)
         VALUES (?, ?, ?, 'cancelled', 1, 2)`,
      )
      .run(one.args.commandId, machineId, memberId)
    const answer = await runCommand(araro.office, { command: request, ...one })
    expect(answer).toMatchObject({ ok: false, refusal: { reason: 'command-reused' } })
  })

  test('when the guard refuses, the facts are read again and give the refusal, which is kept and logged as a defect', async () => {
    await araro.booking({ memberId, machineId, period: ahead(3) })
    let looks = 0
    const one = given()
    const looksTheSecondTime = command('bookings.request', (context, args: typeof one.args) => {
      looks += 1
      return looks === 1 ? bookWithoutLooking(context) : request.handler(context, args)
    })
    const answer = await runCommand(araro.office, { command: looksTheSecondTime, ...one })
    expect(reasonOf(answer)).toBe('already-booked')
    expect(stored(one.args.commandId)).toMatchObject({ ok: 0 })
    expect(araro.errors().map(line => line.msg)).toEqual(['the guard refused what the rules allowed'])
    expect(count('bookings')).toBe(1)
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })

  test.each<[string, Decision<object>, string]>([
    ['yes', { ok: true }, 'guard-refused'],
    ['no', { ok: false, refusal: { reason: 'own-account' } }, 'own-account'],
  ])('what the second look writes is not kept, when it says %s', async (_, says, reason) => {
    await araro.booking({ memberId, machineId, period: ahead(3) })
    const before = rowCounts(araro.file.sqlite)
    let looks = 0
    const looking = command('bookings.request', (context: CommandContext) => {
      looks += 1
      if (looks === 1) return bookWithoutLooking(context)
      context.record({ entity: 'member', entityId: newId(), version: 1, title: 'x', before: null, after: {} })
      return says
    })
    const answer = await runCommand(araro.office, { command: looking, ...given() })
    expect([looks, reasonOf(answer)]).toEqual([2, reason])
    expect(rowCounts(araro.file.sqlite)).toEqual({ ...before, commands: before['commands']! + 1 })
    expect(await araro.admin.history.verify({})).toMatchObject({ ok: true })
  })

  test('rules that still say yes do not override the guard', async () => {
    await araro.booking({ memberId, machineId, period: ahead(3) })
    const answer = await runCommand(araro.office, { command: withoutLooking, ...given() })
    expect(reasonOf(answer)).toBe('guard-refused')
    expect(count('bookings')).toBe(1)
    expect(araro.errors()).toHaveLength(1)
  })

  test('another command in the same commit is not affected', async () => {
    await araro.booking({ memberId, machineId, period: ahead(3) })
    const other = (await araro.machine()).id
    const [, neighbour] = await Promise.all([
      runCommand(araro.office, { command: withoutLooking, ...given() }),
      araro.clerk.bookings.request(wanted({ machineId: other })),
    ])
    expect(reasonOf(neighbour)).toBe('yes')
    expect(await araro.admin.history.verify({})).toMatchObject({ ok: true })
  })
})

test('an office in use keeps an unbroken chain and a correct occupancy', async () => {
  const booking = await araro.approved({ memberId, machineId, period: ahead(1, 3) })
  await araro.clerk.bookings.move({
    commandId: newId(),
    bookingId: booking.id,
    version: booking.version,
    period: ahead(5),
  })
  expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  expect(await araro.clerk.history.verify({})).toEqual({ ok: true, rows: count('history') })
})
