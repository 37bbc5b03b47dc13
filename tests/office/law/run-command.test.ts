import { describe, expect, test } from 'vitest'
import { refuse } from '#booking/refusal'
import { readUser } from '#db/read/users'
import { request } from '#office/bookings/commands'
import { command } from '#office/law/command'
import { runCommand, SYSTEM } from '#office/law/run-command'
import { refuseCommits, rowCounts } from '#tests/support/failing-commit'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { officeWithMachineAndMember } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId, wanted } = officeWithMachineAndMember()

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
    const before = [
      araro.count('bookings'),
      araro.count('history'),
      araro.count('changes'),
      araro.count('notices'),
    ]
    const args = wanted()
    await araro.clerk.bookings.request(args)
    expect([
      araro.count('bookings'),
      araro.count('history'),
      araro.count('changes'),
      araro.count('notices'),
    ]).toEqual(before)
    expect(JSON.parse(araro.keptOutcome(args.commandId)?.outcome ?? '')).toMatchObject({
      ok: false,
      refusal: { reason: 'already-booked' },
    })
    const { attempts } = await araro.manager.history.refused({})
    expect(attempts[0]).toMatchObject({
      commandId: args.commandId,
      userName: 'Clerk',
      action: 'bookings.request',
      title: 'Harvester 1 · Ana Reyes',
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
      ['Harvester 1 · Ana Reyes', null],
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
    expect(araro.count('history')).toBe(((await araro.admin.history.verify({})) as { rows: number }).rows)
    expect(araro.file.sqlite.prepare("SELECT count(*) FROM history WHERE title = 'x'").pluck().get()).toBe(0)
    expect(araro.keptOutcome(commandId)?.ok).toBe(0)
  })

  test('of a booking keeps the form’s hold; a granted one ends it', async () => {
    const formId = newId()
    await araro.clerk.bookings.hold({ formId, machineId, period: ahead(3) })
    const bad = (await araro.member({ verified: false })).id
    expect(reasonOf(await araro.clerk.bookings.request(wanted({ formId, memberId: bad })))).toBe(
      'member-not-verified',
    )
    expect(araro.count('holds')).toBe(1)
    expect(reasonOf(await araro.clerk.bookings.request(wanted({ formId })))).toBe('yes')
    expect(araro.count('holds')).toBe(0)
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
    expect(araro.keptOutcome(args.commandId)).toBeUndefined()
    expect(araro.count('bookings')).toBe(0)
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
    expect(araro.count('bookings')).toBe(0)
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
  expect(await araro.clerk.history.verify({})).toEqual({ ok: true, rows: araro.count('history') })
})
