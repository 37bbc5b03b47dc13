import type { Reason, Refusal, RefusalOf } from '#booking/refusal'
import type { Format } from './format.ts'
import type { Language } from './language.ts'
import { refusalsInEnglish } from './refusals-en.ts'
import { refusalsInFilipino } from './refusals-fil.ts'

/** A sentence for every reason there is; a missing one does not compile. */
export type RefusalSentences = { readonly [R in Reason]: (refusal: RefusalOf<R>, format: Format) => string }

const SENTENCES: { readonly [L in Language]: RefusalSentences } = {
  en: refusalsInEnglish,
  fil: refusalsInFilipino,
}

/** Who has it, when, whom to ask, and what to do next. */
export function refusalSentence(refusal: Refusal, format: Format): string {
  const sentences = SENTENCES[format.language] as Record<string, (refusal: Refusal, format: Format) => string>
  const sentence = sentences[refusal.reason]
  // An office of another version may know reasons that this window does not.
  return sentence ? sentence(refusal, format) : refusal.reason
}
