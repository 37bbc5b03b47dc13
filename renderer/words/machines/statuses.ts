import type { MachineStatus } from '#booking/machines/machine-status'
import type { BookingMode } from '#booking/time/period'
import { wordsFor } from '../words.ts'

/** The names of a machine's statuses. Overdue is a machine that is out and should be back. */
export const machineStatusWords = wordsFor<MachineStatus | 'overdue'>('machine-statuses', {
  en: {
    available: 'Available',
    rented: 'Rented',
    overdue: 'Overdue',
    maintenance: 'Maintenance',
    'out-of-service': 'Out of service',
  },
  fil: {
    available: 'Bakante',
    rented: 'Nakaarkila',
    overdue: 'Lampas na sa takda',
    maintenance: 'Inaayos',
    'out-of-service': 'Hindi na ginagamit',
  },
})

/** The booking mode, within a sentence. */
export const bookingModeWords = wordsFor<BookingMode>('booking-modes', {
  en: { days: 'whole days', time: 'clock time' },
  fil: { days: 'buong araw', time: 'oras' },
})
