import type { MaintenanceInHistory } from '#calls/maintenance'
import {
  type CommandsOf,
  countOf,
  type FieldsOf,
  instant,
  period,
  text,
  type ValuesOf,
  yesOrNo,
} from '../sayings.ts'
import { sayIn, wordsFor } from '../words.ts'
import { maintenanceKindWords, maintenanceStatusWords } from './kinds.ts'

export const maintenanceDone = wordsFor<CommandsOf<'maintenance'>>('maintenance-done', {
  en: {
    schedule: 'Scheduled maintenance',
    breakDown: 'Noted that a machine broke down',
    expect: 'Said when a repair is expected to end',
    finish: 'Finished maintenance',
    cancel: 'Cancelled maintenance',
  },
  fil: {
    schedule: 'Nag-iskedyul ng maintenance',
    breakDown: 'Nagtala na nasira ang makina',
    expect: 'Nagsabi kung kailan inaasahang maayos',
    finish: 'Nagtapos ng maintenance',
    cancel: 'Nagkansela ng maintenance',
  },
})

export const maintenanceTried = wordsFor<CommandsOf<'maintenance'>>('maintenance-tried', {
  en: {
    schedule: 'Schedule maintenance',
    breakDown: 'Note that a machine broke down',
    expect: 'Say when a repair is expected to end',
    finish: 'Finish maintenance',
    cancel: 'Cancel maintenance',
  },
  fil: {
    schedule: 'Mag-iskedyul ng maintenance',
    breakDown: 'Itala na nasira ang makina',
    expect: 'Sabihin kung kailan inaasahang maayos',
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
    openEnded: 'Lasts until it is finished',
    expectedEndMs: 'Expected to end',
    photos: 'Photos',
  },
  fil: {
    kind: 'Uri',
    status: 'Katayuan',
    period: 'Kailan',
    note: 'Tala',
    finishedMs: 'Natapos',
    openEnded: 'Tatagal hanggang matapos',
    expectedEndMs: 'Inaasahang matatapos',
    photos: 'Mga litrato',
  },
})

export const maintenanceValues: ValuesOf<MaintenanceInHistory> = {
  kind: (kind, format) => sayIn(format.language, maintenanceKindWords, kind),
  status: (status, format) => sayIn(format.language, maintenanceStatusWords, status),
  period,
  note: text,
  finishedMs: instant,
  openEnded: yesOrNo,
  expectedEndMs: instant,
  photos: countOf,
}
