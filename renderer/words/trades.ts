import i18next from 'i18next'
import type { BookingStatus } from '#booking/bookings/status'
import { RATE_UNITS, type RateUnit } from '#booking/money/price'
import type { MaintenanceKind } from '#booking/refusal'
import type { Role } from '#booking/users/roles'
import { LANGUAGES, type Language } from './language.ts'
import { words } from './words.ts'

/** What a booking's status, a machine's status, a repair's kind and a role are called. */
export const tradeWords = words('trades', {
  en: {
    pending: 'Pending',
    approved: 'Approved',
    'in-use': 'In use',
    completed: 'Completed',
    rejected: 'Rejected',
    cancelled: 'Cancelled',
    'no-show': 'No-show',
    displaced: 'Displaced',
    overdue: 'Overdue',
    held: 'Being filled in',
    planned: 'Planned',
    finished: 'Finished',
    available: 'Available',
    rented: 'Rented',
    maintenance: 'Maintenance',
    'out-of-service': 'Out of service',
    preventive: 'Preventive maintenance',
    corrective: 'Corrective maintenance',
    emergency: 'Emergency repair',
    clerk: 'Clerk',
    manager: 'Manager',
    admin: 'Administrator',
    day: 'day',
    hour: 'hour',
    hectare: 'hectare',
    sack: 'sack',
    kg: 'kg',
    flat: 'job',
    verified: 'Verified',
    'not-verified': 'Not verified',
    suspended: 'Suspended',
  },
  fil: {
    pending: 'Naghihintay',
    approved: 'Aprubado',
    'in-use': 'Ginagamit',
    completed: 'Tapos na',
    rejected: 'Hindi inaprubahan',
    cancelled: 'Kinansela',
    'no-show': 'Hindi sumipot',
    displaced: 'Natanggal sa puwesto',
    overdue: 'Lampas na sa takda',
    held: 'Pinupunan pa',
    planned: 'Nakaplano',
    finished: 'Natapos',
    available: 'Bakante',
    rented: 'Nakaarkila',
    maintenance: 'Inaayos',
    'out-of-service': 'Hindi na ginagamit',
    preventive: 'Pang-iwas na maintenance',
    corrective: 'Pagkukumpuni',
    emergency: 'Biglaang pagkukumpuni',
    clerk: 'Klerk',
    manager: 'Tagapamahala',
    admin: 'Administrador',
    day: 'araw',
    hour: 'oras',
    hectare: 'ektarya',
    sack: 'sako',
    kg: 'kg',
    flat: 'trabaho',
    verified: 'Beripikado',
    'not-verified': 'Hindi pa beripikado',
    suspended: 'Suspendido',
  },
} satisfies { en: Record<TradeKey, string>; fil: Record<TradeKey, string> })

export type TradeKey =
  | BookingStatus
  | MaintenanceKind
  | Role
  | RateUnit
  | 'overdue'
  | 'held'
  | 'planned'
  | 'finished'
  | 'available'
  | 'rented'
  | 'maintenance'
  | 'out-of-service'
  | 'verified'
  | 'not-verified'
  | 'suspended'

/** "1 day", "3 days"; Filipino counts without changing the word. The office's own unit names come in the singular. */
export function countedUnit(named: string, quantity: number, language: Language): string {
  const unit = unitIn(language, named)
  return language === 'en' && quantity !== 1 && unit !== 'kg' && /[a-z]$/i.test(unit) ? `${unit}s` : unit
}

/** A unit that rates know too, such as a sack, in the language of the screen; any other as the office wrote it. */
function unitIn(language: Language, named: string): string {
  const inWords = (one: Language, unit: RateUnit) => i18next.getResource(one, 'trades', unit) as string
  const isNamed = (unit: RateUnit) => LANGUAGES.some(one => inWords(one, unit) === named.trim().toLowerCase())
  const known = RATE_UNITS.find(isNamed)
  return known ? inWords(language, known) : named
}
