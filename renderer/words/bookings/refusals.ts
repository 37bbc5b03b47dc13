import type { BookingRefusal } from '#booking/bookings/refusals'
import type { SentencesFor } from '../sentences.ts'
import { somebodyAs } from '../users/roles.ts'
import { bookingIs } from './statuses.ts'

export const bookingRefusals: SentencesFor<BookingRefusal> = {
  en: {
    'in-the-past': () => 'That time has already passed. Choose one that is still to come.',
    'in-the-future': () => 'That time has not come yet. Enter when it really happened.',
    'too-soon': ({ minNoticeDays, earliestDay, walkInRoles }, f) =>
      `Book at least ${days(minNoticeDays)} ahead: ${f.day(earliestDay)} is the first day possible.${walkInRoles?.length ? ` A walk-in for today can be entered by ${walkInRoles.map(role => somebodyAs.en[role]).join(' or ')}.` : ''}`,
    'too-far-ahead': ({ horizonDays, latestDay }, f) =>
      `It may begin at most ${days(horizonDays)} ahead: ${f.day(latestDay)} is the last day possible.`,
    'too-long': ({ maxDays, days: asked }) =>
      `That is ${days(asked)}; at most ${days(maxDays)} can be booked at once. Choose an earlier end.`,
    'ends-before-it-starts': () => 'It ends before it starts. Correct the dates.',
    'wrong-period': ({ bookingMode }) =>
      bookingMode === 'days'
        ? 'This machine is booked by whole days.'
        : 'This machine is booked by clock time.',
    'too-many-holds': ({ most }) =>
      `You have ${most} forms open that keep a time. Close one of them; saving here works all the same.`,
    'keeps-its-start': ({ startMs, day }, f) =>
      `An extension changes only the end; this booking starts ${day ? f.day(day) : f.instant(startMs)}. Move it to change its start.`,
    'ends-no-later': ({ endMs, day }, f) =>
      `It ends ${day ? f.day(day) : f.instant(endMs)} already. Choose a later end.`,
    'not-started': ({ startMs }, f) => `Not before it was due to start, ${f.instant(startMs)}.`,
    'booking-over': ({ endMs }, f) =>
      `The booked time ended ${f.instant(endMs)}. Move the booking to a time that is still to come, then hand over.`,
    'before-request': ({ requestedMs }, f) =>
      `The booking was only entered ${f.instant(requestedMs)}. Enter when the machine really left.`,
    'before-hand-over': ({ handedOverMs }, f) =>
      `The machine only went out ${f.instant(handedOverMs)}. Enter when it really came back.`,
    'after-return': ({ returnedMs }, f) =>
      `The machine came back ${f.instant(returnedMs)}. It cannot have gone out after that.`,
    'not-recorded': ({ what }) =>
      what === 'hand-over'
        ? 'No hand-over is recorded for this booking, so there is nothing to correct.'
        : 'No return is recorded for this booking, so there is nothing to correct.',
    'not-a-picture': () => 'That file is no picture that can be kept. Choose a JPEG, PNG or WebP file.',
    'photo-too-large': ({ most }, f) =>
      `That photo is too large: at most ${f.number(most / 1000)} kB can be kept. Choose a smaller one.`,
    'too-many-photos': ({ most }) =>
      `You have kept ${most} photos that nothing shows yet. Save or discard a form with photos first.`,
    'photo-gone': () =>
      'One of the photos is not there any more, as it was chosen days ago. Remove the photos and choose them again.',
    'member-is-known': ({ status }) =>
      `The member can be changed only before the machine goes out; this booking is ${bookingIs.en[status]}. Add a note instead.`,
    'nothing-to-settle': () => 'Nothing is in the way of this booking any more: it can be kept.',
    'not-out': ({ status }) =>
      `Only a machine that is out can be expected back; this booking is ${bookingIs.en[status]}.`,
  },
  fil: {
    'in-the-past': () => 'Nakalipas na ang oras na iyan. Pumili ng darating pa.',
    'in-the-future': () => 'Hindi pa dumarating ang oras na iyan. Ilagay kung kailan talaga nangyari.',
    'too-soon': ({ minNoticeDays, earliestDay, walkInRoles }, f) =>
      `Mag-book nang hindi bababa sa ${minNoticeDays} araw bago gamitin: ${f.day(earliestDay)} ang pinakamaaga.${walkInRoles?.length ? ` Puwedeng magpasok ng walk-in para ngayong araw: ${walkInRoles.map(role => somebodyAs.fil[role]).join(' o ')}.` : ''}`,
    'too-far-ahead': ({ horizonDays, latestDay }, f) =>
      `Hanggang ${horizonDays} araw lang mula ngayon ang puwede: ${f.day(latestDay)} ang pinakahuli.`,
    'too-long': ({ maxDays, days: asked }) =>
      `${asked} araw iyan; hanggang ${maxDays} araw lang ang isang booking. Agahan ang huling araw.`,
    'ends-before-it-starts': () => 'Nauuna ang tapos kaysa simula. Itama ang mga petsa.',
    'wrong-period': ({ bookingMode }) =>
      bookingMode === 'days'
        ? 'Buong araw ang booking ng makinang ito.'
        : 'Oras ang booking ng makinang ito.',
    'too-many-holds': ({ most }) =>
      `May ${most} ka nang bukas na form na may nakalaang oras. Isara ang isa; puwede ka pa ring mag-save rito.`,
    'keeps-its-start': ({ startMs, day }, f) =>
      `Katapusan lang ang napapalitan sa pagpapahaba; ${day ? f.day(day) : f.instant(startMs)} ang simula ng booking na ito. Ilipat ito para mapalitan ang simula.`,
    'ends-no-later': ({ endMs, day }, f) =>
      `${day ? f.day(day) : f.instant(endMs)} na ang katapusan nito. Pumili ng mas huli.`,
    'not-started': ({ startMs }, f) => `Hindi pa puwede bago ang takdang simula, ${f.instant(startMs)}.`,
    'booking-over': ({ endMs }, f) =>
      `Natapos na ang oras ng booking noong ${f.instant(endMs)}. Ilipat muna ito sa darating pang oras, saka ilabas.`,
    'before-request': ({ requestedMs }, f) =>
      `Noong ${f.instant(requestedMs)} lang naipasok ang booking. Ilagay kung kailan talaga umalis ang makina.`,
    'before-hand-over': ({ handedOverMs }, f) =>
      `Noong ${f.instant(handedOverMs)} lang umalis ang makina. Ilagay kung kailan talaga ito bumalik.`,
    'after-return': ({ returnedMs }, f) =>
      `Bumalik ang makina noong ${f.instant(returnedMs)}. Hindi ito maaaring umalis pagkatapos noon.`,
    'not-recorded': ({ what }) =>
      what === 'hand-over'
        ? 'Walang nakatalang paglabas sa booking na ito, kaya walang itatama.'
        : 'Walang nakatalang pagsauli sa booking na ito, kaya walang itatama.',
    'not-a-picture': () => 'Hindi litrato ang file na iyan. Pumili ng JPEG, PNG o WebP.',
    'photo-too-large': ({ most }, f) =>
      `Masyadong malaki ang litratong iyan: hanggang ${f.number(most / 1000)} kB lang. Pumili ng mas maliit.`,
    'too-many-photos': ({ most }) =>
      `May ${most} ka nang litratong hindi pa nagagamit. I-save o burahin muna ang isang form na may litrato.`,
    'photo-gone': () =>
      'Wala na ang isa sa mga litrato dahil ilang araw na itong pinili. Alisin ang mga litrato at piliin ulit.',
    'member-is-known': ({ status }) =>
      `Mapapalitan lang ang kasapi bago umalis ang makina; ${bookingIs.fil[status]} na ang booking na ito. Magdagdag na lang ng tala.`,
    'nothing-to-settle': () => 'Wala nang sagabal sa booking na ito: matutupad na ito.',
    'not-out': ({ status }) =>
      `Ang makinang nasa labas lang ang maaasahang babalik; ${bookingIs.fil[status]} ang booking na ito.`,
  },
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}
