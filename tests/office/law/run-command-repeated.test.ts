import { describe, expect, test } from 'vitest'
import { officeWithMachineAndMember } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId, wanted } = officeWithMachineAndMember()

describe('the same command twice', () => {
  test('gets the same answer, is done once, and has one line in the history', async () => {
    const args = wanted()
    const first = await araro.clerk.bookings.request(args)
    const lines = araro.count('history')
    araro.clock.pass(60_000)
    const second = await araro.clerk.bookings.request(args)
    expect(second).toEqual(first)
    expect(first).toMatchObject({ ok: true, booking: { id: args.commandId, status: 'pending', version: 1 } })
    expect([araro.count('bookings'), araro.count('history')]).toEqual([1, lines])
  })

  test('also at the same moment is done once', async () => {
    const args = wanted()
    const answers = await Promise.all([1, 2, 3].map(() => araro.clerk.bookings.request(args)))
    expect(answers.map(reasonOf)).toEqual(['yes', 'yes', 'yes'])
    expect(araro.count('bookings')).toBe(1)
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
    expect(araro.keptOutcome(args.commandId)).toMatchObject({ ok: 1, userId: araro.ids.clerk })
  })

  test('with a long text that is other only at its end is refused as command-reused, however long it is', async () => {
    const commandId = newId()
    const lines = Array.from({ length: 200 }, (_, n) => `${n}\tMember ${n}`).join('\n')
    const add = (last: string) => araro.clerk.members.addMany({ commandId, text: `${lines}\n200\t${last}` })
    const first = await add('Ana Reyes')
    expect(first).toEqual({ ok: true, added: 201 })
    expect(reasonOf(await add('Eva Reyes'))).toBe('command-reused')
    expect(await add('Ana Reyes')).toEqual(first)
    expect(araro.count('members')).toBe(202)
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
