import type { FuelReadIn } from '#booking/machines/fuel'
import type { MachineStatus } from '#booking/machines/machine-status'
import type { BookingMode } from '#booking/time/period'
import { wordsFor } from '../words.ts'

/**
 * What is said of a machine now, beside its status. Overdue: it is out and should be back. In the yard: here, but promised
 * or otherwise not free. The last two are said of machines that stay where they are.
 */
export type SaidOfMachine = MachineStatus | 'overdue' | 'in-yard' | 'running' | 'standing'
export const machineStatusWords = wordsFor<SaidOfMachine>('machine-statuses', {
  en: {
    available: 'Available',
    rented: 'Rented',
    'in-yard': 'In the yard',
    running: 'Running',
    standing: 'Not running',
    overdue: 'Overdue',
    maintenance: 'Maintenance',
    'out-of-service': 'Out of service',
  },
  fil: {
    available: 'Bakante',
    rented: 'Nakaarkila',
    'in-yard': 'Nasa bakuran',
    running: 'Umaandar',
    standing: 'Hindi umaandar',
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

/** How the fuel of a type's machines is read. */
export const fuelReadInWords = wordsFor<FuelReadIn>('fuel-read-in', {
  en: { none: 'Not read', litres: 'In litres', eighths: 'In eighths of the tank' },
  fil: { none: 'Hindi binabasa', litres: 'Sa litro', eighths: 'Sa ikawalong bahagi ng tangke' },
})
