import type { BlackoutInHistory, HolidayInHistory } from '#calls/holidays'
import { type CommandsOf, type FieldsOf, period, text, type ValuesOf, yesOrNo } from '../sayings.ts'
import { wordsFor } from '../words.ts'

export const hoursDone = wordsFor<CommandsOf<'hours'>>('hours-done', {
  en: { set: 'Set the opening hours' },
  fil: { set: 'Nagtakda ng oras ng opisina' },
})

export const hoursTried = wordsFor<CommandsOf<'hours'>>('hours-tried', {
  en: { set: 'Set the opening hours' },
  fil: { set: 'Itakda ang oras ng opisina' },
})

export const holidaysDone = wordsFor<CommandsOf<'holidays'>>('holidays-done', {
  en: { add: 'Added a holiday', remove: 'Struck out a holiday' },
  fil: { add: 'Nagdagdag ng holiday', remove: 'Nag-alis ng holiday' },
})

export const holidaysTried = wordsFor<CommandsOf<'holidays'>>('holidays-tried', {
  en: { add: 'Add a holiday', remove: 'Strike out a holiday' },
  fil: { add: 'Magdagdag ng holiday', remove: 'Alisin ang holiday' },
})

export const holidayFields = wordsFor<FieldsOf<HolidayInHistory>>('holiday-fields', {
  en: { day: 'Day', name: 'Name', closed: 'Office closed' },
  fil: { day: 'Araw', name: 'Pangalan', closed: 'Sarado ang opisina' },
})

export const holidayValues: ValuesOf<HolidayInHistory> = {
  day: (day, format) => format.fullDay(day),
  name: text,
  closed: yesOrNo,
}

export const blackoutsDone = wordsFor<CommandsOf<'blackouts'>>('blackouts-done', {
  en: { add: 'Stopped bookings for a time', remove: 'Took back a stop of bookings' },
  fil: { add: 'Nagpatigil ng booking sa isang panahon', remove: 'Binawi ang pagpapatigil ng booking' },
})

export const blackoutsTried = wordsFor<CommandsOf<'blackouts'>>('blackouts-tried', {
  en: { add: 'Stop bookings for a time', remove: 'Take back a stop of bookings' },
  fil: { add: 'Magpatigil ng booking sa isang panahon', remove: 'Bawiin ang pagpapatigil ng booking' },
})

export const blackoutFields = wordsFor<FieldsOf<BlackoutInHistory>>('blackout-fields', {
  en: { what: 'Machine or type', period: 'When', reason: 'Reason', removed: 'Taken back' },
  fil: { what: 'Makina o uri', period: 'Kailan', reason: 'Dahilan', removed: 'Binawi' },
})

export const blackoutValues: ValuesOf<BlackoutInHistory> = {
  what: text,
  period,
  reason: text,
  removed: yesOrNo,
}
