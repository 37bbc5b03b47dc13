import type { RecordEntity } from '#booking/entities'
import type { InHistory } from '#calls/contract'
import {
  batchesDone,
  batchesTried,
  batchFields,
  batchValues,
  shareFields,
  shareValues,
} from './batches/history.ts'
import { bookingFields, bookingsDone, bookingsTried, bookingValues } from './bookings/history.ts'
import { fieldFields, fieldsDone, fieldsTried, fieldValues } from './fields/fields.ts'
import {
  blackoutFields,
  blackoutsDone,
  blackoutsTried,
  blackoutValues,
  holidayFields,
  holidaysDone,
  holidaysTried,
  holidayValues,
  hoursDone,
  hoursTried,
} from './hours/history.ts'
import {
  machineFields,
  machinesDone,
  machinesTried,
  machineTypeFields,
  machineTypeValues,
  machineValues,
} from './machines/history.ts'
import {
  maintenanceDone,
  maintenanceFields,
  maintenanceTried,
  maintenanceValues,
} from './maintenance/history.ts'
import { memberFields, membersDone, membersTried, memberValues } from './members/history.ts'
import { rateFields, ratesDone, ratesTried, rateValues } from './money/rates.ts'
import { paperFields, papersDone, papersTried, paperValues } from './papers/papers.ts'
import {
  bookletFields,
  bookletsDone,
  bookletsTried,
  bookletValues,
  paymentFields,
  paymentsDone,
  paymentsTried,
  paymentValues,
} from './payments/history.ts'
import { quotaFields, quotasDone, quotasTried, quotaValues } from './quotas/quotas.ts'
import type { CommandGroup, CommandsOf, FieldsOf, ValuesOf } from './sayings.ts'
import {
  enrolmentFields,
  enrolmentValues,
  sessionFields,
  sessionsDone,
  sessionsTried,
  sessionValues,
} from './sessions/history.ts'
import {
  settingsDone,
  settingsFields,
  settingsTried,
  settingsValues,
  setupDone,
  setupTried,
} from './settings/history.ts'
import { upkeepDone, upkeepTried } from './settings/upkeep.ts'
import { undoDone, undoTried } from './undo/history.ts'
import { authDone, authTried, userFields, usersDone, usersTried, userValues } from './users/history.ts'
import { waitingDone, waitingFields, waitingTried, waitingValues } from './waiting/history.ts'
import { type Words, wordsFor } from './words.ts'

type ForEachCommand = {
  readonly [G in CommandGroup]: Words<{ readonly [C in CommandsOf<G>]: string }>
}

/** What was done. */
export const DONE: ForEachCommand = {
  setup: setupDone,
  auth: authDone,
  settings: settingsDone,
  hours: hoursDone,
  holidays: holidaysDone,
  blackouts: blackoutsDone,
  users: usersDone,
  machines: machinesDone,
  members: membersDone,
  rates: ratesDone,
  quotas: quotasDone,
  papers: papersDone,
  fields: fieldsDone,
  bookings: bookingsDone,
  maintenance: maintenanceDone,
  payments: paymentsDone,
  booklets: bookletsDone,
  sessions: sessionsDone,
  batches: batchesDone,
  undo: undoDone,
  upkeep: upkeepDone,
  waiting: waitingDone,
}

/** What was attempted and refused. */
export const TRIED: ForEachCommand = {
  setup: setupTried,
  auth: authTried,
  settings: settingsTried,
  hours: hoursTried,
  holidays: holidaysTried,
  blackouts: blackoutsTried,
  users: usersTried,
  machines: machinesTried,
  members: membersTried,
  rates: ratesTried,
  quotas: quotasTried,
  papers: papersTried,
  fields: fieldsTried,
  bookings: bookingsTried,
  maintenance: maintenanceTried,
  payments: paymentsTried,
  booklets: bookletsTried,
  sessions: sessionsTried,
  batches: batchesTried,
  undo: undoTried,
  upkeep: upkeepTried,
  waiting: waitingTried,
}

/** The fields of each kind of record: their names, and how their values are shown. */
export const FIELDS: {
  readonly [E in RecordEntity]: {
    readonly names: Words<{ readonly [F in FieldsOf<InHistory[E]>]: string }>
    readonly values: ValuesOf<InHistory[E]>
  }
} = {
  blackout: { names: blackoutFields, values: blackoutValues },
  holiday: { names: holidayFields, values: holidayValues },
  booking: { names: bookingFields, values: bookingValues },
  booklet: { names: bookletFields, values: bookletValues },
  enrolment: { names: enrolmentFields, values: enrolmentValues },
  field: { names: fieldFields, values: fieldValues },
  machine: { names: machineFields, values: machineValues },
  'machine-type': { names: machineTypeFields, values: machineTypeValues },
  maintenance: { names: maintenanceFields, values: maintenanceValues },
  member: { names: memberFields, values: memberValues },
  payment: { names: paymentFields, values: paymentValues },
  paper: { names: paperFields, values: paperValues },
  quota: { names: quotaFields, values: quotaValues },
  rate: { names: rateFields, values: rateValues },
  batch: { names: batchFields, values: batchValues },
  share: { names: shareFields, values: shareValues },
  session: { names: sessionFields, values: sessionValues },
  settings: { names: settingsFields, values: settingsValues },
  user: { names: userFields, values: userValues },
  waiting: { names: waitingFields, values: waitingValues },
}

/** One record of each kind. */
export const recordNames = wordsFor<RecordEntity>('record', {
  en: {
    batch: 'Batch',
    share: 'Share of a batch',
    blackout: 'Stop of bookings',
    holiday: 'Holiday',
    booking: 'Booking',
    booklet: 'Booklet of receipts',
    enrolment: 'Enrolment',
    field: 'Field',
    machine: 'Machine',
    'machine-type': 'Machine type',
    maintenance: 'Maintenance',
    member: 'Member',
    payment: 'Payment',
    paper: 'Paper',
    quota: 'Quota',
    rate: 'Rate',
    session: 'Session',
    settings: 'Settings',
    user: 'User',
    waiting: 'Waiting',
  },
  fil: {
    batch: 'Salang',
    share: 'Parte sa salang',
    blackout: 'Tigil-booking',
    holiday: 'Holiday',
    booking: 'Booking',
    booklet: 'Booklet ng resibo',
    enrolment: 'Paglilista',
    field: 'Bukid',
    machine: 'Makina',
    'machine-type': 'Uri ng makina',
    maintenance: 'Maintenance',
    member: 'Kasapi',
    payment: 'Bayad',
    paper: 'Papeles',
    quota: 'Hangganan',
    rate: 'Singil',
    session: 'Sesyon',
    settings: 'Mga setting',
    user: 'User',
    waiting: 'Naghihintay',
  },
})

/** The kinds of records, as named in the history's filter. */
export const recordWords = wordsFor<RecordEntity>('records', {
  en: {
    batch: 'Batches',
    share: 'Shares of batches',
    blackout: 'Stops of bookings',
    holiday: 'Holidays',
    booking: 'Bookings',
    booklet: 'Booklets of receipts',
    enrolment: 'Enrolments',
    field: 'Fields',
    machine: 'Machines',
    'machine-type': 'Machine types',
    maintenance: 'Maintenance',
    member: 'Members',
    payment: 'Payments',
    paper: 'Papers',
    quota: 'Quotas',
    rate: 'Rates',
    session: 'Sessions',
    settings: 'Settings',
    user: 'Users',
    waiting: 'Waiting list',
  },
  fil: {
    batch: 'Mga salang',
    share: 'Mga parte sa salang',
    blackout: 'Mga tigil-booking',
    holiday: 'Mga holiday',
    booking: 'Mga booking',
    booklet: 'Mga booklet ng resibo',
    enrolment: 'Mga paglilista',
    field: 'Mga bukid',
    machine: 'Mga makina',
    'machine-type': 'Mga uri ng makina',
    maintenance: 'Maintenance',
    member: 'Mga kasapi',
    payment: 'Mga bayad',
    paper: 'Mga papeles',
    quota: 'Mga hangganan',
    rate: 'Mga singil',
    session: 'Mga sesyon',
    settings: 'Mga setting',
    user: 'Mga user',
    waiting: 'Listahan ng naghihintay',
  },
})
