import { expect, test } from 'vitest'
import { foreignConnection } from '#tests/support/foreign-program'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { booking, FIRST_DAY, HOUR, insertRow, machine, refusalOf } from '#tests/support/raw-rows'

// Tries every third interval against every pair of existing ones, on a small grid, and compares the file's decision
// with that of an oracle that counts the load hour by hour.

const GRID = 5
const intervals = Array.from({ length: GRID }, (_, from) =>
  Array.from({ length: GRID - from }, (_, length) => ({ from, to: from + length + 1 })),
).flat()

type Interval = (typeof intervals)[number]
const row = (id: string, machineId: string, { from, to }: Interval, change = {}) =>
  booking(id, {
    machine_id: machineId,
    start_ms: FIRST_DAY + from * HOUR,
    end_ms: FIRST_DAY + to * HOUR,
    ...change,
  })

test('for every three intervals, capacity, units and buffers the file decides exactly as the oracle does', {
  timeout: 120_000,
}, () => {
  const raw = foreignConnection()
  raw.pragma('synchronous = OFF')
  const cancel = raw.prepare("UPDATE bookings SET status = 'cancelled' WHERE id = ?")
  let decisions = 0
  let machines = 0
  raw.exec('BEGIN')
  for (const capacity of [1, 2, 3]) {
    for (const first of intervals) {
      for (const second of intervals) {
        const id = `m${machines++}`
        insertRow(raw, 'machines', machine(id, { capacity }))
        insertRow(raw, 'bookings', row(`${id} a`, id, first))
        const there = [first]
        if (refusalOf(() => insertRow(raw, 'bookings', row(`${id} b`, id, second))) === '') there.push(second)
        expect(there.length === 2).toBe(peak(second, [first]) + 1 <= capacity)
        for (const third of intervals) {
          for (const buffer of [0, 1]) {
            for (const units of [1, 2]) {
              const blocked = { from: third.from - buffer, to: third.to + buffer }
              const fits = peak(blocked, there) + units <= capacity
              const change = { units, buffer_before_ms: buffer * HOUR, buffer_after_ms: buffer * HOUR }
              const tried = `try ${decisions}`
              const said = refusalOf(() => insertRow(raw, 'bookings', row(tried, id, third, change)))
              if (said === '') cancel.run(tried)
              decisions++
              if (said !== (fits ? '' : 'OVERBOOKED')) {
                expect.unreachable(JSON.stringify({ capacity, there, third, buffer, units, said }))
              }
            }
          }
        }
      }
    }
  }
  raw.exec('COMMIT')
  expect(whatIsWrong(raw)).toEqual([])
  expect(decisions).toBe(3 * 15 ** 3 * 4)
})

function peak({ from, to }: Interval, there: readonly Interval[]): number {
  const instants = Array.from({ length: to - from }, (_, n) => from + n)
  return Math.max(...instants.map(at => there.filter(one => one.from <= at && at < one.to).length))
}
