import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { refuseCommits, rowCounts } from '#tests/support/failing-commit'
import { dayFromNow, newId, openSmallOffice, PASSWORD, type SmallOffice } from '#tests/support/small-office'
import { transports, type Window } from '#tests/support/transports'

describe.each(transports)('over $name', ({ open }) => {
  let small: SmallOffice
  let clerk: Window
  let manager: Window
  beforeAll(async () => {
    small = await openSmallOffice(open)
    clerk = await small.openAs('Clerk')
    manager = await small.openAs('Manager')
  })
  afterAll(() => small.close())
  // Whatever a test sends: nothing of it is a mistake of the program.
  afterEach(() => expect(small.errors()).toEqual([]))

  let lastDay = 10
  /** Three days that no other test asks for. */
  function freeDays() {
    lastDay += 4
    return { kind: 'days' as const, from: dayFromNow(lastDay - 3), to: dayFromNow(lastDay - 1) }
  }
  const request = (commandId = newId(), period = freeDays()) => ({
    commandId,
    memberId: small.memberId,
    machineId: small.machineId,
    period,
  })
  const send = (window: Window, path: string, input: unknown) =>
    window.sendText(path, JSON.stringify({ json: input }))

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
    expect((await clerk.office.auth.who({})).user?.role).toBe('clerk')
    expect((await manager.office.auth.who({})).user?.role).toBe('manager')
  })

  test('lists come in the shape of the table of calls', async () => {
    const machines = await clerk.office.machines.list({})
    expect(machines).toMatchObject([
      { id: small.machineId, name: 'Harvester 1', status: 'available', capacity: 1 },
    ])
    expect(await clerk.office.members.search({ text: 'santos' })).toMatchObject([
      { id: small.memberId, verified: true },
    ])
  })

  test('a booking is asked for and approved; who comes second is told who has it and what is free instead', async () => {
    const asked = request()
    const answer = await clerk.office.bookings.request(asked)
    if (!answer.ok) throw new Error(answer.refusal.reason)
    expect(answer.booking).toMatchObject({
      id: asked.commandId,
      status: 'pending',
      memberName: 'Maria Santos',
    })
    const second = await clerk.office.bookings.request(request(newId(), asked.period))
    expect(second).toMatchObject({
      ok: false,
      refusal: { reason: 'already-booked', by: { bookingId: asked.commandId } },
    })
    expect(second.ok ? [] : second.alternatives).not.toEqual([])
    const { id: bookingId, version } = answer.booking
    const approved = await manager.office.bookings.approve({ commandId: newId(), bookingId, version })
    expect(approved).toMatchObject({ ok: true, booking: { status: 'approved' } })
  })

  test('a command that is sent again is answered again, and done once', async () => {
    const asked = request()
    const first = await clerk.office.bookings.request(asked)
    expect(first.ok).toBe(true)
    expect(await clerk.office.bookings.request(asked)).toEqual(first)
    const { bookings } = await clerk.office.bookings.list({ machineId: small.machineId })
    expect(bookings.filter(each => each.id === asked.commandId).length).toBe(1)
  })

  test('the same id with other content, or by somebody else, is refused', async () => {
    const asked = request()
    await clerk.office.bookings.request(asked)
    const reused = { ok: false, refusal: { reason: 'command-reused' } }
    expect(await clerk.office.bookings.request({ ...asked, purpose: 'other' })).toMatchObject(reused)
    expect(await manager.office.bookings.request(asked)).toMatchObject(reused)
  })

  test('a version that somebody else has changed is refused, with the booking as it stands', async () => {
    const asked = await clerk.office.bookings.request(request())
    if (!asked.ok) throw new Error(asked.refusal.reason)
    const { id: bookingId, version } = asked.booking
    await manager.office.bookings.approve({ commandId: newId(), bookingId, version })
    const late = await manager.office.bookings.reject({
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
      const answer = await clerk.office.bookings.request({ ...request(), ...input })
      return answer.ok ? 'taken' : answer.refusal.reason
    }
    expect(await reasonOf({ machineId: newId() })).toBe('not-found')
    expect(await reasonOf({ memberId: newId() })).toBe('not-found')
    const days = (from: string, to: string) => ({ period: { kind: 'days', from, to } })
    expect(await reasonOf(days(dayFromNow(20), dayFromNow(19)))).toBe('ends-before-it-starts')
    expect(await reasonOf(days('0001-01-01', '0001-01-02'))).toMatch(/in-the-past|too-long/)
    expect(await reasonOf(days('9999-12-30', '9999-12-31'))).toMatch(/too-far-ahead/)
  })

  test('without a sign-in it is 401, beyond the role 403, before anybody looks at the shape', async () => {
    const window = await small.openWindow()
    for (const body of [
      '{"json":{}}',
      '{"json":{"extra":1}}',
      '{"json":null}',
      '{}',
      '7',
      '{"meta":7,"json":{}}',
    ]) {
      expect((await window.sendText('/bookings/approve', body)).status).toBe(401)
      expect((await clerk.sendText('/bookings/approve', body)).status).toBe(403)
      expect((await manager.sendText('/bookings/approve', body)).status).toBe(400)
    }
    expect(await clerk.sendText('/users/list', '{"json":{}}')).toMatchObject({
      status: 403,
      json: { code: 'FORBIDDEN' },
    })
    await window.close()
  })

  test('a made-up token, or one after its sign-out, is nobody', async () => {
    const window = await small.openAs('Clerk')
    expect(await window.office.auth.signOut({})).toEqual({ ok: true })
    await expect(window.office.machines.list({})).rejects.toMatchObject({ status: 401 })
    for (const token of ['made-up', 'x'.repeat(5000), '__proto__']) {
      window.signedInAs(token)
      await expect(window.office.machines.list({})).rejects.toMatchObject({ status: 401 })
    }
    await window.close()
  })

  test('a call that does not exist is 404', async () => {
    expect((await send(clerk, '/bookings/steal', {})).status).toBe(404)
    expect((await send(clerk, '/__proto__/constructor', {})).status).toBe(404)
  })

  describe('malformed input gets 400 and a sentence that names the field', () => {
    const long = 'x'.repeat(1_000_000)
    let before: Record<string, number>
    beforeAll(() => {
      before = rowCounts(small.desk.office.file.sqlite)
    })
    test.each<[string, string, (asked: object) => object]>([
      ['a number for an id', 'machineId', asked => ({ ...asked, machineId: 7 })],
      ['no id at all', 'machineId', asked => ({ ...asked, machineId: undefined })],
      [
        'text that is no id for what is made',
        'commandId',
        asked => ({ ...asked, commandId: "1' OR 1=1 --" }),
      ],
      ['a field that nobody named', 'price', asked => ({ ...asked, price: 0 })],
      [
        'a date that does not exist',
        'period.from',
        asked => ({ ...asked, period: days('2027-02-30', '2027-03-01') }),
      ],
      ['year 0', 'period.from', asked => ({ ...asked, period: days('0000-01-01', '0000-01-02') })],
      ['a five-digit year', 'period.to', asked => ({ ...asked, period: days('2027-01-01', '12027-01-01') })],
      [
        'a time of day in a date',
        'period.from',
        asked => ({ ...asked, period: days('2027-01-01T00:00', '2027-01-02') }),
      ],
      ['an unknown kind of period', 'period', asked => ({ ...asked, period: { kind: 'weeks' } })],
      ['a period that is text', 'period', asked => ({ ...asked, period: 'tomorrow' })],
      ['half a unit', 'units', asked => ({ ...asked, units: 0.5 })],
      ['no units', 'units', asked => ({ ...asked, units: 0 })],
      ['more units than numbers hold', 'units', asked => ({ ...asked, units: 1e300 })],
      ['control characters', 'purpose', asked => ({ ...asked, purpose: 'a\u0000b' })],
      ['a line break', 'purpose', asked => ({ ...asked, purpose: 'a\nb' })],
      ['half a character', 'purpose', asked => ({ ...asked, purpose: '\ud800' })],
      ['a megabyte of text', 'purpose', asked => ({ ...asked, purpose: long })],
      ['a megabyte for an id', 'memberId', asked => ({ ...asked, memberId: long })],
    ])('%s', async (_, field, spoil) => {
      const { status, json } = await send(clerk, '/bookings/request', spoil(request()))
      expect(status).toBe(400)
      expect(json.message).toContain(field)
      expect(json.message?.length).toBeLessThan(2000)
    })

    test('what is not a number, and other things that JSON has no word for', async () => {
      const at = (startMs: number, endMs: number) => ({ kind: 'time' as const, startMs, endMs })
      for (const period of [at(Number.NaN, 1), at(0, Number.POSITIVE_INFINITY), at(-1e17, 0), at(0.5, 1)])
        await expect(clerk.office.bookings.request({ ...request(), period } as never)).rejects.toMatchObject({
          status: 400,
          message: expect.stringContaining('period'),
        })
      await expect(clerk.office.members.search({ text: new Date() } as never)).rejects.toMatchObject({
        status: 400,
      })
      await expect(clerk.office.members.search({ text: /a+/ } as never)).rejects.toMatchObject({
        status: 400,
      })
    })

    test('__proto__ and its kin are fields that nobody named', async () => {
      const asked = JSON.stringify(request()).slice(1)
      for (const extra of ['"__proto__":{"role":"admin"}', '"constructor":{}', '"prototype":{}']) {
        const { status } = await clerk.sendText('/bookings/request', `{"json":{${extra},${asked}}`)
        expect(status).toBe(400)
      }
      expect(({} as { role?: string }).role).toBeUndefined()
      const meta = '{"json":{"text":""},"meta":[[1,"__proto__","polluted"]]}'
      expect((await clerk.sendText('/members/search', meta)).status).toBe(400)
    })

    test('deep nesting', async () => {
      const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
      expect((await clerk.sendText('/members/search', `{"json":{"text":${deep}}}`)).status).toBe(400)
      expect((await clerk.sendText('/members/search', `{"json":${deep}}`)).status).toBe(400)
    })

    test.each(['null', '7', '"text"', '[]', 'true'])('an input that is %s', async input => {
      expect((await clerk.sendText('/members/search', `{"json":${input}}`)).status).toBe(400)
    })

    test('nothing of all this was kept', async () => {
      expect(rowCounts(small.desk.office.file.sqlite)).toEqual(before)
      expect(await manager.office.history.verify({})).toMatchObject({ ok: true })
    })
  })

  test('a call above one mebibyte is refused with 413, and the window goes on', async () => {
    const body = JSON.stringify({ json: { text: 'x'.repeat(1024 * 1024) } })
    expect(await clerk.sendText('/members/search', body)).toMatchObject({
      status: 413,
      json: { message: expect.stringContaining('1 MiB') },
    })
    expect((await clerk.office.machines.list({})).length).toBe(1)
  })

  test('markup in a name is text, and comes back as it went', async () => {
    const name = '<img src=x onerror=alert(1)> & "Juan"'
    const fields = { number: newId().slice(0, 8), name, phone: '', barangay: '', sector: '' }
    const added = await clerk.office.members.add({ commandId: newId(), ...fields })
    expect(added).toMatchObject({ ok: true, member: { name } })
  })

  describe('changes.watch', () => {
    test('tells one window what another did, from the number on that it asked for', async () => {
      const { seq: before } = await manager.office.changes.head({})
      const stream = await manager.live.changes.watch({ sinceSeq: before })
      const asked = request()
      await clerk.office.bookings.request(asked)
      const first = await stream.next()
      expect(first.value).toMatchObject({ seq: before + 1 })
      await stream.return?.()

      const later = await clerk.live.changes.watch({ sinceSeq: before })
      const caughtUp = []
      for await (const change of later) {
        caughtUp.push(change)
        if (change.id === asked.commandId) break
      }
      expect(caughtUp[0]).toEqual(first.value)
      expect(caughtUp.map(each => each.seq)).toEqual(caughtUp.map((_, index) => before + 1 + index))
    })

    test('ends when the window signs out', async () => {
      const window = await small.openAs('Clerk')
      const { seq } = await window.office.changes.head({})
      const stream = await window.live.changes.watch({ sinceSeq: seq })
      const end = stream.next()
      await window.office.auth.signOut({})
      expect((await end).done).toBe(true)
      await window.close()
    })

    test('is for who is signed in', async () => {
      const window = await small.openWindow()
      await expect(window.live.changes.watch({ sinceSeq: 0 })).rejects.toMatchObject({ status: 401 })
      await window.close()
    })

    test('a window that goes away leaves the others as they were', async () => {
      const { seq } = await manager.office.changes.head({})
      const gone = await small.openAs('Clerk')
      await gone.live.changes.watch({ sinceSeq: seq })
      await gone.close()
      const stays = await manager.live.changes.watch({ sinceSeq: seq })
      await clerk.office.bookings.request(request())
      expect((await stays.next()).done).toBe(false)
      await stays.return?.()
    })
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

function days(from: string, to: string) {
  return { kind: 'days', from, to }
}
