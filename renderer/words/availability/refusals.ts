import type { AvailabilityRefusal } from '#booking/availability/refusals'
import type { BookingInTheWay } from '#booking/in-the-way'
import { bookingIs } from '../bookings/statuses.ts'
import { expectedInWords } from '../expected.ts'
import { maintenanceKindIs } from '../maintenance/kinds.ts'
import type { SentencesFor } from '../sentences.ts'
import { unitsTakenBy } from './in-the-way.ts'

export const availabilityRefusals: SentencesFor<AvailabilityRefusal> = {
  en: {
    'already-booked': ({ by }, f) =>
      `Already booked by ${by.memberName}, ${f.period(by.period)} (${bookingIs.en[by.status]}). ${ask(by)} Choose another time or machine.`,
    'on-hold': ({ by }, f) =>
      by.offeredTo
        ? `Offered to ${by.offeredTo} from the waiting list, ${f.period(by.period)}; held until ${f.instant(by.expiresMs)}. Choose another time or machine.`
        : `${by.userName} is filling in a booking for ${f.period(by.period)} right now. The time is held until ${f.time(by.expiresMs)} at the latest; ask ${by.userName}, or choose another time.`,
    'in-maintenance': ({ by }, f) =>
      `${by.openEnded ? `Under repair since ${f.instant(by.startMs)} and not expected to be ready before ${expectedInWords(by.endMs, f)}` : `In maintenance, ${f.period(by.period)}`}: ${maintenanceKindIs.en[by.maintenanceKind]}${by.note ? ` (${by.note})` : ''}. Choose another time or machine, or ask a manager.`,
    'taken-by-session': ({ by }, f) =>
      `Taken by the session “${by.title}”, ${f.period(by.period)}. Ask ${by.organizerName}, who holds it, or choose another time or machine.`,
    'taken-by-batch': ({ by }, f) =>
      `Taken by a batch with ${f.number(by.sacks)} of ${f.number(by.capacity)} sacks, ${f.period(by.period)}${by.openEnded ? ', and after that until it is dry' : ''}. ${by.enteredBy ? `Ask ${by.enteredBy}, who opened it; add` : 'Add'} the sacks to the batch, or choose another time or machine.`,
    'over-capacity': ({ capacity, free, units, by }, f) =>
      units > capacity
        ? `You asked for ${f.number(units)}, but at most ${f.number(capacity)} fit at once. Ask for fewer.`
        : `You asked for ${f.number(units)}, but ${free === 0 ? 'none' : `only ${f.number(free)}`} of ${f.number(capacity)} ${free <= 1 ? 'is' : 'are'} free then.${unitsTakenBy(by, f)} ${free === 0 ? 'Choose' : 'Ask for fewer, or choose'} another time.`,
    overdue: ({ by, expectedBackMs }, f) =>
      `Still out with ${by.memberName}, due back ${by.period.kind === 'days' ? `on ${f.day(by.period.to)}` : `on ${f.instant(by.endMs)}`}; not expected before ${expectedInWords(expectedBackMs, f)}. ${ask(by)} Choose a later time or another machine.`,
  },
  fil: {
    'already-booked': ({ by }, f) =>
      `Naka-book na kay ${by.memberName}, ${f.period(by.period)} (${bookingIs.fil[by.status]}). ${askInFilipino(by)} Pumili ng ibang petsa o makina.`,
    'on-hold': ({ by }, f) =>
      by.offeredTo
        ? `Inialok kay ${by.offeredTo} mula sa listahan ng naghihintay, ${f.period(by.period)}; nakareserba hanggang ${f.instant(by.expiresMs)}. Pumili ng ibang petsa o makina.`
        : `Pinupunan ngayon ni ${by.userName} ang booking para sa ${f.period(by.period)}. Nakareserba ito hanggang ${f.time(by.expiresMs)}; tanungin si ${by.userName}, o pumili ng ibang petsa.`,
    'in-maintenance': ({ by }, f) =>
      `${by.openEnded ? `Inaayos mula pa ${f.instant(by.startMs)} at hindi pa inaasahang handa bago ang ${expectedInWords(by.endMs, f)}` : `Inaayos, ${f.period(by.period)}`}: ${maintenanceKindIs.fil[by.maintenanceKind]}${by.note ? ` (${by.note})` : ''}. Pumili ng ibang petsa o makina, o magtanong sa tagapamahala.`,
    'taken-by-session': ({ by }, f) =>
      `Gamit sa sesyong “${by.title}”, ${f.period(by.period)}. Tanungin si ${by.organizerName} na nag-oorganisa nito, o pumili ng ibang petsa o makina.`,
    'taken-by-batch': ({ by }, f) =>
      `Gamit sa isang salang na may ${f.number(by.sacks)} sa ${f.number(by.capacity)} sako, ${f.period(by.period)}${by.openEnded ? ', at hanggang matuyo pagkatapos noon' : ''}. ${by.enteredBy ? `Tanungin si ${by.enteredBy} na nagbukas nito; idagdag` : 'Idagdag'} ang mga sako sa salang, o pumili ng ibang petsa o makina.`,
    'over-capacity': ({ capacity, free, units, by }, f) =>
      units > capacity
        ? `${f.number(units)} ang hinihingi, pero hanggang ${f.number(capacity)} lang ang kasya. Bawasan.`
        : `${f.number(units)} ang hinihingi, pero ${free === 0 ? `wala nang bakante sa ${f.number(capacity)}` : `${f.number(free)} na lang sa ${f.number(capacity)} ang bakante`}.${unitsTakenBy(by, f)} ${free === 0 ? 'Pumili' : 'Bawasan o pumili'} ng ibang oras.`,
    overdue: ({ by, expectedBackMs }, f) =>
      `Na kay ${by.memberName} pa at ang takdang balik ay ${by.period.kind === 'days' ? f.day(by.period.to) : f.instant(by.endMs)}; hindi pa inaasahan bago ang ${expectedInWords(expectedBackMs, f)}. ${askInFilipino(by)} Pumili ng mas huling petsa o ibang makina.`,
  },
}

function ask({ memberName, memberPhone, enteredBy }: BookingInTheWay): string {
  return `Ask ${memberName}${memberPhone ? ` (${memberPhone})` : ''} or ${enteredBy}, who entered it.`
}

function askInFilipino({ memberName, memberPhone, enteredBy }: BookingInTheWay): string {
  return `Tanungin si ${memberName}${memberPhone ? ` (${memberPhone})` : ''} o si ${enteredBy} na nagpasok nito.`
}
