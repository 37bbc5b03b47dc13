import { words } from '../words.ts'

/** The search for the first free time, in the booking form and in the palette. */
export const firstFreeWords = words('first-free', {
  en: {
    title: 'First free',
    find: 'Find the first free time',
    hide: 'Hide the first free times',
    which: 'Which machine',
    anyOf: 'Any {{type}}',
    only: 'Only {{machine}}',
    days: 'How many days',
    hours: 'How many hours',
    from: 'Starting from',
    fromToday: 'today, fri, 14, 12/31',
    none: 'Nothing is free for that long in the next three months.',
    freeTimes: 'The first free times',
  },
  fil: {
    title: 'Unang bakante',
    find: 'Hanapin ang unang bakante',
    hide: 'Itago ang mga unang bakante',
    which: 'Aling makina',
    anyOf: 'Kahit anong {{type}}',
    only: '{{machine}} lang',
    days: 'Ilang araw',
    hours: 'Ilang oras',
    from: 'Simula',
    fromToday: 'ngayon, biy, 14, 12/31',
    none: 'Walang bakante nang ganoon katagal sa susunod na tatlong buwan.',
    freeTimes: 'Ang mga unang bakante',
  },
})
