import type { BlackoutRow } from '#calls/holidays'
import type { MachineRow } from '#calls/machines'
import { stopsOf } from '../parts/closed/closed-times.ts'
import { hoursWords } from '../words/hours/screen.ts'
import { sayIn } from '../words/words.ts'
import { type Columns, type Place, placeOf } from './columns.ts'
import { at } from './headings.tsx'
import type { Speech } from './use-speech.ts'

type StopInView = { readonly id: string; readonly place: Place; readonly said: string }

/** Where a machine's stops of bookings are among the columns, each with when and why. */
export function stopsOn(
  machine: Pick<MachineRow, 'id' | 'typeId'>,
  stops: readonly BlackoutRow[],
  columns: Columns,
  { format }: Speech,
): StopInView[] {
  return stopsOf(stops, machine, format.calendar).flatMap(({ id, row, ...interval }) => {
    const place = placeOf(interval, columns)
    const reason = sayIn(format.language, hoursWords, 'stoppedFor', { reason: row.reason })
    return place ? [{ id, place, said: `${reason}, ${format.period(row.period)}` }] : []
  })
}

/** The ground of a time in which the machine is not booked. The heading of its row says it to those who do not see it. */
export function StopOnBoard({ stop: { place, said } }: { stop: StopInView }) {
  const style = {
    insetInlineStart: at(place.start),
    width: `calc(${place.end - place.start} * var(--araro-column))`,
  }
  return <div className="araro-board-stop" aria-hidden title={said} style={style} />
}
