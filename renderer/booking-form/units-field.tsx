import type { MachineRow } from '#calls/machines'
import { NumberField } from '../parts/fields/number-field.tsx'
import { bookingFormWords } from '../words/bookings/form.ts'
import { countedUnit } from '../words/money/rate-units.ts'
import { useLanguage, useWords } from '../words/words.ts'
import type { BookingFormState } from './use-booking-fields.ts'

/** How many units of a shared machine, called by their name: sacks, tonnes. */
export function UnitsField({ machine, form }: { machine: MachineRow; form: BookingFormState }) {
  const say = useWords(bookingFormWords)
  const language = useLanguage()
  const { capacity, unitName } = machine
  return (
    <NumberField
      label={unitName ? say('unitsNamed', { unit: countedUnit(unitName, 2, language) }) : say('units')}
      description={say('unitsOf', { capacity })}
      limits={{ min: 1, max: capacity }}
      typed={form.fields.units}
      onType={units => form.change({ units })}
    />
  )
}
