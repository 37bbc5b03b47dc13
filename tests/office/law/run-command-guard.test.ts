import { describe, expect, test } from 'vitest'
import type { Decision } from '#booking/refusal'
import { insertBooking } from '#db/write/bookings'
import { request } from '#office/bookings/commands'
import { type CommandContext, command } from '#office/law/command'
import { runCommand, SYSTEM } from '#office/law/run-command'
import { rowCounts } from '#tests/support/failing-commit'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { officeWithMachineAndMember } from '#tests/support/office-for-each-test'
import { ahead, NOW, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId, wanted } = officeWithMachineAndMember()

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
    expect(araro.keptOutcome(one.args.commandId)).toMatchObject({ ok: 0 })
    expect(araro.errors().map(line => line.msg)).toEqual(['the guard refused what the rules allowed'])
    expect(araro.count('bookings')).toBe(1)
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
    expect(araro.count('bookings')).toBe(1)
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
