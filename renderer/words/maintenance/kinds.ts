import type {
  CostKind,
  MaintenanceKind,
  MaintenanceState,
  MaintenanceStatus,
} from '#booking/maintenance/kinds'
import type { Standings } from '#booking/refusal'
import type { Language } from '../language.ts'
import { wordsFor } from '../words.ts'

export const maintenanceKindWords = wordsFor<MaintenanceKind>('maintenance-kinds', {
  en: {
    preventive: 'Preventive maintenance',
    corrective: 'Corrective maintenance',
    emergency: 'Emergency repair',
  },
  fil: {
    preventive: 'Regular na maintenance',
    corrective: 'Pagkukumpuni',
    emergency: 'Biglaang pagkukumpuni',
  },
})

export const maintenanceStatusWords = wordsFor<MaintenanceStatus>('maintenance-statuses', {
  en: { planned: 'Planned', finished: 'Finished', cancelled: 'Cancelled' },
  fil: { planned: 'Nakaplano', finished: 'Natapos', cancelled: 'Kinansela' },
})

export const maintenanceStateWords = wordsFor<MaintenanceState>('maintenance-states', {
  en: { scheduled: 'Scheduled', 'under-way': 'Under way', finished: 'Finished', cancelled: 'Cancelled' },
  fil: { scheduled: 'Nakatakda', 'under-way': 'Ginagawa na', finished: 'Natapos', cancelled: 'Kinansela' },
})

export const costKindWords = wordsFor<CostKind>('maintenance-costs', {
  en: { part: 'Part', labour: 'Labour' },
  fil: { part: 'Piyesa', labour: 'Trabaho' },
})

/** A kind inside a sentence: "In maintenance: repair". */
export const maintenanceKindIs: { readonly [L in Language]: { readonly [K in MaintenanceKind]: string } } = {
  en: { preventive: 'preventive maintenance', corrective: 'repair', emergency: 'emergency repair' },
  fil: {
    preventive: 'regular na maintenance',
    corrective: 'pagkukumpuni',
    emergency: 'biglaang pagkukumpuni',
  },
}

/** A status inside a sentence: "It is already finished". */
export const maintenanceIs: {
  readonly [L in Language]: { readonly [S in Standings['maintenance']]: string }
} = {
  en: {
    planned: 'planned',
    started: 'under way',
    finished: 'finished',
    closed: 'closed',
    cancelled: 'cancelled',
  },
  fil: {
    planned: 'nakaplano',
    started: 'ginagawa na',
    finished: 'natapos',
    closed: 'sarado',
    cancelled: 'kinansela',
  },
}
