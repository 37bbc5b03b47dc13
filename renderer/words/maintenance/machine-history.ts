import { words } from '../words.ts'

/** What maintenance of one machine was done, and what it cost. */
export const machineHistoryWords = words('machine-history', {
  en: {
    title: 'Maintenance and its cost',
    byYear: 'Maintenance by year',
    year: 'Year',
    count: 'How often',
    cost: 'Cost',
    perHour: 'By hour of the meter',
    down: 'Time down',
    notRead: 'meter not read',
    ran: '{{hours}} hours',
    percent: '{{share}}%',
    more: 'Show earlier maintenance',
  },
  fil: {
    title: 'Maintenance at ang gastos nito',
    byYear: 'Maintenance bawat taon',
    year: 'Taon',
    count: 'Ilang beses',
    cost: 'Gastos',
    perHour: 'Bawat oras ng metro',
    down: 'Oras na hindi nagamit',
    notRead: 'hindi nabasa ang metro',
    ran: '{{hours}} oras',
    percent: '{{share}}%',
    more: 'Ipakita ang mas naunang maintenance',
  },
})
