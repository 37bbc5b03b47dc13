import type { HoursRefusal } from '#booking/hours/refusals'
import type { SentencesFor } from '../sentences.ts'
import { hoursInWords } from './in-words.ts'

export const hoursRefusals: SentencesFor<HoursRefusal> = {
  en: {
    'never-open': () => 'With these hours the office would never be open. Choose at least one day.',
    closed: ({ day, name, opensMs }, format) =>
      `The office is closed on ${format.day(day)}${name ? ` (${name})` : ''}. ${
        opensMs === null
          ? 'It does not open again within a year.'
          : `It opens again ${format.instant(opensMs)}.`
      }`,
    'outside-hours': ({ day, hours }, format) =>
      `On ${format.day(day)} the office is open ${hoursInWords(hours, format)}. Choose a time within these hours.`,
    blackout: ({ why, untilMs }, format) =>
      `No bookings then: ${why}. Until ${format.instant(untilMs)}. Choose another time or another machine.`,
    'season-ends-before-it-starts': ({ name }) =>
      `"${name}" ends before it begins. Choose a last day that is not before the first.`,
    'seasons-overlap': ({ name, other, otherTo }, format) =>
      `"${name}" begins before "${other}" has ended on ${format.day(otherTo)}. A day has the hours of one season: choose other days.`,
    'no-holiday': ({ day }, format) => `${format.day(day)} is no holiday, so there is nothing to remove.`,
  },
  fil: {
    'never-open': () => 'Sa ganitong oras, hindi kailanman bukas ang opisina. Pumili ng kahit isang araw.',
    closed: ({ day, name, opensMs }, format) =>
      `Sarado ang opisina sa ${format.day(day)}${name ? ` (${name})` : ''}. ${
        opensMs === null
          ? 'Hindi ito magbubukas ulit sa loob ng isang taon.'
          : `Magbubukas ulit ito sa ${format.instant(opensMs)}.`
      }`,
    'outside-hours': ({ day, hours }, format) =>
      `Sa ${format.day(day)}, bukas ang opisina nang ${hoursInWords(hours, format)}. Pumili ng oras na sakop nito.`,
    blackout: ({ why, untilMs }, format) =>
      `Walang booking sa panahong ito: ${why}. Hanggang ${format.instant(untilMs)}. Pumili ng ibang oras o ibang makina.`,
    'season-ends-before-it-starts': ({ name }) =>
      `Nagtatapos ang "${name}" bago ito magsimula. Pumili ng huling araw na hindi mas maaga sa una.`,
    'seasons-overlap': ({ name, other, otherTo }, format) =>
      `Magsisimula ang "${name}" bago matapos ang "${other}" sa ${format.day(otherTo)}. Isang panahon lang ang may oras sa bawat araw: pumili ng ibang araw.`,
    'no-holiday': ({ day }, format) => `Hindi holiday ang ${format.day(day)}, kaya walang aalisin.`,
  },
}
