import { useMemo } from 'react'
import type { BoardEvent } from '#calls/board'
import type { MachineRow } from '#calls/machines'
import { kindOf } from '../calendar/event-kinds.ts'
import { openRecord } from '../navigation.ts'
import { openBookingForm } from '../open-booking-form.ts'
import { useFormat } from '../words/format.ts'
import { showDayOnBoard } from './board-view.ts'
import type { Columns } from './columns.ts'
import { periodOfColumns } from './moved-period.ts'

/** What a click on something of the board opens, or Enter. */
export type Opening = {
  open(event: BoardEvent): void
  /** Opens the hours of a day. */
  openDay(column: number): void
  /** Opens the form for free time: from the first to the last of some columns. */
  book(machine: MachineRow, first: number, last: number): void
}

/** @param known free time is not booked while it is not known what is there */
export function useOpening({ columns, known }: { columns: Columns; known: boolean }): Opening {
  const { calendar } = useFormat()
  return useMemo(() => {
    const { list, unit } = columns
    return {
      open(event) {
        const { opens } = kindOf(event)
        if (opens) openRecord(opens, event.id)
      },
      openDay(column) {
        const day = list[column]?.day
        if (day !== undefined) showDayOnBoard(day)
      },
      book({ id: machineId, bookingMode: mode }, first, last) {
        const [from, to] = [list[first], list[last]]
        const period = known && from && to ? periodOfColumns(from, to, { unit, mode, calendar }) : null
        if (period) openBookingForm({ machineId, period })
      },
    }
  }, [columns, known, calendar])
}
