import type { Group, ScreenName } from '../../navigation.ts'
import { wordsFor } from '../words.ts'

/** The name of each screen, as in the navigation. */
export const screenNames = wordsFor<ScreenName>('screens', {
  en: {
    today: 'Today',
    board: 'Board',
    calendar: 'Calendar',
    approvals: 'Approvals',
    settle: 'To settle',
    bookings: 'Bookings',
    waiting: 'Waiting list',
    sessions: 'Sessions',
    batches: 'Batches',
    payments: 'Payments',
    machines: 'Machines',
    members: 'Members',
    maintenance: 'Maintenance',
    history: 'History',
    settings: 'Settings',
    help: 'Help',
  },
  fil: {
    today: 'Ngayong araw',
    board: 'Board',
    calendar: 'Kalendaryo',
    approvals: 'Pag-apruba',
    settle: 'Aayusin',
    bookings: 'Mga Booking',
    waiting: 'Naghihintay',
    sessions: 'Mga Sesyon',
    batches: 'Mga Salang',
    payments: 'Mga Bayad',
    machines: 'Mga Makina',
    members: 'Mga Kasapi',
    maintenance: 'Maintenance',
    history: 'Kasaysayan',
    settings: 'Mga Setting',
    help: 'Tulong',
  },
})

/** The groups of screens in the navigation. The first has no name, and the last is the user's menu. */
export const groupNames = wordsFor<Exclude<Group, 'first' | 'user'>>('screen-groups', {
  en: { work: 'Work', records: 'Records', office: 'Office' },
  fil: { work: 'Gawain', records: 'Talaan', office: 'Opisina' },
})

/** The help's description of each screen. */
export const screenHelp = wordsFor<ScreenName>('screen-help', {
  en: {
    today:
      'What goes out and comes back, what is overdue, what is free and what is down. It prints as the day sheet.',
    board:
      'All machines and what is on them, by days or by the hours of one. Click or drag over free time to book it; drag a booking, or an edge of it, to move it.',
    calendar:
      'One machine’s month, week, day or list. Click or drag over free time to book it; drag a booking to move it.',
    approvals:
      'Bookings that are waiting for approval, with the member’s earlier bookings and who has the machine before and after.',
    settle:
      'Promises that cannot be kept for now, because the machine is not back or broke down: whom to call, and what is free instead.',
    bookings:
      'A list of bookings: pending, upcoming, in use, or all of them. Select a row to see a booking and what can be done with it.',
    waiting:
      'Who waits for a machine when nothing is free, in turn. What becomes free is held and offered to the first: call the member and take the offer, or decline it.',
    sessions:
      'Training days, milling days and other meetings with places: who has a place, who waits for one, and who came. A session takes its machines whole.',
    batches:
      'Runs of a dryer or a mill with several members’ sacks: how full they are, what was weighed, and until when they dry. A batch takes its machine whole.',
    payments:
      'What members paid, with the numbers of their receipts, and who owes for how long. A payment that is wrong is reversed, never deleted.',
    machines: 'Each machine’s status, rate, rules and photo, by type.',
    members: 'Find a member, see what they booked, verify or suspend them, or paste a whole list.',
    maintenance:
      'Planned and finished maintenance of the machines. A machine cannot be booked during its maintenance.',
    history: 'Who did what and when, with the values before and after. Refused attempts are kept too.',
    settings: 'The cooperative’s name, rules and users, and the appearance of this window.',
    help: 'Answers to common questions. Works without a network.',
  },
  fil: {
    today:
      'Ang lalabas at babalik, ang lampas na sa takda, ang bakante at ang inaayos. Napi-print bilang listahan ng araw.',
    board:
      'Lahat ng makina at kung ano ang naka-book sa bawat isa, ayon sa araw o sa oras ng isang araw. Pindutin o hilahin ang bakanteng oras para mag-book; hilahin ang booking o ang dulo nito para ilipat.',
    calendar:
      'Buwan, linggo, araw o listahan ng isang makina. Pindutin o hilahin ang bakanteng oras para mag-book; hilahin ang booking para ilipat.',
    approvals:
      'Mga booking na naghihintay ng pasya, kasama ang mga nakaraang booking ng kasapi at kung sino ang gagamit ng makina bago at pagkatapos.',
    settle:
      'Mga pangakong hindi muna matutupad dahil hindi pa naisasauli o nasira ang makina: kung sino ang tatawagan, at kung ano ang bakanteng kapalit.',
    bookings:
      'Listahan ng lahat ng booking: ang naghihintay, paparating o nasa labas, o ang lahat. Piliin ang hanay para makita ang booking at ang magagawa rito.',
    waiting:
      'Sino ang naghihintay ng makina kapag walang bakante, ayon sa pila. Ang nabakante ay irereserba at iaalok sa una: tawagan ang kasapi at kunin o tanggihan ang alok.',
    sessions:
      'Mga pagsasanay, araw ng paggiling at iba pang pagtitipon na may mga puwesto: sino ang may puwesto, sino ang naghihintay, at sino ang dumating. Buong makina ang kinukuha ng sesyon.',
    batches:
      'Mga takbo ng dryer o gilingan na may sako ng ilang kasapi: gaano na kapuno, ano ang natimbang, at hanggang kailan magpapatuyo. Buong makina ang kinukuha ng salang.',
    payments:
      'Mga bayad ng mga kasapi kasama ang numero ng resibo, at kung sino ang may utang at gaano na katagal. Ang maling bayad ay binabaligtad at hindi binubura.',
    machines: 'Katayuan, singil, mga patakaran at litrato ng bawat makina, ayon sa uri.',
    members:
      'Maghanap ng kasapi, tingnan ang mga na-book niya, beripikahin o suspindihin siya, o mag-paste ng buong listahan.',
    maintenance:
      'Ang nakaplano at natapos na maintenance ng mga makina. Hindi maibo-book ang makina habang inaayos.',
    history:
      'Sino ang gumawa ng ano at kailan, at ano ang dati at ang bago. Naitatala rin ang mga hindi natuloy.',
    settings: 'Ang pangalan, mga patakaran at mga user ng kooperatiba, at ang itsura ng bintanang ito.',
    help: 'Mga sagot sa karaniwang tanong. Gumagana kahit walang network.',
  },
})
