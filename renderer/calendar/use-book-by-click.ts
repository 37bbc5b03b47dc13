import { addDays, type LocalDay } from '#booking/time/day'
import type { MachineRow } from '#calls/machines'
import { openBookingForm } from '../open-booking-form.ts'
import { useFormat } from '../words/format.ts'
import { periodOfSpan } from './calendar-events.ts'

type Span = { startStr: string; endStr: string; allDay: boolean }
type Click = { date: Date; dateStr: string; allDay: boolean }

/** Opens the booking form for time that was clicked or dragged over, unless what is booked there is not known yet. */
export function useBookByClick(machine: MachineRow, known: boolean) {
  const { calendar } = useFormat()
  function book(span: Span): void {
    const period = periodOfSpan(span, machine.bookingMode, calendar)
    if (period) openBookingForm({ machineId: machine.id, period })
  }
  return {
    book,
    bookDay: (day: LocalDay) => book({ startStr: day, endStr: addDays(day, 1), allDay: true }),
    /** On a touch screen, dragging over days needs a long touch, so a short one books a single day. */
    onTouch(click: Click): void {
      if (!known || !window.matchMedia('(pointer: coarse)').matches) return
      book({ startStr: click.dateStr, endStr: endOf(click), allDay: click.allDay })
    },
  }
}

function endOf({ date, allDay }: Click): string {
  const later = new Date(date.getTime() + (allDay ? 24 : 1) * 3_600_000).toISOString()
  return allDay ? later.slice(0, 10) : later
}
