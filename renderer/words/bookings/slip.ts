import { words } from '../words.ts'

/** Words of the slip that goes with a machine, on paper. */
export const slipWords = words('slip', {
  en: {
    print: 'Print slip',
    booking: 'Booking slip',
    out: 'Hand-over slip',
    back: 'Return slip',
    machine: 'Machine',
    period: 'Booked',
    due: 'Due back',
    noReceipt: 'This is no receipt.',
    printed: 'Printed {{when}}',
    forMember: 'Member',
    forOffice: 'For the cooperative',
  },
  fil: {
    print: 'I-print ang slip',
    booking: 'Slip ng booking',
    out: 'Slip ng paglabas',
    back: 'Slip ng pagsauli',
    machine: 'Makina',
    period: 'Naka-book',
    due: 'Dapat ibalik',
    noReceipt: 'Hindi ito resibo.',
    printed: 'Na-print {{when}}',
    forMember: 'Kasapi',
    forOffice: 'Para sa kooperatiba',
  },
})
