import type { NoticeKind } from '#booking/notices/kinds'
import { wordsFor } from '../words.ts'

/** The sentence of each kind of notice about a booking: who did it (`by`), and whose booking it is (`member`). */
export const bookingNotices = wordsFor<NoticeKind<'booking'>>('booking-notices', {
  en: {
    requested: '{{by}} requested a booking for {{member}}.',
    approved: '{{by}} approved the booking of {{member}}.',
    rejected: '{{by}} rejected the booking of {{member}}.',
    cancelled: '{{by}} cancelled the booking of {{member}}.',
    moved: '{{by}} moved the booking of {{member}}.',
    corrected: '{{by}} corrected the booking of {{member}}.',
    extension: '{{by}} extended the booking of {{member}}.',
    'no-show': '{{by}} marked the booking of {{member}} as a no-show.',
    undone: '{{by}} undid a step on the booking of {{member}}.',
    'came-back-broken': '{{by}} took the machine back from {{member}}: something is broken.',
    hit: 'The booking of {{member}} cannot be kept for now: the machine is not back, or is under repair.',
    displaced: '{{by}} put the machine under repair; the booking of {{member}} lost its time.',
    'due-tomorrow': 'The machine is due back from {{member}} tomorrow.',
    overdue: '{{member}} has not brought the machine back in time.',
  },
  fil: {
    requested: 'Humiling si {{by}} ng booking para kay {{member}}.',
    approved: 'Inaprubahan ni {{by}} ang booking ni {{member}}.',
    rejected: 'Tinanggihan ni {{by}} ang booking ni {{member}}.',
    cancelled: 'Kinansela ni {{by}} ang booking ni {{member}}.',
    moved: 'Inilipat ni {{by}} ang booking ni {{member}}.',
    corrected: 'Itinama ni {{by}} ang booking ni {{member}}.',
    extension: 'Pinahaba ni {{by}} ang booking ni {{member}}.',
    'no-show': 'Itinala ni {{by}} na hindi sumipot si {{member}}.',
    undone: 'Binawi ni {{by}} ang ginawa sa booking ni {{member}}.',
    'came-back-broken': 'Tinanggap ni {{by}} ang makina mula kay {{member}}: may sira ito.',
    hit: 'Hindi muna matutupad ang booking ni {{member}}: hindi pa naisasauli ang makina, o inaayos ito.',
    displaced: 'Ipinaayos ni {{by}} ang makina; nawalan ng oras ang booking ni {{member}}.',
    'due-tomorrow': 'Bukas ang takdang balik ng makina mula kay {{member}}.',
    overdue: 'Hindi naibalik ni {{member}} ang makina sa takdang oras.',
  },
})
