import type { Refusal } from '#booking/refusal'
import type { Format } from './format.ts'
import type { Language } from './language.ts'

/** A sentence in each language for every reason. A missing one does not compile. */
export type SentencesFor<Some extends Refusal> = {
  readonly [L in Language]: {
    readonly [R in Some['reason']]: (refusal: Extract<Some, { reason: R }>, format: Format) => string
  }
}
