import { describe, expect, test } from 'vitest'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId, ask } = officeWithMachineAndMember()
const DAY = 86_400_000

describe('a request', () => {
  test('by two clerks for the same harvester day: one gets it, one is told who has it and what else is free', async () => {
    const [one, other] = await Promise.all([ask(), ask()])
    expect([one, other].map(reasonOf).sort()).toEqual(['already-booked', 'yes'])
    const no = [one, other].find(answer => !answer.ok)
    expect(no).toMatchObject({
      refusal: {
        reason: 'already-booked',
        by: { memberName: 'Ana Reyes', memberPhone: '0917 111', enteredBy: 'Clerk' },
      },
    })
    expect(no && 'alternatives' in no && no.alternatives).toHaveLength(3)
  })

  test('for an unknown member or machine is refused and says which it is', async () => {
    expect(await ask({ memberId: newId() })).toMatchObject({
      refusal: { reason: 'not-found', what: 'member' },
    })
    expect(await ask({ machineId: newId() })).toMatchObject({
      refusal: { reason: 'not-found', what: 'machine' },
    })
  })

  test('for thirty days is granted, for thirty-one refused; a date that does not exist is an input error', async () => {
    expect(reasonOf(await ask({ period: ahead(1, 31) }))).toBe('too-long')
    expect(reasonOf(await ask({ period: ahead(1, 30) }))).toBe('yes')
    const period = { kind: 'days', from: '2027-02-29', to: '2027-03-01' }
    await expect(ask({ period })).rejects.toThrow(/period.from must be a date that exists/)
  })

  test('for the year 1 or 9999, or for an empty or reversed period, is refused with a reason and writes nothing', async () => {
    const span = (from: string, to: string) => ({ period: { kind: 'days', from, to } })
    expect(reasonOf(await ask(span('0001-01-01', '0001-01-02')))).toBe('in-the-past')
    expect(reasonOf(await ask(span('0001-01-01', '9999-12-31')))).toBe('in-the-past')
    expect(reasonOf(await ask(span('2026-12-01', '9999-12-31')))).toBe('too-long')
    expect(reasonOf(await ask(span('9999-12-31', '9999-12-31')))).toBe('too-far-ahead')
    expect(reasonOf(await ask(span('2026-12-02', '2026-12-01')))).toBe('ends-before-it-starts')
    await expect(ask({ period: { kind: 'time', startMs: Number.NaN, endMs: 1 } })).rejects.toThrow(/startMs/)
    expect(araro.file.sqlite.prepare('SELECT count(*) FROM bookings').pluck().get()).toBe(0)
  })

  test('for today is a walk-in: a manager’s is granted, a clerk’s is too soon', async () => {
    expect(reasonOf(await ask({ period: ahead(0) }))).toBe('too-soon')
    expect(reasonOf(await ask({ period: ahead(0) }, araro.manager))).toBe('yes')
  })

  test('that is pending blocks its time unless its machine’s setting says otherwise; a later setting does not affect it', async () => {
    const open = (await araro.machine({ pendingBlocks: false })).id
    expect(reasonOf(await ask({ machineId: open }))).toBe('yes')
    expect(reasonOf(await ask({ machineId: open }))).toBe('yes')
    expect(reasonOf(await ask())).toBe('yes')
    expect(reasonOf(await ask())).toBe('already-booked')
  })

  test('can be repeated after its cancellation, with the same member, machine and day', async () => {
    const booking = await araro.booking({ memberId, machineId, period: ahead(3) })
    await araro.clerk.bookings.cancel(on(booking, { reason: 'rain' }))
    expect(reasonOf(await ask())).toBe('yes')
  })

  test('by days begins and ends with its local days, also where clocks change at midnight', async () => {
    const { version, office } = await araro.admin.settings.get({})
    const cairo = { office: { ...office, timeZone: 'Africa/Cairo' } }
    expect(
      reasonOf(await araro.admin.settings.change({ commandId: newId(), version, settings: cairo })),
    ).toBe('yes')
    for (const [from, to] of [
      ['2027-04-28', '2027-04-29'],
      ['2027-04-30', '2027-05-01'],
      ['2027-10-28', '2027-10-29'],
    ]) {
      const answer = await ask({ period: { kind: 'days', from, to } })
      expect(reasonOf(answer), from).toBe('yes')
    }
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })
})

describe('moving', () => {
  test('an approved booking: a clerk’s change makes it pending again, a manager’s does not', async () => {
    const first = await araro.approved({ memberId, machineId, period: ahead(3) })
    const moved = await araro.manager.bookings.move(on(first, { period: ahead(4) }))
    expect(moved).toMatchObject({ ok: true, booking: { status: 'approved', period: ahead(4), version: 3 } })
    const again = await araro.clerk.bookings.move({ ...on(first, {}), version: 3, period: ahead(5) })
    expect(again).toMatchObject({ ok: true, booking: { status: 'pending', period: ahead(5) } })
    expect((await araro.manager.notices.list({})).notices.map(notice => notice.kind)).toContain('requested')
  })

  test('keeps the old time if the new one is taken, and says what else is free', async () => {
    const first = await araro.booking({ memberId, machineId, period: ahead(3) })
    await araro.booking({ memberId, machineId, period: ahead(4) })
    const answer = await araro.clerk.bookings.move(on(first, { period: ahead(4) }))
    expect(answer).toMatchObject({
      ok: false,
      refusal: { reason: 'already-booked' },
      current: { period: ahead(3) },
    })
    expect(!answer.ok && answer.alternatives?.map(alternative => alternative.period)).toEqual([
      ahead(5),
      ahead(6),
      ahead(7),
    ])
  })

  test('to a time that overlaps its own is checked only against other blocks', async () => {
    const first = await araro.booking({ memberId, machineId, period: ahead(3, 3) })
    expect(reasonOf(await araro.clerk.bookings.move(on(first, { period: ahead(4, 3) })))).toBe('yes')
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })

  test('to another machine applies that machine’s buffers', async () => {
    const buffered = await araro.machine({ bufferAfterMs: DAY })
    await araro.booking({ memberId, machineId: buffered.id, period: ahead(5) })
    const first = await araro.booking({ memberId, machineId, period: ahead(3) })
    const move = (days: number) =>
      araro.clerk.bookings.move(on(first, { machineId: buffered.id, period: ahead(days) }))
    expect(reasonOf(await move(4))).toBe('already-booked')
    expect(reasonOf(await move(3))).toBe('yes')
  })

  test('is refused for a booking that is out, over or cancelled', async () => {
    const first = await araro.booking({ memberId, machineId, period: ahead(3) })
    await araro.clerk.bookings.cancel(on(first, { reason: 'rain' }))
    const move = await araro.clerk.bookings.move({ ...on(first, {}), version: 2, period: ahead(4) })
    expect(move).toMatchObject({ refusal: { reason: 'move-not-allowed', from: 'cancelled', to: 'moved' } })
  })
})
