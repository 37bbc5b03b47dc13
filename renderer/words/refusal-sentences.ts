import type { Reason, RefusalOf } from '#booking/refusal'
import type { Format } from './format.ts'

/** A sentence for every reason there is; a missing one does not compile. */
export type RefusalSentences = { readonly [R in Reason]: (refusal: RefusalOf<R>, format: Format) => string }
