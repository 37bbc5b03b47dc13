import type { MachineRow } from '#calls/machines'
import { calendarWords } from '../words/calendar/screen.ts'
import { useFormat } from '../words/format.ts'
import { countedUnit } from '../words/money/rate-units.ts'
import { useWords } from '../words/words.ts'

/** "47/60" and a bar: how full a machine is that several members share. */
export function LoadBar({ machine, units }: { machine: MachineRow; units: number | undefined }) {
  const say = useWords(calendarWords)
  const format = useFormat()
  const { capacity, unitName } = machine
  if (capacity === 1 || units === undefined) return null
  const values = { units: format.number(units), capacity: format.number(capacity) }
  const inWords = say('load', { ...values, unit: countedUnit(unitName, capacity, format.language) })
  return (
    <span className="araro-load" data-full={units >= capacity || undefined} title={inWords}>
      <span className="araro-load-figure" aria-hidden>
        {values.units}/{values.capacity}
      </span>
      <span className="araro-load-bar" aria-hidden>
        <span style={{ width: `${Math.round((100 * units) / capacity)}%` }} />
      </span>
      <span className="araro-unseen">{inWords}</span>
    </span>
  )
}
