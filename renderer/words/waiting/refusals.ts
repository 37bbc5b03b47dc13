import type { WaitingRefusal } from '#booking/waiting/refusals'
import type { OfferStatus } from '#booking/waiting/status'
import type { SentencesFor } from '../sentences.ts'

const BECAUSE: { readonly [L in 'en' | 'fil']: { readonly [S in OfferStatus]: string } } = {
  en: {
    running: 'it changed meanwhile',
    taken: 'somebody took it already',
    declined: 'it was declined',
    lapsed: 'it was not taken in time and went on to the next',
    withdrawn: 'the member was taken off the list',
  },
  fil: {
    running: 'nagbago ito',
    taken: 'may kumuha na nito',
    declined: 'tinanggihan ito',
    lapsed: 'hindi ito kinuha sa oras at napunta na sa kasunod',
    withdrawn: 'inalis na sa listahan ang kasapi',
  },
}

export const waitingRefusals: SentencesFor<WaitingRefusal> = {
  en: {
    'waiting-already': ({ memberName }) =>
      `${memberName} is on the waiting list for this and for these days already. Choose other days, or leave it as it is.`,
    'offer-over': ({ status }) => `This offer is over: ${BECAUSE.en[status]}. The list shows how it is now.`,
  },
  fil: {
    'waiting-already': ({ memberName }) =>
      `Nasa listahan na ng naghihintay si ${memberName} para dito at sa mga araw na ito. Pumili ng ibang araw, o hayaan na lang.`,
    'offer-over': ({ status }) =>
      `Tapos na ang alok na ito: ${BECAUSE.fil[status]}. Makikita sa listahan kung ano na ngayon.`,
  },
}
