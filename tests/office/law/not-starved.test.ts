import { beforeEach, expect, test } from 'vitest'
import { MOST_EVENTS } from '#calls/limits'
import { TooMany } from '#office/law/errors'
import { createTurns } from '#office/law/turns'
import {
  ahead,
  NOW,
  newId,
  reasonOf,
  type TemporaryOffice,
  temporaryOffice,
} from '#tests/support/temporary-office'

// One person, or one window, must not starve the others (A11).

let araro: TemporaryOffice
beforeEach(async () => {
  araro = await temporaryOffice()
})

/** A question that ends when the test says so. */
function question(begun: string[], name: string) {
  let end: () => void = () => {}
  const ended = new Promise<void>(resolve => {
    end = resolve
  })
  return {
    end,
    async work() {
      begun.push(name)
      await ended
      return name
    },
  }
}
const others = () => new Promise(resolve => setImmediate(() => setImmediate(resolve)))

test('of one person’s long questions two are under way, another person’s begins at once, and the third has its turn when one ends', async () => {
  const turns = createTurns()
  const begun: string[] = []
  const asked = ['one', 'two', 'three'].map(name => question(begun, name))
  const answers = asked.map(({ work }) => turns.take('ana', work))
  const ben = question(begun, 'of ben')
  const benAnswer = turns.take('ben', ben.work)
  await others()
  expect(begun).toEqual(['one', 'two', 'of ben'])
  asked[1]!.end()
  expect(await answers[1]).toBe('two')
  await others()
  expect(begun).toEqual(['one', 'two', 'of ben', 'three'])
  for (const { end } of [...asked, ben]) end()
  expect(await Promise.all([...answers, benAnswer])).toEqual(['one', 'two', 'three', 'of ben'])
})

test('a question that fails gives its turn to the next, and an eleventh one is refused', async () => {
  const turns = createTurns()
  const begun: string[] = []
  const fails = Array.from({ length: 10 }, () => turns.take('ana', () => Promise.reject(new Error('no'))))
  await expect(turns.take('ana', () => 'never')).rejects.toBeInstanceOf(TooMany)
  expect((await Promise.allSettled(fails)).map(one => one.status)).toEqual(Array(10).fill('rejected'))
  const after = question(begun, 'after')
  after.end()
  expect(await turns.take('ana', after.work)).toBe('after')
})

test('another person’s call that comes while long questions wait is answered between two of them', async () => {
  const turns = createTurns()
  const order: string[] = []
  // Long questions hold the only thread until they are answered. The call arrives as the next event.
  const long = ['one', 'two', 'three', 'four'].map(name => turns.take('ana', () => order.push(name)))
  setImmediate(() => order.push('of ben'))
  await Promise.all([...long, others()])
  expect(order).toEqual(['one', 'two', 'of ben', 'three', 'four'])
})

type Desk = TemporaryOffice['clerk']
const RANGE = { fromMs: NOW, toMs: NOW + 1000 }
test.each<[string, (desk: Desk) => Promise<unknown>]>([
  ['calendar.events', desk => desk.calendar.events(RANGE)],
  ['bookings.waiting', desk => desk.bookings.waiting({})],
  ['members.checkMany', desk => desk.members.checkMany({ text: 'A-1\tBen Cruz' })],
  ['history.verify', desk => desk.history.verify({})],
])('a person who asks %s many times at once is told to wait, and others are answered', async (_, ask) => {
  const many = await Promise.allSettled(Array.from({ length: 30 }, () => ask(araro.manager)))
  const refused = many.filter(one => one.status === 'rejected')
  expect(refused).toHaveLength(20)
  expect(refused[0]?.reason).toMatchObject({ status: 429, message: expect.stringContaining('Wait') })
  await expect(ask(araro.admin)).resolves.toBeDefined()
  await expect(ask(araro.manager)).resolves.toBeDefined()
})

test('a calendar of more events than a window can show is refused with the field that must be smaller', async () => {
  const machineId = (await araro.machine()).id
  const memberId = (await araro.member()).id
  araro.file.sqlite
    .prepare(`
      WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO bookings (id, machine_id, member_id, status, start_ms, end_ms)
      SELECT 'b' || i, ?, ?, 'completed', ? + i, ? + i + 1 FROM n`)
    .run(MOST_EVENTS, machineId, memberId, NOW, NOW)
  const asked = (toMs: number) => araro.clerk.calendar.events({ fromMs: NOW, toMs })
  await expect(asked(NOW + MOST_EVENTS + 1)).rejects.toMatchObject({
    status: 400,
    data: { fields: [{ field: 'toMs', message: expect.stringContaining('nearer to fromMs') }] },
  })
  expect(await asked(NOW + MOST_EVENTS)).toHaveLength(MOST_EVENTS)
})

test('a person’s forms hold twenty times; the next form is told so, can still be saved, and a closed form makes room', async () => {
  const machineId = (await araro.machine()).id
  const memberId = (await araro.member()).id
  const forms = Array.from({ length: 20 }, newId)
  const hold = (formId: string, day: number, by = araro.clerk) =>
    by.bookings.hold({ formId, machineId, period: ahead(day) })
  for (const [n, formId] of forms.entries()) expect(reasonOf(await hold(formId, 3 + n))).toBe('yes')
  const next = newId()
  expect(await hold(next, 40)).toEqual({ ok: false, refusal: { reason: 'too-many-holds', most: 20 } })
  expect(reasonOf(await hold(forms[0]!, 41))).toBe('yes')
  expect(reasonOf(await hold(newId(), 42, araro.manager))).toBe('yes')
  await araro.booking({ machineId, memberId, period: ahead(43) })
  await araro.clerk.bookings.release({ formId: forms[0]! })
  expect(reasonOf(await hold(next, 40))).toBe('yes')
})

test('a window follows the changes at most four times at once, and again when one of those ends', async () => {
  const { seq: sinceSeq } = await araro.clerk.changes.head({})
  const stops = Array.from({ length: 4 }, () => new AbortController())
  for (const { signal } of stops) await araro.clerk.changes.watch({ sinceSeq }, { signal })
  await expect(araro.clerk.changes.watch({ sinceSeq })).rejects.toMatchObject({ status: 429 })
  const another = await araro.manager.changes.watch({ sinceSeq })
  stops[0]!.abort()
  const again = await araro.clerk.changes.watch({ sinceSeq })
  await araro.member()
  for (const feed of [another, again]) expect((await feed.next()).value).toMatchObject({ seq: sinceSeq + 1 })
  for (const { abort } of stops.map(stop => ({ abort: () => stop.abort() }))) abort()
  for (const feed of [another, again]) await feed.return()
})
