import { useMemo } from 'react'
import type { BookingRow } from '#calls/booking-rows'
import type { MachineRow } from '#calls/machines'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { useCalendarView } from './calendar-view.ts'

/** By id, the machine's bookings in the range that is shown, where their cards have room for phone, barangay and purpose. */
export function useBookingsInFull(machine: MachineRow, enabled: boolean): ReadonlyMap<string, BookingRow> {
  const { calendar } = useFormat()
  const range = useCalendarView(state => state.range)
  const here = { machineId: machine.id, limit: 100 }
  const { data } = useCall(
    'bookings.list',
    {
      ...here,
      fromMs: range ? calendar.startOfDay(range.first) : 0,
      toMs: range ? calendar.startOfDay(range.after) : 1,
      status: ['pending', 'approved', 'completed'],
    },
    { enabled: enabled && range !== null, keepPrevious: true },
  )
  // What is overdue is shown until now, on days that its booking does not reach.
  const { data: out } = useCall('bookings.list', { ...here, status: 'in-use' }, { enabled })
  return useMemo(() => {
    const all = [...(data?.bookings ?? []), ...(out?.bookings ?? [])]
    return new Map(all.map(booking => [booking.id, booking]))
  }, [data, out])
}
