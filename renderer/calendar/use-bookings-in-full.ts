import { useMemo } from 'react'
import type { BookingRow } from '#calls/bookings'
import type { MachineRow } from '#calls/machines'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { useCalendarView } from './calendar-view.ts'

/** By id, the machine's bookings in the range that is shown, where their cards have room for phone, barangay and purpose. */
export function useBookingsInFull(machine: MachineRow, enabled: boolean): ReadonlyMap<string, BookingRow> {
  const { calendar } = useFormat()
  const range = useCalendarView(state => state.range)
  const { data } = useCall(
    'bookings.list',
    {
      machineId: machine.id,
      fromMs: range ? calendar.startOfDay(range.first) : 0,
      toMs: range ? calendar.startOfDay(range.after) : 1,
      status: ['pending', 'approved', 'in-use', 'completed'],
      limit: 100,
    },
    { enabled: enabled && range !== null, keepPrevious: true },
  )
  return useMemo(() => new Map(data?.bookings.map(booking => [booking.id, booking])), [data])
}
