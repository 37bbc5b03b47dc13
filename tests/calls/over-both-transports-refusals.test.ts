import { beforeAll, describe, expect, test } from 'vitest'
import { rowCounts } from '#tests/support/failing-commit'
import { smallOfficeForTheTests } from '#tests/support/small-office'
import { transports, type Window } from '#tests/support/transports'

describe.each(transports)('over $name', ({ open }) => {
  const small = smallOfficeForTheTests(open)
  const send = (window: Window, path: string, input: unknown) =>
    window.sendText(path, JSON.stringify({ json: input }))

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
      expect((await small.clerk.sendText('/bookings/approve', body)).status).toBe(403)
      expect((await small.manager.sendText('/bookings/approve', body)).status).toBe(400)
    }
    expect(await small.clerk.sendText('/users/list', '{"json":{}}')).toMatchObject({
      status: 403,
      json: { code: 'FORBIDDEN' },
    })
    await window.close()
  })

  test('a made-up token, or one after its sign-out, gives no access', async () => {
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
    expect((await send(small.clerk, '/bookings/steal', {})).status).toBe(404)
    expect((await send(small.clerk, '/__proto__/constructor', {})).status).toBe(404)
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
      const { status, json } = await send(small.clerk, '/bookings/request', spoil(small.request()))
      expect(status).toBe(400)
      expect(json.message).toContain(field)
      expect(json.message?.length).toBeLessThan(2000)
    })

    test('what is not a number, and other things that JSON has no word for', async () => {
      const at = (startMs: number, endMs: number) => ({ kind: 'time' as const, startMs, endMs })
      for (const period of [at(Number.NaN, 1), at(0, Number.POSITIVE_INFINITY), at(-1e17, 0), at(0.5, 1)])
        await expect(
          small.clerk.office.bookings.request({ ...small.request(), period } as never),
        ).rejects.toMatchObject({
          status: 400,
          message: expect.stringContaining('period'),
        })
      await expect(small.clerk.office.members.search({ text: new Date() } as never)).rejects.toMatchObject({
        status: 400,
      })
      await expect(small.clerk.office.members.search({ text: /a+/ } as never)).rejects.toMatchObject({
        status: 400,
      })
    })

    test('__proto__ and its kin are fields that nobody named', async () => {
      const asked = JSON.stringify(small.request()).slice(1)
      for (const extra of ['"__proto__":{"role":"admin"}', '"constructor":{}', '"prototype":{}']) {
        const { status } = await small.clerk.sendText('/bookings/request', `{"json":{${extra},${asked}}`)
        expect(status).toBe(400)
      }
      expect(({} as { role?: string }).role).toBeUndefined()
      const meta = '{"json":{"text":""},"meta":[[1,"__proto__","polluted"]]}'
      expect((await small.clerk.sendText('/members/search', meta)).status).toBe(400)
    })

    test('deep nesting', async () => {
      const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
      expect((await small.clerk.sendText('/members/search', `{"json":{"text":${deep}}}`)).status).toBe(400)
      expect((await small.clerk.sendText('/members/search', `{"json":${deep}}`)).status).toBe(400)
    })

    test.each(['null', '7', '"text"', '[]', 'true'])('an input that is %s', async input => {
      expect((await small.clerk.sendText('/members/search', `{"json":${input}}`)).status).toBe(400)
    })

    test('nothing of all this was kept', async () => {
      expect(rowCounts(small.desk.office.file.sqlite)).toEqual(before)
      expect(await small.manager.office.history.verify({})).toMatchObject({ ok: true })
    })
  })

  test('a call above one mebibyte is refused with 413, and the window goes on', async () => {
    const body = JSON.stringify({ json: { text: 'x'.repeat(1024 * 1024) } })
    expect(await small.clerk.sendText('/members/search', body)).toMatchObject({
      status: 413,
      json: { message: expect.stringContaining('1 MiB') },
    })
    expect((await small.clerk.office.machines.list({})).length).toBe(1)
  })
})

function days(from: string, to: string) {
  return { kind: 'days', from, to }
}
