import { expect, test } from 'vitest'
import type { BookingStatus } from '#booking/bookings/status'
import { readBooking } from '#db/read/bookings'
import { type BookingFilter, listBookings, readNeighbours } from '#db/read/list-bookings'
import { booking, DAY, FIRST_DAY, insertRow, plantMachines } from '#tests/support/raw-rows'
import { dice, printedSeed } from '#tests/support/seeded'
import { openTemporary } from '#tests/support/temporary-file'

const seed = printedSeed('lists of bookings')
const random = dice(seed)
const STATUSES: BookingStatus[] = ['pending', 'completed', 'cancelled', 'rejected', 'no-show']

const file = openTemporary()
plantMachines(file.sqlite)
insertRow(file.sqlite, 'members', { id: 'ben', number: '2', name: 'Ben', search_key: 'ben 2' })
// Bookings of every length class, many of which begin at the same instant. None of them blocks.
const rows = Array.from({ length: 300 }, (_, index) => {
  const start_ms = FIRST_DAY + random.number(60) * DAY
  return {
    id: `b${String(random.number(1e9)).padStart(9, '0')}-${index}`,
    machine_id: random.pick(['harvester', 'other', 'mill']),
    member_id: random.pick(['ana', 'ben']),
    status: random.pick(STATUSES),
    pending_blocks: 0,
    start_ms,
    end_ms: start_ms + random.pick([DAY / 4, DAY, 3 * DAY, 20 * DAY, 90 * DAY]),
  }
})
for (const row of rows) insertRow(file.sqlite, 'bookings', booking(row.id, row))

/** The expected list, computed without indexes. */
function wanted({ status, machineId, memberId, found, fromMs, toMs, order }: BookingFilter): string[] {
  const sign = order === 'oldest' ? 1 : -1
  return rows
    .filter(row => !status?.length || status.includes(row.status))
    .filter(row => machineId === undefined || row.machine_id === machineId)
    .filter(row => memberId === undefined || row.member_id === memberId)
    .filter(
      row => !found || found.memberIds.includes(row.member_id) || found.machineIds.includes(row.machine_id),
    )
    .filter(
      row => (fromMs === undefined || row.end_ms > fromMs) && (toMs === undefined || row.start_ms < toMs),
    )
    .sort((a, b) => sign * (a.start_ms - b.start_ms || (a.id < b.id ? -1 : 1)))
    .map(row => row.id)
}

/** All pages, in order. */
function paged(filter: BookingFilter): string[] {
  const ids: string[] = []
  let after = filter.after
  for (;;) {
    const page = listBookings(file.db, { ...filter, after }, FIRST_DAY)
    ids.push(...page.map(row => row.id))
    const last = page.at(-1)
    if (!last || page.length < filter.limit) return ids
    after = { startMs: last.startMs, id: last.id }
  }
}

test(`seed ${seed}: every filter, page after page, lists what it should, each once and by start`, () => {
  for (let round = 0; round < 200; round++) {
    const maybe = <Value>(value: Value) => (random.chance(2) ? value : undefined)
    const filter: BookingFilter = {
      status: maybe(STATUSES.filter(() => random.chance(2))),
      machineId: maybe(random.pick(['harvester', 'other', 'nobody'])),
      memberId: maybe(random.pick(['ana', 'ben'])),
      found: maybe({ memberIds: maybe(['ana']) ?? [], machineIds: maybe(['mill', 'other']) ?? [] }),
      fromMs: maybe(FIRST_DAY + random.number(150) * DAY),
      toMs: maybe(FIRST_DAY + random.number(60) * DAY),
      order: maybe('oldest'),
      limit: 1 + random.number(40),
    }
    expect(paged(filter), JSON.stringify(filter)).toEqual(wanted(filter))
  }
})

test(`seed ${seed}: next to a booking stand the nearest three of its machine on each side, however long they are`, () => {
  for (const { id, machine_id, start_ms } of rows.slice(0, 50)) {
    const live = rows.filter(row => row.status === 'pending' || row.status === 'completed')
    const starts = live.filter(row => row.machine_id === machine_id && row.id !== id).map(row => row.start_ms)
    const earlier = starts.filter(at => at < start_ms).sort((a, b) => b - a)
    const later = starts.filter(at => at >= start_ms).sort((a, b) => a - b)
    const { before, after } = readNeighbours(file.db, readBooking(file.db, id)!, FIRST_DAY)
    expect(before.map(row => row.startMs)).toEqual(earlier.slice(0, 3))
    expect(after.map(row => row.startMs)).toEqual(later.slice(0, 3))
  }
})
