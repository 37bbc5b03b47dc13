import type { LocalDay } from '#booking/time/day'
import { preparedSql, type WriteTx } from '../file.ts'
import { inserting, updating } from '../rows.ts'
import { blackouts, holidays } from '../tables/holidays.ts'

export const insertHoliday = inserting(holidays)
export const updateHoliday = updating(holidays)
export const insertBlackout = inserting(blackouts)
export const updateBlackout = updating(blackouts)

const keep = preparedSql<{ day: LocalDay; name: string }, never>(
  'INSERT INTO public_holidays (day, name) VALUES (@day, @name) ON CONFLICT (day) DO UPDATE SET name = excluded.name',
)

/** Keeps a public holiday as the calendar of the country has it. */
export function keepPublicHoliday(tx: WriteTx, day: LocalDay, name: string): void {
  keep(tx).run({ day, name })
}
