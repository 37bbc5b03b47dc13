import type { LateFeePer } from '#booking/money/late-fee'
import type { MachineInHistory, MachineTypeInHistory } from '#calls/machines'
import {
  type CommandsOf,
  type FieldsOf,
  length,
  list,
  number,
  rate,
  text,
  type ValuesOf,
  yesOrNo,
} from '../sayings.ts'
import { sayIn, wordsFor } from '../words.ts'
import { bookingModeWords, fuelReadInWords } from './statuses.ts'

export const machinesDone = wordsFor<CommandsOf<'machines'>>('machines-done', {
  en: {
    add: 'Added a machine',
    change: 'Changed a machine',
    setPhoto: "Changed a machine's photo",
    retire: 'Took a machine out of service',
    addType: 'Added a machine type',
    changeType: 'Changed a machine type',
  },
  fil: {
    add: 'Nagdagdag ng makina',
    change: 'Nagbago ng makina',
    setPhoto: 'Nagpalit ng litrato ng makina',
    retire: 'Nagtanggal ng makina sa serbisyo',
    addType: 'Nagdagdag ng uri ng makina',
    changeType: 'Nagbago ng uri ng makina',
  },
})

export const machinesTried = wordsFor<CommandsOf<'machines'>>('machines-tried', {
  en: {
    add: 'Add a machine',
    change: 'Change a machine',
    setPhoto: "Change a machine's photo",
    retire: 'Take a machine out of service',
    addType: 'Add a machine type',
    changeType: 'Change a machine type',
  },
  fil: {
    add: 'Magdagdag ng makina',
    change: 'Baguhin ang makina',
    setPhoto: 'Palitan ang litrato ng makina',
    retire: 'Alisin ang makina sa serbisyo',
    addType: 'Magdagdag ng uri ng makina',
    changeType: 'Baguhin ang uri ng makina',
  },
})

export const machineFields = wordsFor<FieldsOf<MachineInHistory>>('machine-fields', {
  en: {
    name: 'Name',
    registrationNumber: 'Registration number',
    type: 'Type',
    bookingMode: 'Booked by',
    capacity: 'Capacity',
    unitName: 'Unit',
    bufferBeforeMs: 'Gap before',
    bufferAfterMs: 'Gap after',
    pendingBlocks: 'Pending bookings keep their time',
    batchSacks: 'Sacks in a batch',
    daySacks: 'Sacks a day',
    location: 'Location',
    note: 'Note',
    implements: 'Implements',
    rate: 'Rate',
    hasPhoto: 'Photo',
    inService: 'In service',
  },
  fil: {
    name: 'Pangalan',
    registrationNumber: 'Numero ng rehistro',
    type: 'Uri',
    bookingMode: 'Paraan ng booking',
    capacity: 'Kapasidad',
    unitName: 'Yunit',
    bufferBeforeMs: 'Bakante bago',
    bufferAfterMs: 'Bakante pagkatapos',
    pendingBlocks: 'Nakareserba na kahit naghihintay pa',
    batchSacks: 'Sako sa isang salang',
    daySacks: 'Sako sa isang araw',
    location: 'Lugar',
    note: 'Tala',
    implements: 'Mga kagamitan',
    rate: 'Singil',
    hasPhoto: 'Litrato',
    inService: 'Ginagamit pa',
  },
})

export const machineValues: ValuesOf<MachineInHistory> = {
  name: text,
  registrationNumber: text,
  type: text,
  bookingMode: (mode, format) => sayIn(format.language, bookingModeWords, mode),
  capacity: number,
  unitName: text,
  bufferBeforeMs: length,
  bufferAfterMs: length,
  pendingBlocks: yesOrNo,
  batchSacks: number,
  daySacks: number,
  location: text,
  note: text,
  implements: list,
  rate,
  hasPhoto: yesOrNo,
  inService: yesOrNo,
}

export const lateFeePerWords = wordsFor<LateFeePer>('late-fee-per', {
  en: { day: 'day', hour: 'hour' },
  fil: { day: 'araw', hour: 'oras' },
})

export const machineTypeFields = wordsFor<FieldsOf<MachineTypeInHistory>>('machine-type-fields', {
  en: {
    name: 'Name',
    minNoticeDays: 'Notice, days',
    maxDays: 'Longest booking, days',
    horizonDays: 'Days ahead at most',
    stays: 'Stays where it is',
    meter: 'Hour meter',
    fuel: 'Fuel is read',
    points: 'Looked at',
    depositCentavos: 'Deposit',
    lateFeeCentavos: 'Late fee',
    lateFeePer: 'Late fee for each',
    dueHours: 'Maintenance after hours by the meter',
    dueDays: 'Maintenance after days',
    dueBookings: 'Maintenance after bookings',
  },
  fil: {
    name: 'Pangalan',
    minNoticeDays: 'Abiso, araw',
    maxDays: 'Pinakamahabang booking, araw',
    horizonDays: 'Pinakamalayo, araw',
    stays: 'Hindi inilalabas',
    meter: 'May metro ng oras',
    fuel: 'Pagbasa ng gasolina',
    points: 'Mga tinitingnan',
    depositCentavos: 'Deposito',
    lateFeeCentavos: 'Multa sa pagkahuli',
    lateFeePer: 'Multa sa bawat',
    dueHours: 'Maintenance pagkalipas ng oras sa metro',
    dueDays: 'Maintenance pagkalipas ng araw',
    dueBookings: 'Maintenance pagkalipas ng booking',
  },
})

export const machineTypeValues: ValuesOf<MachineTypeInHistory> = {
  name: text,
  minNoticeDays: number,
  maxDays: number,
  horizonDays: number,
  stays: yesOrNo,
  meter: yesOrNo,
  fuel: (readIn, format) => sayIn(format.language, fuelReadInWords, readIn),
  points: list,
  depositCentavos: (centavos, format) => format.money(centavos),
  lateFeeCentavos: (centavos, format) => format.money(centavos),
  lateFeePer: (per, format) => sayIn(format.language, lateFeePerWords, per),
  dueHours: number,
  dueDays: number,
  dueBookings: number,
}
