import { words } from '../words.ts'

export const noticeWords = words('notices', {
  en: {
    bell: 'Notices',
    bellUnread_one: 'Notices, {{count}} unread',
    bellUnread_other: 'Notices, {{count}} unread',
    title: 'Notices',
    allRead: 'Mark all as read',
    empty: 'No notices yet. Requests and decisions about bookings appear here.',
    emptyAction: 'Go to the bookings',
    unread: 'Unread',
    reason: 'Reason: {{reason}}',
    now: 'Now:',
    unknown: '{{by}} did something with {{title}} that this version of Araro does not know.',
  },
  fil: {
    bell: 'Mga abiso',
    bellUnread_one: 'Mga abiso, {{count}} hindi pa nabasa',
    bellUnread_other: 'Mga abiso, {{count}} hindi pa nabasa',
    title: 'Mga abiso',
    allRead: 'Markahang nabasa lahat',
    empty: 'Wala pang abiso. Lalabas dito ang mga hiling at pasya tungkol sa mga booking.',
    emptyAction: 'Pumunta sa mga booking',
    unread: 'Hindi pa nabasa',
    reason: 'Dahilan: {{reason}}',
    now: 'Ngayon:',
    unknown: 'May ginawa si {{by}} kay {{title}} na hindi kilala ng bersiyong ito ng Araro.',
  },
})
