import type { Refusal } from '#booking/refusal'
import type { Format } from './format.ts'
import type { Language } from './language.ts'
import type { RefusalSentences } from './refusal-sentences.ts'
import { refusalsInEnglish } from './refusals-en.ts'
import { refusalsInFilipino } from './refusals-fil.ts'

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
