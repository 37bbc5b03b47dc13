import { eq, sql } from 'drizzle-orm'
import { given, prepared, preparedSql, type WriteTx } from '../file.ts'
import type { StoredBooking } from '../read/bookings.ts'
import { bookings } from '../tables/bookings.ts'

export type NewBooking = Omit<
  StoredBooking,
  'version' | 'reason' | 'handedOverMs' | 'returnedMs' | 'pendingBlocks'
> & {
  pendingBlocks: boolean
}

const insertBookingSql = preparedSql<Omit<NewBooking, 'pendingBlocks'> & { pendingBlocks: number }, never>(`
  INSERT INTO bookings (id, machine_id, member_id, status, start_ms, end_ms, from_day, to_day, from_offset, to_offset,
    units, pending_blocks, buffer_before_ms, buffer_after_ms, purpose, requested_by, requested_ms)
  VALUES (@id, @machineId, @memberId, @status, @startMs, @endMs, @fromDay, @toDay, @fromOffset, @toOffset,
    @units, @pendingBlocks, @bufferBeforeMs, @bufferAfterMs, @purpose, @requestedBy, @requestedMs)`)

/** @throws OVERBOOKED from the guard when the machine has no room, whatever the rules said */
export function insertBooking(tx: WriteTx, booking: NewBooking): void {
  insertBookingSql(tx).run({ ...booking, pendingBlocks: booking.pendingBlocks ? 1 : 0 })
}

export type BookingChange = Partial<Omit<StoredBooking, 'id' | 'version'>>

/** Changes a booking and counts its version up. @throws OVERBOOKED, STILL-OUT or MOVE-NOT-ALLOWED from the guard */
export function updateBooking(tx: WriteTx, id: string, change: BookingChange): void {
  const columns = Object.keys(change).join()
  const known = updates.get(columns)
  const update = known ?? updateOf(change)
  if (!known) updates.set(columns, update)
  update(tx).run({ ...change, id })
}

/** One for each set of columns that is changed together: preparing one takes longer than a whole command. */
const updates = new Map<string, ReturnType<typeof updateOf>>()

function updateOf(change: BookingChange) {
  const values = Object.fromEntries(Object.keys(change).map(column => [column, sql.placeholder(column)]))
  return prepared((tx: WriteTx) =>
    tx
      .update(bookings)
      .set({ ...values, version: sql`${bookings.version} + 1` })
      .where(eq(bookings.id, given('id')))
      .prepare(),
  )
}
