import { describe, expect, test } from 'vitest'
import type { Fuel } from '#booking/machines/fuel'
import {
  type Beside,
  decideFuel,
  decideReading,
  type Known,
  METER_SLACK_HOURS,
  type ReadAt,
} from '#booking/machines/readings'
import { dice } from '#tests/support/seeded'

const HOUR = 3_600_000
const T = Date.UTC(2026, 10, 19)
const NONE = { before: null, after: null }

type Asked = {
  meterHours?: number
  fuel?: Fuel
  readAt?: ReadAt
  meter?: Beside<number>
  tank?: Beside<Fuel>
  reason?: string
  confirmed?: boolean
}
function said({ meterHours, fuel, readAt = 'hand-over', meter = NONE, tank = NONE, ...more }: Asked) {
  const { reason = '', confirmed = false } = more
  const facts = { atMs: T, readAt, meter, fuel: tank, reason, confirmed }
  const decision = decideReading({ meterHours: meterHours ?? null, fuel: fuel ?? null }, facts)
  return decision.ok ? 'yes' : decision.refusal.reason
}
const known = <Value>(value: Value, hours: number, readAt: ReadAt = 'return'): Known<Value> => ({
  value,
  atMs: T + hours * HOUR,
  readAt,
})
const litres = (amount: number): Fuel => ({ amount, in: 'litres' })
const eighths = (amount: number): Fuel => ({ amount, in: 'eighths' })

describe('an hour meter', () => {
  const meter = { before: known(100, -10), after: known(120, 20) }

  test('never runs backward, neither from what was read before nor to what was read after', () => {
    expect(said({ meterHours: 100, meter })).toBe('yes')
    expect(said({ meterHours: 99.9, meter })).toBe('goes-backward')
    expect(said({ meterHours: 120.1, meter })).toBe('goes-backward')
    expect(said({ meterHours: 3, meter: NONE })).toBe('yes')
  })

  test('goes backward with a reason, such as a new meter', () => {
    expect(said({ meterHours: 0, meter: { ...meter, after: null }, reason: 'new meter' })).toBe('yes')
  })

  test('runs no more hours than passed, unless somebody says that it was read so', () => {
    const most = 100 + 10 + METER_SLACK_HOURS
    const before = { ...meter, after: null }
    expect(said({ meterHours: most, meter: before })).toBe('yes')
    expect(said({ meterHours: most + 0.1, meter: before })).toBe('jumps-ahead')
    expect(said({ meterHours: most + 0.1, meter: before, confirmed: true })).toBe('yes')
    expect(said({ meterHours: 10, meter: { before: null, after: known(40, 20) } })).toBe('jumps-ahead')
  })

  test('a reason for going backward is no answer to a jump, and the other way round', () => {
    expect(said({ meterHours: 500, meter: { ...meter, after: null }, reason: 'x' })).toBe('jumps-ahead')
    expect(said({ meterHours: 99, meter, confirmed: true })).toBe('goes-backward')
  })
})

describe('fuel', () => {
  test('gets less while the machine is out, and never in the yard without a reason', () => {
    const home = { before: known(litres(30), -5), after: null }
    expect(said({ fuel: litres(29), tank: home })).toBe('goes-backward')
    expect(said({ fuel: litres(29), tank: home, reason: 'used to start the mill' })).toBe('yes')
    expect(said({ fuel: litres(30), tank: home })).toBe('yes')
    expect(said({ fuel: litres(60), tank: home })).toBe('yes')
    const out = { before: known(litres(30), -5, 'hand-over'), after: null }
    expect(said({ fuel: litres(2), readAt: 'return', tank: out })).toBe('yes')
  })

  test('a return that is put right is compared with the hand-over that followed', () => {
    const next = { before: null, after: known(litres(20), 5, 'hand-over') }
    expect(said({ fuel: litres(21), readAt: 'return', tank: next })).toBe('goes-backward')
    expect(said({ fuel: litres(20), readAt: 'return', tank: next })).toBe('yes')
  })

  test('litres and eighths are not compared', () => {
    expect(said({ fuel: eighths(2), tank: { before: known(litres(30), -5), after: null } })).toBe('yes')
  })

  test('is read as the type says', () => {
    expect(decideFuel(12.5, 'litres')).toEqual({ ok: true, fuel: litres(12.5) })
    expect(decideFuel(8, 'eighths')).toEqual({ ok: true, fuel: eighths(8) })
    for (const amount of [8.5, 9, 0.5]) expect(decideFuel(amount, 'eighths').ok, `${amount}`).toBe(false)
    expect(decideFuel(0, 'none')).toMatchObject({ refusal: { reason: 'fuel-not-so', readIn: 'none' } })
  })
})

/** The oracle: the whole record in the order of time, every pair of neighbours looked at. */
function whatTheRecordSays(record: readonly Known<number>[]) {
  const inOrder = [...record].sort((a, b) => a.atMs - b.atMs)
  const pairs = inOrder.slice(1).map((later, index) => [inOrder[index]!, later] as const)
  if (pairs.some(([a, b]) => b.value < a.value)) return 'goes-backward'
  const tooFast = pairs.some(([a, b]) => b.value - a.value > (b.atMs - a.atMs) / HOUR + METER_SLACK_HOURS)
  return tooFast ? 'jumps-ahead' : 'yes'
}

test('500 random records: a reading is taken exactly if the whole record stays possible with it', () => {
  const counted = { yes: 0, 'goes-backward': 0, 'jumps-ahead': 0 }
  for (let seed = 1; seed <= 500; seed++) {
    const { number } = dice(seed)
    // A record that is possible by itself.
    let value = number(50)
    let hours = -40
    const record: Known<number>[] = []
    while (record.length < 6) {
      hours += 2 + number(14)
      value += number(8) < 2 ? 0 : number(3)
      record.push(known(value, hours))
    }
    const last = record.filter(one => one.atMs <= T).at(-1)?.value ?? 0
    const meterHours = Math.max(0, last - 3 + number(30))
    const expected = whatTheRecordSays([...record, known(meterHours, 0)])
    const before = record.filter(one => one.atMs <= T).at(-1) ?? null
    const after = record.find(one => one.atMs > T) ?? null
    expect(said({ meterHours, meter: { before, after } }), `seed ${seed}`).toBe(expected)
    counted[expected]++
  }
  // All three answers were tried.
  expect(Math.min(...Object.values(counted))).toBeGreaterThan(20)
})
