import { describe, expect, test } from 'vitest'
import { fillPublicHolidays, publicHolidaysOf } from '#office/hours/public-holidays'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'
import { BONIFACIO, openWeekIn, WEEK } from './open-week.ts'

const araro = officeForEachTest()
const { setHours, machineAndMember, check } = openWeekIn(araro)

describe('holidays', () => {
  test('of the Philippines are known without a network, and in the list of each year', async () => {
    const days = await publicHolidaysOf(2026)
    expect(days).toContainEqual({ day: '2026-11-30', name: 'Bonifacio Day' })
    expect(days).toContainEqual({ day: '2026-12-25', name: 'Christmas Day' })
    // Observed, but people work.
    expect(days.map(one => one.day)).not.toContain('2026-02-25')
    expect(await fillPublicHolidays(araro.office)).toBeGreaterThan(50)
    expect(await fillPublicHolidays(araro.office)).toBe(0)
    const { holidays } = await araro.clerk.holidays.list({ year: 2026 })
    expect(holidays.find(one => one.day === '2026-11-30')).toEqual({
      id: '2026-11-30',
      day: '2026-11-30',
      version: 0,
      name: 'Bonifacio Day',
      closed: true,
      isPublic: true,
    })
    // A year that is not kept is listed all the same.
    expect((await araro.clerk.holidays.list({ year: 2040 })).holidays.length).toBeGreaterThan(10)
  })

  test('can be struck out, moved and added by hand', async () => {
    await fillPublicHolidays(araro.office)
    await setHours()
    const { machineId } = await machineAndMember()
    const { manager } = araro
    expect(reasonOf(await manager.holidays.remove({ commandId: newId(), holidayId: '2026-11-30' }))).toBe(
      'yes',
    )
    expect(await check(machineId, BONIFACIO)).toMatchObject({ free: true })
    // Christmas Day is kept on the 23rd.
    const moved = { day: '2026-12-23', name: 'Christmas Day', insteadOf: '2026-12-25' }
    expect(reasonOf(await manager.holidays.add({ commandId: newId(), ...moved }))).toBe('yes')
    const on = (day: string) => check(machineId, { kind: 'days', from: day, to: day })
    expect(await on('2026-12-25')).toMatchObject({ free: true })
    expect(await on('2026-12-23')).toMatchObject({ refusal: { reason: 'closed', name: 'Christmas Day' } })
    const none = await manager.holidays.remove({ commandId: newId(), holidayId: '2026-11-24' })
    expect(reasonOf(none)).toBe('no-holiday')
    // A struck-out one is closed again by adding it.
    await manager.holidays.add({ commandId: newId(), day: '2026-11-30', name: 'Bonifacio Day' })
    expect(await check(machineId, BONIFACIO)).toMatchObject({ refusal: { name: 'Bonifacio Day' } })
  })

  test('that were added by hand close the office also before hours are set', async () => {
    const { machineId } = await machineAndMember()
    await araro.manager.holidays.add({ commandId: newId(), day: ahead(5).from, name: 'Town fiesta' })
    expect(await check(machineId, ahead(5))).toMatchObject({
      refusal: { reason: 'closed', name: 'Town fiesta' },
    })
    expect(await check(machineId, ahead(6))).toMatchObject({ free: true })
  })

  test('do not close the office if the cooperative works on public holidays', async () => {
    await fillPublicHolidays(araro.office)
    await setHours({ week: WEEK, publicHolidays: false })
    const { machineId } = await machineAndMember()
    expect(await check(machineId, BONIFACIO)).toMatchObject({ free: true })
  })

  test('are not for a clerk to decide about', async () => {
    const day = ahead(5).from
    await expect(araro.clerk.holidays.add({ commandId: newId(), day, name: 'Fiesta' })).rejects.toMatchObject(
      { code: 'FORBIDDEN' },
    )
    await expect(araro.clerk.holidays.remove({ commandId: newId(), holidayId: day })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(
      araro.clerk.blackouts.add({ commandId: newId(), period: ahead(5), reason: 'x' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('that another program wrote badly stop no list, and are taken for closed', async () => {
    const { sqlite } = araro.file
    sqlite.pragma('ignore_check_constraints = ON')
    sqlite
      .prepare('INSERT INTO holidays (id, name, closed) VALUES (?, ?, ?)')
      .run(ahead(5).from, 'x'.repeat(5000), 7)
    sqlite.pragma('ignore_check_constraints = OFF')
    await setHours()
    const { holidays } = await araro.clerk.holidays.list({ year: 2026 })
    expect(holidays.find(one => one.day === ahead(5).from)).toMatchObject({ closed: true })
    const { machineId } = await machineAndMember()
    expect(await check(machineId, ahead(5))).toMatchObject({ refusal: { reason: 'closed' } })
  })

  test('are guarded by the file: a day is decided once, kept, and stays that day', async () => {
    const { sqlite } = araro.file
    await araro.manager.holidays.add({ commandId: newId(), day: ahead(5).from, name: 'Fiesta' })
    expect(() => sqlite.exec('DELETE FROM holidays')).toThrow('KEPT')
    expect(() => sqlite.exec("UPDATE holidays SET id = '2026-12-24'")).toThrow('FIXED')
    const again = "INSERT OR REPLACE INTO holidays (id, name, closed) SELECT id, 'x', 0 FROM holidays"
    expect(() => sqlite.exec(again)).toThrow('KNOWN-ID')
    expect(() =>
      sqlite.exec("INSERT INTO holidays (id, name, closed) VALUES ('2026-02-30', 'x', 1)"),
    ).toThrow('CHECK')
  })
})
