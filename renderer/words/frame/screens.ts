import type { ScreenName } from '../../navigation.ts'
import { wordsFor } from '../words.ts'

/** What each screen is called, in the navigation and wherever else it is named. */
export const screenNames = wordsFor<ScreenName>('screens', {
  en: {
    calendar: 'Calendar',
    approvals: 'Approvals',
    bookings: 'Bookings',
    machines: 'Machines',
    members: 'Members',
    maintenance: 'Maintenance',
    history: 'History',
    settings: 'Settings',
    help: 'Help',
  },
  fil: {
    calendar: 'Kalendaryo',
    approvals: 'Pag-apruba',
    bookings: 'Mga Booking',
    machines: 'Mga Makina',
    members: 'Mga Kasapi',
    maintenance: 'Maintenance',
    history: 'Kasaysayan',
    settings: 'Mga Setting',
    help: 'Tulong',
  },
})

/** What the help says of each screen. */
export const screenHelp = wordsFor<ScreenName>('screen-help', {
  en: {
    calendar:
      'One machine’s month, week, day or list. Click or drag over free time to book it; drag a booking to move it.',
    approvals:
      'Bookings that wait for a decision, with the member’s record and who has the machine before and after.',
    bookings:
      'All bookings as a list: those that wait, come up or are out, or every one. Select a row to see the booking and what can be done with it.',
    machines: 'Each machine’s status, rate, rules and photo, by type.',
    members: 'Find a member, see what they booked, verify or suspend them, or paste a whole list.',
    maintenance:
      'What is planned for which machine, and what was done. A machine cannot be booked meanwhile.',
    history: 'Who did what and when, with how it was before. Refused attempts are kept as well.',
    settings: 'The office’s name, its rules and its users, and how this window looks.',
    help: 'Answers that are there without a network.',
  },
  fil: {
    calendar:
      'Buwan, linggo, araw o listahan ng isang makina. Pindutin o hilahin ang bakanteng oras para mag-book; hilahin ang booking para ilipat.',
    approvals:
      'Mga booking na naghihintay ng pasya, kasama ang mga nakaraang booking ng kasapi at kung sino ang gagamit ng makina bago at pagkatapos.',
    bookings:
      'Listahan ng lahat ng booking: ang naghihintay, paparating o nasa labas, o ang lahat. Piliin ang hanay para makita ang booking at ang magagawa rito.',
    machines: 'Katayuan, singil, mga patakaran at litrato ng bawat makina, ayon sa uri.',
    members:
      'Maghanap ng kasapi, tingnan ang mga na-book niya, beripikahin o suspindihin siya, o mag-paste ng buong listahan.',
    maintenance:
      'Ano ang nakaplano sa aling makina, at ano ang nagawa na. Hindi maibo-book ang makina habang inaayos.',
    history: 'Sino ang gumawa ng ano at kailan, at kung ano ang dati. Naitatala rin ang mga hindi natuloy.',
    settings: 'Ang pangalan, mga patakaran at mga user ng opisina, at ang itsura ng bintanang ito.',
    help: 'Mga sagot na narito kahit walang network.',
  },
})
