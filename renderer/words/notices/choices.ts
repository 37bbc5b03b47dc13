import type { NoticeKind } from '#booking/notices/kinds'
import { words, wordsFor } from '../words.ts'

export const choiceWords = words('notice-choices', {
  en: {
    title: 'Which notices',
    explain: 'For each kind, choose where you want it. This is for you alone, on every computer.',
    kind: 'Notice',
    bell: 'Bell',
    desktop: 'Desktop',
    desktopOff: 'New notices can also be shown on the desktop of this computer, while Araro is open.',
    show: 'Show notices on the desktop',
    desktopOn: 'New notices are shown on the desktop of this computer while Araro is open.',
    stop: 'Stop showing them',
    blocked:
      'This browser blocks notices on the desktop. Allow notifications for this address in the browser’s settings, and reload the page.',
    unsupported: 'This browser cannot show notices on the desktop. They are on the bell.',
  },
  fil: {
    title: 'Aling mga abiso',
    explain: 'Sa bawat uri, piliin kung saan mo ito gusto. Para sa iyo lang ito, sa lahat ng computer.',
    kind: 'Abiso',
    bell: 'Kampanilya',
    desktop: 'Desktop',
    desktopOff:
      'Puwede ring ipakita ang mga bagong abiso sa desktop ng computer na ito habang bukas ang Araro.',
    show: 'Ipakita ang mga abiso sa desktop',
    desktopOn: 'Ipinapakita ang mga bagong abiso sa desktop ng computer na ito habang bukas ang Araro.',
    stop: 'Huwag nang ipakita',
    blocked:
      'Hinaharang ng browser na ito ang mga abiso sa desktop. Payagan ang notifications para sa address na ito sa settings ng browser, at i-reload ang pahina.',
    unsupported:
      'Hindi kaya ng browser na ito na magpakita ng abiso sa desktop. Nasa kampanilya ang mga ito.',
  },
})

/** What each kind of notice is called. */
export const noticeKindNames = wordsFor<NoticeKind>('notice-kinds', {
  en: {
    requested: 'A booking was requested',
    approved: 'My request was approved',
    rejected: 'My request was rejected',
    cancelled: 'A booking was cancelled',
    moved: 'A booking was moved',
    corrected: 'A booking was corrected',
    extension: 'A booking was extended',
    'no-show': 'A member did not come',
    'came-back-broken': 'A machine came back broken',
    hit: 'A promise cannot be kept for now',
    displaced: 'A booking lost its time to a repair',
    undone: 'A step was undone',
    'due-tomorrow': 'Due back tomorrow',
    overdue: 'Overdue',
    conflict: 'A conflict was found',
    'maintenance-due': 'Maintenance is due',
    'paper-expiring': 'A paper expires soon',
    'paper-expired': 'A paper has expired',
    'moved-up': 'Somebody moved up in a session',
    'nearly-full': 'A session is nearly full',
    'session-cancelled': 'A session was cancelled',
    'session-moved': 'A session was moved',
    offer: 'Free for somebody on the waiting list',
  },
  fil: {
    requested: 'May humiling ng booking',
    approved: 'Naaprubahan ang hiling ko',
    rejected: 'Tinanggihan ang hiling ko',
    cancelled: 'May kinanselang booking',
    moved: 'May inilipat na booking',
    corrected: 'May itinamang booking',
    extension: 'May pinahabang booking',
    'no-show': 'May kasaping hindi sumipot',
    'came-back-broken': 'May makinang bumalik na sira',
    hit: 'May pangakong hindi muna matutupad',
    displaced: 'May booking na nawalan ng oras dahil sa pag-aayos',
    undone: 'May binawing hakbang',
    'due-tomorrow': 'Bukas ang takdang balik',
    overdue: 'Lampas na sa takda',
    conflict: 'May nakitang banggaan',
    'maintenance-due': 'Kailangan na ng maintenance',
    'paper-expiring': 'May papeles na malapit nang mapaso',
    'paper-expired': 'May papeles na paso na',
    'moved-up': 'May umusad sa session',
    'nearly-full': 'Halos puno na ang session',
    'session-cancelled': 'May kinanselang session',
    'session-moved': 'May inilipat na session',
    offer: 'May bakante para sa nasa listahan ng naghihintay',
  },
})
