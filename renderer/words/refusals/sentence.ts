import type { Refusal } from '#booking/refusal'
import { availabilityRefusals } from '../availability/refusals.ts'
import { batchRefusals } from '../batches/refusals.ts'
import { bookingRefusals } from '../bookings/refusals.ts'
import type { Format } from '../format.ts'
import { hoursRefusals } from '../hours/refusals.ts'
import { machineRefusals } from '../machines/refusals.ts'
import { maintenanceRefusals } from '../maintenance/refusals.ts'
import { memberRefusals } from '../members/refusals.ts'
import { rateRefusals } from '../money/rates.ts'
import { paperRefusals } from '../papers/papers.ts'
import { paymentRefusals } from '../payments/refusals.ts'
import { quotaRefusals } from '../quotas/quotas.ts'
import type { SentencesFor } from '../sentences.ts'
import { sessionRefusals } from '../sessions/refusals.ts'
import { settingsRefusals } from '../settings/refusals.ts'
import { cannotUndo, undoRefusals } from '../undo/refusals.ts'
import { userRefusals } from '../users/refusals.ts'
import { waitingRefusals } from '../waiting/refusals.ts'
import { commonRefusals } from './common.ts'

const SENTENCES: SentencesFor<Refusal> = {
  en: {
    ...commonRefusals.en,
    ...availabilityRefusals.en,
    ...batchRefusals.en,
    ...bookingRefusals.en,
    ...hoursRefusals.en,
    ...machineRefusals.en,
    ...maintenanceRefusals.en,
    ...memberRefusals.en,
    ...paperRefusals.en,
    ...paymentRefusals.en,
    ...rateRefusals.en,
    ...quotaRefusals.en,
    ...sessionRefusals.en,
    ...settingsRefusals.en,
    ...undoRefusals.en,
    ...userRefusals.en,
    ...waitingRefusals.en,
  },
  fil: {
    ...commonRefusals.fil,
    ...availabilityRefusals.fil,
    ...batchRefusals.fil,
    ...bookingRefusals.fil,
    ...hoursRefusals.fil,
    ...machineRefusals.fil,
    ...maintenanceRefusals.fil,
    ...memberRefusals.fil,
    ...paperRefusals.fil,
    ...paymentRefusals.fil,
    ...rateRefusals.fil,
    ...quotaRefusals.fil,
    ...sessionRefusals.fil,
    ...settingsRefusals.fil,
    ...undoRefusals.fil,
    ...userRefusals.fil,
    ...waitingRefusals.fil,
  },
}

/** The sentence for a refusal: the reason, who is in the way and whom to ask, and what to do next. */
export function refusalSentence(refusal: Refusal, format: Format): string {
  if (refusal.reason === 'cannot-undo' && refusal.why === 'refused') {
    return `${cannotUndo[format.language]} ${refusalSentence(refusal.because, format)}`
  }
  const sentences = SENTENCES[format.language] as Record<string, (refusal: Refusal, format: Format) => string>
  const sentence = sentences[refusal.reason]
  // An office of another version may send reasons that this window does not know.
  return sentence ? sentence(refusal, format) : refusal.reason
}
