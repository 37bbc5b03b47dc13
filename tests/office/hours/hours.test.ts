import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '#booking/time/day'
import { keepUp } from '#office/upkeep/keep-up'
import { startCountingOffers } from '#office/upkeep/waiting-list'
import { manila } from '#tests/support/booking-facts'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'

const araro = officeForEachTest()
const EIGHT_TO_SIX = [{ fromMinutes: 480, toMinutes: 1080 }]
const CLOSED: typeof EIGHT_TO_SIX = []
/** Monday to Friday. The clock of the tests stands on a Thursday. */
const WEEK = [EIGHT_TO_SIX, EIGHT_TO_SIX, EIGHT_TO_SIX, EIGHT_TO_SIX, EIGHT_TO_SIX, CLOSED, CLOSED]

async function setHours(week: typeof WEEK = WEEK, by = araro.manager) {
  const { version } = await araro.clerk.hours.get({})
  return by.hours.set({ commandId: newId(), version, week })
}
/** Moves the clock on to an instant. */
function setClock(ms: number) {
  araro.clock.pass(ms - araro.clock.nowMs())
}
const at = (days: number, hours: number) =>
  manila.startOfDay(ahead(0).from) + days * 24 * HOUR_MS + hours * HOUR_MS

describe('the opening hours', () => {
  test('count as 8 to 17 every day until a manager sets them', async () => {
    expect(await araro.clerk.hours.get({})).toMatchObject({ isSet: false })
    expect(reasonOf(await setHours())).toBe('yes')
    expect(await araro.clerk.hours.get({})).toMatchObject({
      isSet: true,
      week: WEEK,
    })
    expect((await araro.clerk.settings.get({})).hours.week).toEqual(WEEK)
  })

  test('are not for a clerk to set', async () => {
    await expect(setHours(WEEK, araro.clerk)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('are refused where they are no hours, and where the office would never be open', async () => {
    expect(reasonOf(await setHours(WEEK.map(() => CLOSED)))).toBe('never-open')
    const backward = WEEK.with(0, [{ fromMinutes: 600, toMinutes: 480 }])
    await expect(setHours(backward)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(setHours(WEEK.slice(1))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await araro.clerk.hours.get({})).toMatchObject({ isSet: false })
  })

  test('that somebody else has set meanwhile are not overwritten', async () => {
    const { version } = await araro.clerk.hours.get({})
    await setHours()
    expect(reasonOf(await araro.manager.hours.set({ commandId: newId(), version, week: WEEK }))).toBe(
      'changed-meanwhile',
    )
  })

  test('can be taken back, and stand in the history', async () => {
    const commandId = newId()
    await araro.manager.hours.set({ commandId, version: 1, week: WEEK })
    const undone = await araro.manager.undo.last({ commandId: newId(), of: commandId })
    expect(reasonOf(undone)).toBe('yes')
    expect(await araro.clerk.hours.get({})).toMatchObject({ isSet: false })
  })

  test('that another program wrote and that are none count as not set, and stop nothing', async () => {
    araro.file.sqlite.pragma('ignore_check_constraints = ON')
    for (const odd of ['[]', '{', '[1,2,3,4,5,6,7]', '[[null],[],[],[],[],[],[]]', '7']) {
      araro.file.sqlite.prepare('UPDATE settings SET opening_hours = ?').run(odd)
      expect(await araro.clerk.hours.get({})).toMatchObject({ isSet: false })
    }
    araro.file.sqlite.pragma('ignore_check_constraints = OFF')
    const write = araro.file.sqlite.prepare('UPDATE settings SET opening_hours = ?')
    expect(() => write.run('[]')).toThrow(/CHECK/)
    expect(() => write.run('"x"')).toThrow(/CHECK/)
  })
})

describe('a machine that is late', () => {
  async function late() {
    const { id: machineId } = await araro.machine({ bookingMode: 'time' })
    const { id: memberId } = await araro.member()
    const start = araro.clock.nowMs() + 24 * HOUR_MS
    const booked = await araro.approved({
      machineId,
      memberId,
      period: { kind: 'time', startMs: start, endMs: start + HOUR_MS },
    })
    setClock(start)
    await araro.clerk.bookings.handOver({
      commandId: newId(),
      bookingId: booked.id,
      version: booked.version,
      atMs: start,
    })
    setClock(start + 2 * HOUR_MS)
    await keepUp(araro.office)
    return machineId
  }
  const keptUntil = () =>
    araro.file.sqlite.prepare<[], number>('SELECT until_ms FROM open_blocks').pluck().get()

  test('is expected until the office closes, and after that until it closes on the next day on which it is open', async () => {
    await setHours()
    const machineId = await late()
    // Friday, 11 o'clock.
    expect(keptUntil()).toBe(at(1, 18))
    const evening = { kind: 'time' as const, startMs: at(1, 18), endMs: at(1, 19) }
    const asked = { machineId, period: evening }
    expect(await araro.manager.bookings.check(asked)).toMatchObject({ free: true })
    setClock(at(1, 18))
    expect(await araro.manager.bookings.check(asked)).toMatchObject({
      refusal: { reason: 'overdue', expectedBackMs: at(4, 18) },
    })
    await keepUp(araro.office)
    expect(keptUntil()).toBe(at(4, 18))
  })

  test('is kept shut in the file until the new closing as soon as the hours change', async () => {
    await late()
    expect(keptUntil()).toBe(at(2, 0))
    await setHours()
    expect(keptUntil()).toBe(at(1, 18))
    await setHours(WEEK.with(4, [{ fromMinutes: 480, toMinutes: 1260 }]))
    expect(keptUntil()).toBe(at(1, 21))
  })
})

test('an offer lasts as long as the settings say, counted while the office is open', async () => {
  await setHours(WEEK.with(3, [{ fromMinutes: 480, toMinutes: 600 }]))
  const { version } = await araro.admin.settings.get({})
  const changed = await araro.manager.settings.change({
    commandId: newId(),
    version,
    settings: { offers: { minutes: 90 } },
  })
  expect(changed).toMatchObject({ ok: true, settings: { offers: { minutes: 90 } } })
  const { id: machineId } = await araro.machine()
  const { id: first } = await araro.member()
  const { id: second } = await araro.member()
  const booked = await araro.approved({ machineId, memberId: first, period: ahead(11) })
  const { from, to } = ahead(11)
  await araro.clerk.waiting.add({
    commandId: newId(),
    memberId: second,
    machineId,
    fromDay: from,
    toDay: to,
    length: { days: 1 },
  })
  await araro.clerk.bookings.cancel({
    commandId: newId(),
    bookingId: booked.id,
    version: booked.version,
    reason: 'rain',
  })
  const until = () => araro.file.sqlite.prepare<[], number>('SELECT until_ms FROM offers').pluck().get()
  // It is Thursday, nine o'clock: an hour is left today, and half an hour tomorrow.
  expect(until()).toBe(at(1, 8.5))
  const counting = startCountingOffers(araro.office)
  setClock(at(0, 9.5))
  await counting.count()
  counting.stop()
  expect(until()).toBe(at(1, 8.5))
})

test('how much use needs maintenance is a setting', async () => {
  const figures = () => araro.manager.today.figures({})
  expect((await figures()).after).toEqual({ bookings: 5, days: 90 })
  await araro.manager.settings.change({
    commandId: newId(),
    version: 1,
    settings: { maintenance: { bookings: 1, days: 30 } },
  })
  expect((await figures()).after).toEqual({ bookings: 1, days: 30 })
  const { rules } = await araro.admin.settings.get({})
  // What a command does not name stays as it is.
  await araro.manager.settings.change({ commandId: newId(), version: 2, settings: { rules } })
  expect((await figures()).after).toEqual({ bookings: 1, days: 30 })
})

describe('seasons', () => {
  const season = (name: string, from: number, to: number, week = WEEK) => ({
    name,
    from: ahead(from).from,
    to: ahead(to).from,
    week,
  })
  const setSeasons = async (...seasons: ReturnType<typeof season>[]) => {
    const { version } = await araro.clerk.hours.get({})
    return araro.manager.hours.set({ commandId: newId(), version, week: WEEK, seasons })
  }
  const closedOn = async (days: number) => {
    const { from } = ahead(days)
    return (await araro.clerk.hours.closed({ from, to: from })).days.length === 1
  }

  test('have their own hours on their days, and what they replaced comes back when they are removed', async () => {
    // The clock stands on a Thursday: in two days is a Saturday, in nine another.
    expect(
      reasonOf(
        await setSeasons(
          season(
            'Harvest',
            1,
            5,
            WEEK.map(() => EIGHT_TO_SIX),
          ),
        ),
      ),
    ).toBe('yes')
    expect([await closedOn(2), await closedOn(9)]).toEqual([false, true])
    expect(reasonOf(await setSeasons())).toBe('yes')
    expect(await closedOn(2)).toBe(true)
  })

  test('that share a day are refused with both names, and nothing is changed', async () => {
    await setSeasons(season('Harvest', 1, 5))
    const { version } = await araro.clerk.hours.get({})
    expect(await setSeasons(season('Planting', 5, 9), season('Harvest', 1, 5))).toMatchObject({
      refusal: { reason: 'seasons-overlap', name: 'Planting', other: 'Harvest', otherTo: ahead(5).from },
    })
    expect(reasonOf(await setSeasons(season('Backward', 5, 1)))).toBe('season-ends-before-it-starts')
    expect(await araro.clerk.hours.get({})).toMatchObject({ version, seasons: [{ name: 'Harvest' }] })
    expect(reasonOf(await setSeasons(season('Planting', 6, 9), season('Harvest', 1, 5)))).toBe('yes')
  })
})
