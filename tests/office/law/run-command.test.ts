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

  test('at the same moment, too: two windows’ worth of one press of Save', async () => {
    const args = wanted()
    const answers = await Promise.all([1, 2, 3].map(() => araro.clerk.bookings.request(args)))
    expect(answers.map(reasonOf)).toEqual(['yes', 'yes', 'yes'])
    expect(count('bookings')).toBe(1)
  })

  test('with another content or by another person it is command-reused, and nothing of the first is changed', async () => {
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

  test('under another name, with the same content, is another command: it is command-reused and does nothing', async () => {
    const { id: bookingId, version } = await araro.booking({ memberId, machineId, period: ahead(3) })
    const args = { commandId: newId(), bookingId, version }
    const approved = await araro.manager.bookings.approve(args)
    expect(approved).toMatchObject({ ok: true, booking: { status: 'approved' } })
    expect(reasonOf(await araro.manager.bookings.noShow(args))).toBe('command-reused')
    expect(await araro.manager.bookings.approve(args)).toEqual(approved)
  })

  test('a refusal is an answer too: the same again, though the time is free by now', async () => {
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

test('a command whose COMMIT fails is answered with no yes, keeps nothing, and is done when it is sent again', async () => {
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
  test('leaves no effect, and is kept with what was asked, by whom and why', async () => {
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

  test('of a no-show or of a new user names what it was about, though it has no period', async () => {
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

  test('rolls back what its handler wrote before it said no, and keeps the outcome', async () => {
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

  test('of a booking keeps the form’s hold; a yes ends it', async () => {
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
  test('is looked at again in the transaction: an account disabled meanwhile does nothing more', async () => {
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

  test('a role taken away meanwhile is gone, too, whatever the sign-in once said', async () => {
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

  test('nobody signed in is told so before the input is looked at', async () => {
    const nonsense = { everything: 'wrong' } as never
    await expect(araro.window().bookings.request(nonsense)).rejects.toMatchObject({ status: 401 })
    await expect(araro.clerk.bookings.approve(nonsense)).rejects.toMatchObject({ status: 403 })
    await expect(araro.manager.bookings.approve(nonsense)).rejects.toMatchObject({ status: 400 })
  })

  test('a clerk cannot say who acts: an unknown field is an error that names it', async () => {
    const forged = { ...wanted(), userId: araro.ids.admin } as never
    await expect(araro.clerk.bookings.request(forged)).rejects.toThrow(/userId/)
    expect(count('bookings')).toBe(0)
  })
})

describe('rules and guard that disagree', () => {
  /** A handler whose facts are wrong: it books without looking. */
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

  test('a row that somebody wrote under the id of a command makes it command-reused, not a bug', async () => {
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

  test('the guard’s no becomes the refusal that the facts, read again, give; it is kept, and logged as a defect', async () => {
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

  test('rules that go on saying yes do not get their way', async () => {
    await araro.booking({ memberId, machineId, period: ahead(3) })
    const answer = await runCommand(araro.office, { command: withoutLooking, ...given() })
    expect(reasonOf(answer)).toBe('guard-refused')
    expect(count('bookings')).toBe(1)
    expect(araro.errors()).toHaveLength(1)
  })

  test('a neighbour in the same commit is not touched by it', async () => {
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

test('an administrator’s office in the middle of its life keeps a whole chain and a true occupancy', async () => {
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
