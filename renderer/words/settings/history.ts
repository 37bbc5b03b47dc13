import type { SettingsInHistory } from '#calls/settings'
import { batchOrderWords } from '../batches/states.ts'
import { seasonInWords, weekInWords } from '../hours/in-words.ts'
import { type CommandsOf, type FieldsOf, number, text, type ValuesOf, yesOrNo } from '../sayings.ts'
import { roleWords } from '../users/roles.ts'
import { sayIn, wordsFor } from '../words.ts'
import { settingsWords } from './screen.ts'
import { upkeepFieldsEn, upkeepFieldsFil, upkeepValues } from './upkeep.ts'

export const setupDone = wordsFor<CommandsOf<'setup'>>('setup-done', {
  en: { office: 'Set up the office' },
  fil: { office: 'Nag-set up ng opisina' },
})

export const setupTried = wordsFor<CommandsOf<'setup'>>('setup-tried', {
  en: { office: 'Set up the office' },
  fil: { office: 'I-set up ang opisina' },
})

export const settingsDone = wordsFor<CommandsOf<'settings'>>('settings-done', {
  en: { change: 'Changed the settings' },
  fil: { change: 'Nagbago ng mga setting' },
})

export const settingsTried = wordsFor<CommandsOf<'settings'>>('settings-tried', {
  en: { change: 'Change the settings' },
  fil: { change: 'Baguhin ang mga setting' },
})

export const settingsFields = wordsFor<FieldsOf<SettingsInHistory>>('settings-fields', {
  en: {
    name: "Office's name",
    address: 'Address',
    timeZone: 'Time zone',
    logo: 'Logo',
    paperLines: 'Further lines on papers',
    minNoticeDays: 'Notice, days',
    maxDays: 'Longest booking, days',
    horizonDays: 'Days ahead at most',
    walkInRoles: 'Who may enter walk-ins',
    openingHours: 'Opening hours',
    seasons: 'Seasons with other hours',
    publicHolidays: 'Closed on public holidays',
    spanClosed: 'Bookings may span a closed day',
    startClosed: 'Bookings may start or end on a closed day',
    withinHours: 'Clock times keep to the opening hours',
    offerMinutes: 'An offer lasts, minutes',
    maintenanceBookings: 'Maintenance after bookings',
    maintenanceDays: 'Maintenance after bookings: within days',
    batchOrder: 'Order of the shares of a batch',
    nearlyFullPercent: 'A session is nearly full at, percent',
    ...upkeepFieldsEn,
    lastJobFirst: 'Last job first',
    paperDays: 'Papers are told, days before they expire',
    papersRefuse: 'No hand-over with an expired paper',
    suspendAfterDays: 'Suggest to suspend who owes, after days',
  },
  fil: {
    name: 'Pangalan ng opisina',
    address: 'Address',
    timeZone: 'Time zone',
    logo: 'Logo',
    paperLines: 'Iba pang linya sa mga papel',
    minNoticeDays: 'Abiso, araw',
    maxDays: 'Pinakamahabang booking, araw',
    horizonDays: 'Pinakamalayo, araw',
    walkInRoles: 'Sino ang puwede sa walk-in',
    openingHours: 'Oras ng opisina',
    seasons: 'Panahong iba ang oras',
    publicHolidays: 'Sarado sa mga holiday',
    spanClosed: 'Puwedeng may saradong araw sa gitna ng booking',
    startClosed: 'Puwedeng magsimula o matapos ang booking sa saradong araw',
    withinHours: 'Sa oras lang ng opisina ang mga booking na may oras',
    offerMinutes: 'Tagal ng alok, minuto',
    maintenanceBookings: 'Maintenance pagkatapos ng ilang booking',
    maintenanceDays: 'Maintenance pagkatapos ng booking: sa loob ng ilang araw',
    batchOrder: 'Ayos ng mga parte sa salang',
    nearlyFullPercent: 'Halos puno na ang sesyon sa, porsiyento',
    ...upkeepFieldsFil,
    lastJobFirst: 'Tapusin muna ang huling trabaho',
    paperDays: 'Ipaaalam ang papeles, araw bago mapaso',
    papersRefuse: 'Walang ilalabas kapag paso ang papeles',
    suspendAfterDays: 'Imungkahing suspindihin ang may utang, pagkaraan ng araw',
  },
})

export const settingsValues: ValuesOf<SettingsInHistory> = {
  name: text,
  address: text,
  timeZone: text,
  logo: (hash, format) => sayIn(format.language, settingsWords, 'logoKept', { mark: hash.slice(0, 6) }),
  paperLines: text,
  minNoticeDays: number,
  maxDays: number,
  horizonDays: number,
  openingHours: weekInWords,
  seasons: (seasons, format) => seasons.map(one => seasonInWords(one, format)).join('; '),
  publicHolidays: yesOrNo,
  spanClosed: yesOrNo,
  startClosed: yesOrNo,
  withinHours: yesOrNo,
  offerMinutes: number,
  maintenanceBookings: number,
  maintenanceDays: number,
  batchOrder: (order, format) => sayIn(format.language, batchOrderWords, order),
  nearlyFullPercent: number,
  ...upkeepValues,
  lastJobFirst: yesOrNo,
  paperDays: number,
  papersRefuse: yesOrNo,
  suspendAfterDays: number,
  walkInRoles: (roles, format) => roles.map(role => sayIn(format.language, roleWords, role)).join(', '),
}
