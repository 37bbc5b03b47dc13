import type { WaitingRefusal } from '#booking/waiting/refusals'
import type { OfferStatus } from '#booking/waiting/status'
import type { SentencesFor } from '../sentences.ts'

const BECAUSE: { readonly [L in 'en' | 'fil']: { readonly [S in OfferStatus]: string } } = {
  en: {
    running: 'it changed meanwhile',
    taken: 'somebody took it already',
    declined: 'it was declined',
    lapsed: 'it was not taken in time and went on to the next',
    withdrawn: 'it was withdrawn, because the member left the list or may not book now',
  },
  fil: {
    running: 'nagbago ito',
    taken: 'may kumuha na nito',
    declined: 'tinanggihan ito',
    lapsed: 'hindi ito kinuha sa oras at napunta na sa kasunod',
    withdrawn: 'binawi ito dahil wala na sa listahan ang kasapi o hindi muna siya puwedeng mag-book',
  },
}

export const waitingRefusals: SentencesFor<WaitingRefusal> = {
  en: {
    'waiting-already': ({ memberName }) =>
      `${memberName} is on the waiting list for this and for these days already. Choose other days, or leave it as it is.`,
    'not-moved-up': ({ memberName, before, why }) =>
      why === 'waits-no-more'
        ? `${before} does not wait any more. Choose another place for ${memberName}.`
        : memberName === before
          ? `${memberName} has this place already. Choose somebody who comes first.`
          : `${memberName} comes before ${before} already. Choose somebody who comes first.`,
    'offer-over': ({ status }) => `This offer is over: ${BECAUSE.en[status]}. The list shows how it is now.`,
  },
  fil: {
    'waiting-already': ({ memberName }) =>
      `Nasa listahan na ng naghihintay si ${memberName} para dito at sa mga araw na ito. Pumili ng ibang araw, o hayaan na lang.`,
    'not-moved-up': ({ memberName, before, why }) =>
      why === 'waits-no-more'
        ? `Hindi na naghihintay si ${before}. Pumili ng ibang lugar para kay ${memberName}.`
        : memberName === before
          ? `Nasa lugar na ito na si ${memberName}. Pumili ng mas nauuna sa kaniya.`
          : `Mas nauuna na si ${memberName} kay ${before}. Pumili ng mas nauuna sa kaniya.`,
    'offer-over': ({ status }) =>
      `Tapos na ang alok na ito: ${BECAUSE.fil[status]}. Makikita sa listahan kung ano na ngayon.`,
  },
}
