import { describe, expect, test } from 'vitest'
import { refuseCommits, rowCounts } from '#tests/support/failing-commit'
import {
  dayFromNow,
  newId,
  openSmallOffice,
  PASSWORD,
  smallOfficeForTheTests,
} from '#tests/support/small-office'
import { transports } from '#tests/support/transports'

describe.each(transports)('over $name', ({ open }) => {
  const small = smallOfficeForTheTests(open)

  test('sign-in gives the window a token; a wrong password is a refusal, not an error', async () => {
    const window = await small.openWindow()
    expect(await window.office.auth.who({})).toEqual({ user: null })
    expect(await window.office.auth.signIn({ name: 'Clerk', password: 'wrong' })).toEqual({
      ok: false,
      refusal: { reason: 'wrong-sign-in' },
    })
    const signedIn = await window.office.auth.signIn({ name: 'Clerk', password: PASSWORD })
    window.signedInAs(signedIn.ok ? signedIn.token : undefined)
    expect(await window.office.auth.who({})).toMatchObject({ user: { name: 'Clerk', role: 'clerk' } })
    await window.close()
  })

  test('a clerk and a manager are signed in side by side, and each is who they are', async () => {
    expect((await small.clerk.office.auth.who({})).user?.role).toBe('clerk')
    expect((await small.manager.office.auth.who({})).user?.role).toBe('manager')
  })

  test('lists come in the shape of the table of calls', async () => {
    const machines = await small.clerk.office.machines.list({})
    expect(machines).toMatchObject([
      { id: small.machineId, name: 'Harvester 1', status: 'available', capacity: 1 },
    ])
    expect(await small.clerk.office.members.search({ text: 'santos' })).toMatchObject([
      { id: small.memberId, verified: true },
    ])
  })

  test('a booking is asked for and approved; who comes second is told who has it and what is free instead', async () => {
    const asked = small.request()
    const answer = await small.clerk.office.bookings.request(asked)
    if (!answer.ok) throw new Error(answer.refusal.reason)
    expect(answer.booking).toMatchObject({
      id: asked.commandId,
      status: 'pending',
      memberName: 'Maria Santos',
    })
    const second = await small.clerk.office.bookings.request(small.request(newId(), asked.period))
    expect(second).toMatchObject({
      ok: false,
      refusal: { reason: 'already-booked', by: { bookingId: asked.commandId } },
    })
    expect(second.ok ? [] : second.alternatives).not.toEqual([])
    const { id: bookingId, version } = answer.booking
    const approved = await small.manager.office.bookings.approve({ commandId: newId(), bookingId, version })
    expect(approved).toMatchObject({ ok: true, booking: { status: 'approved' } })
  })

  test('a command that is sent again is answered again, and done once', async () => {
    const asked = small.request()
    const first = await small.clerk.office.bookings.request(asked)
    expect(first.ok).toBe(true)
    expect(await small.clerk.office.bookings.request(asked)).toEqual(first)
    const { bookings } = await small.clerk.office.bookings.list({ machineId: small.machineId })
    expect(bookings.filter(each => each.id === asked.commandId).length).toBe(1)
  })

  test('the same id with other content, or by somebody else, is refused', async () => {
    const asked = small.request()
    await small.clerk.office.bookings.request(asked)
    const reused = { ok: false, refusal: { reason: 'command-reused' } }
    expect(await small.clerk.office.bookings.request({ ...asked, purpose: 'other' })).toMatchObject(reused)
    expect(await small.manager.office.bookings.request(asked)).toMatchObject(reused)
  })

  test('a version that somebody else has changed is refused, with the booking as it stands', async () => {
    const asked = await small.clerk.office.bookings.request(small.request())
    if (!asked.ok) throw new Error(asked.refusal.reason)
    const { id: bookingId, version } = asked.booking
    await small.manager.office.bookings.approve({ commandId: newId(), bookingId, version })
    const late = await small.manager.office.bookings.reject({
      commandId: newId(),
      bookingId,
      version,
      reason: 'no fuel',
    })
    expect(late).toMatchObject({
      ok: false,
      refusal: { reason: 'changed-meanwhile' },
      current: { status: 'approved', version: version + 1 },
    })
  })

  test('refused data are refusals: an unknown machine, an unknown member, an end before its start, the past', async () => {
    const reasonOf = async (input: object) => {
      const answer = await small.clerk.office.bookings.request({ ...small.request(), ...input })
      return answer.ok ? 'taken' : answer.refusal.reason
    }
    expect(await reasonOf({ machineId: newId() })).toBe('not-found')
    expect(await reasonOf({ memberId: newId() })).toBe('not-found')
    const days = (from: string, to: string) => ({ period: { kind: 'days', from, to } })
    expect(await reasonOf(days(dayFromNow(20), dayFromNow(19)))).toBe('ends-before-it-starts')
    expect(await reasonOf(days('0001-01-01', '0001-01-02'))).toMatch(/in-the-past|too-long/)
    expect(await reasonOf(days('9999-12-30', '9999-12-31'))).toMatch(/too-far-ahead/)
  })

  test('markup in a name is text, and comes back as it went', async () => {
    const name = '<img src=x onerror=alert(1)> & "Juan"'
    const fields = { number: newId().slice(0, 8), name, phone: '', barangay: '', sector: '' }
    const added = await small.clerk.office.members.add({ commandId: newId(), ...fields })
    expect(added).toMatchObject({ ok: true, member: { name } })
  })
})

describe.each(transports)('over $name, when COMMIT itself fails', ({ open }) => {
  test('nobody is told yes, nothing is kept, and the same command is done when it is sent again', async () => {
    const small = await openSmallOffice(open)
    const clerk = await small.openAs('Clerk')
    const { sqlite } = small.desk.office.file
    const period = { kind: 'days' as const, from: dayFromNow(10), to: dayFromNow(10) }
    const asked = { commandId: newId(), memberId: small.memberId, machineId: small.machineId, period }
    const before = rowCounts(sqlite)
    const commitsAgain = refuseCommits(sqlite)
    await expect(clerk.office.bookings.request(asked)).rejects.toMatchObject({ status: 500 })
    expect(rowCounts(sqlite)).toEqual(before)
    commitsAgain()
    expect(await clerk.office.bookings.request(asked)).toMatchObject({
      ok: true,
      booking: { id: asked.commandId },
    })
    await small.close()
  })
})
