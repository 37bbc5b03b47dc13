import { describe, expect, test } from 'vitest'
import { manila } from '#tests/support/booking-facts'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'
import { openWeekIn } from './open-week.ts'

const araro = officeForEachTest()
const { machineAndMember, check } = openWeekIn(araro)

describe('a blackout', () => {
  test('whose times cannot be read shuts what it may shut, and stops nothing else', async () => {
    const { machineId } = await machineAndMember()
    const other = await araro.machine()
    const { sqlite } = araro.file
    sqlite.pragma('ignore_check_constraints = ON')
    const insert = sqlite.prepare(
      'INSERT INTO blackouts (id, machine_id, start_ms, end_ms, reason) VALUES (?, ?, ?, ?, ?)',
    )
    insert.run('odd', machineId, -9_000_000_000_000_000_000n, 9_000_000_000_000_000_000n, 'odd')
    expect(await check(machineId, ahead(5))).toMatchObject({
      free: false,
      refusal: { reason: 'blackout', why: 'odd' },
    })
    expect(await check(other.id, ahead(5))).toMatchObject({ free: true })
    expect((await araro.clerk.blackouts.list({})).blackouts).toMatchObject([
      { unreadable: ['period', 'endMs'] },
    ])
  })

  const add = (change: object) =>
    araro.manager.blackouts.add({ commandId: newId(), period: ahead(5, 3), reason: 'Town fiesta', ...change })

  test('of a machine, a type or everything refuses what it reaches, with its reason, and nothing else', async () => {
    const one = await machineAndMember()
    const other = await araro.machine()
    const mill = await araro.machine({ type: 'Mill' })
    await add({ machineId: one.machineId })
    expect(await check(one.machineId, ahead(5))).toMatchObject({
      refusal: { reason: 'blackout', why: 'Town fiesta', untilMs: manila.startOfDay(ahead(8).from) },
      alternatives: [
        { machineId: one.machineId, period: ahead(8) },
        { machineId: one.machineId, period: ahead(9) },
        { machineId: other.id, period: ahead(5) },
      ],
    })
    expect(await check(other.id, ahead(5))).toMatchObject({ free: true })
    await add({ typeId: one.typeId })
    expect(await check(other.id, ahead(5))).toMatchObject({ refusal: { reason: 'blackout' } })
    expect(await check(mill.id, ahead(5))).toMatchObject({ free: true })
    await add({})
    expect(await check(mill.id, ahead(7))).toMatchObject({ refusal: { reason: 'blackout' } })
    expect(await check(mill.id, ahead(8))).toMatchObject({ free: true })
    const { blackouts } = await araro.clerk.blackouts.list({})
    expect(blackouts.map(row => row.what).sort()).toEqual(['', 'Harvester', 'Harvester 1'])
  })

  test('leaves what was promised before, and says whom it reaches', async () => {
    const { machineId, memberId } = await machineAndMember()
    const booked = await araro.approved({ machineId, memberId, period: ahead(6, 2) })
    const before = { machineId, period: ahead(5, 3) }
    expect(await araro.clerk.blackouts.reach(before)).toMatchObject({
      count: 1,
      reached: [{ bookingId: booked.id, status: 'approved', memberPhone: '0917 555 0101' }],
    })
    await add({ machineId })
    const { booking } = await araro.clerk.bookings.get({ bookingId: booked.id })
    expect(booking).toMatchObject({ status: 'approved' })
    // It can be handed over, but not extended within the blackout.
    const longer = { bookingId: booked.id, period: ahead(6, 4) }
    expect(await araro.manager.bookings.checkExtension(longer)).toMatchObject({ free: true })
    await add({ machineId, period: ahead(8, 1) })
    expect(await araro.manager.bookings.checkExtension(longer)).toMatchObject({
      refusal: { reason: 'blackout' },
    })
  })

  test('can be taken back, and undone', async () => {
    const { machineId } = await machineAndMember()
    const added = await add({ machineId })
    if (!added.ok) throw new Error(added.refusal.reason)
    const { id: blackoutId, version } = added.blackout
    const on = { commandId: newId(), blackoutId, version }
    expect(reasonOf(await araro.manager.blackouts.remove(on))).toBe('yes')
    expect(await check(machineId, ahead(5))).toMatchObject({ free: true })
    expect((await araro.clerk.blackouts.list({})).blackouts).toEqual([])
    const undone = await araro.manager.undo.last({ commandId: newId(), of: on.commandId })
    expect(reasonOf(undone)).toBe('yes')
    expect(await check(machineId, ahead(5))).toMatchObject({ refusal: { reason: 'blackout' } })
  })

  test('is refused where it is over, ends before it starts, or names what is not there', async () => {
    expect(reasonOf(await add({ period: ahead(-2) }))).toBe('in-the-past')
    const backward = { kind: 'days', from: ahead(5).from, to: ahead(4).to }
    expect(reasonOf(await add({ period: backward }))).toBe('ends-before-it-starts')
    expect(reasonOf(await add({ machineId: newId() }))).toBe('not-found')
    const both = { machineId: newId(), typeId: newId() }
    await expect(add(both)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(add({ reason: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('is guarded by the file: it is kept, and only taken back', async () => {
    await add({})
    const { sqlite } = araro.file
    expect(() => sqlite.exec('DELETE FROM blackouts')).toThrow('KEPT')
    expect(() => sqlite.exec("UPDATE blackouts SET reason = 'x'")).toThrow('FIXED')
    expect(() => sqlite.exec('UPDATE blackouts SET end_ms = end_ms + 1')).toThrow('FIXED')
    const again =
      'INSERT OR REPLACE INTO blackouts (id, start_ms, end_ms, reason) SELECT id, 1, 2, reason FROM blackouts'
    expect(() => sqlite.exec(again)).toThrow('KNOWN-ID')
  })
})
