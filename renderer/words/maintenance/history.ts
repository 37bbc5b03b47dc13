import type { MaintenanceInHistory } from '#calls/maintenance'
import { type CommandsOf, type FieldsOf, instant, period, text, type ValuesOf } from '../sayings.ts'
import { sayIn, wordsFor } from '../words.ts'
import { maintenanceKindWords, maintenanceStatusWords } from './kinds.ts'

export const maintenanceDone = wordsFor<CommandsOf<'maintenance'>>('maintenance-done', {
  en: {
    schedule: 'Scheduled maintenance',
    finish: 'Finished maintenance',
    cancel: 'Cancelled maintenance',
  },
  fil: {
    schedule: 'Nag-iskedyul ng maintenance',
    finish: 'Nagtapos ng maintenance',
    cancel: 'Nagkansela ng maintenance',
  },
})

export const maintenanceTried = wordsFor<CommandsOf<'maintenance'>>('maintenance-tried', {
  en: {
    schedule: 'Schedule maintenance',
    finish: 'Finish maintenance',
    cancel: 'Cancel maintenance',
  },
  fil: {
    schedule: 'Mag-iskedyul ng maintenance',
    finish: 'Tapusin ang maintenance',
    cancel: 'Kanselahin ang maintenance',
  },
})

export const maintenanceFields = wordsFor<FieldsOf<MaintenanceInHistory>>('maintenance-fields', {
  en: {
    kind: 'Kind',
    status: 'Status',
    period: 'When',
    note: 'Note',
    finishedMs: 'Finished',
  },
  fil: {
    kind: 'Uri',
    status: 'Katayuan',
    period: 'Kailan',
    note: 'Tala',
    finishedMs: 'Natapos',
  },
})

export const maintenanceValues: ValuesOf<MaintenanceInHistory> = {
  kind: (kind, format) => sayIn(format.language, maintenanceKindWords, kind),
  status: (status, format) => sayIn(format.language, maintenanceStatusWords, status),
  period,
  note: text,
  finishedMs: instant,
}
