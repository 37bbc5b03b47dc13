import { folded, wordsOf } from '#booking/finding/text'

export type Choice = { value: string; label: string; note?: string }

/**
 * The choices that contain the text or have words that begin with its words: "tr 2" finds "Tractor 2". Those that
 * begin with it come first: "Tractor 1" before "Hand Tractor 1".
 */
export function found(choices: readonly Choice[], text: string): Choice[] {
  const ranked = choices.map(choice => ({ choice, rank: rankOf(choice, text) }))
  return ranked
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => a.rank! - b.rank!)
    .map(({ choice }) => choice)
}

/**
 * The choice that a text means: the only one with exactly this name, otherwise the only one that it finds.
 * @param finds whether the text finds a choice that was searched elsewhere
 */
export function meant(choices: readonly Choice[], text: string, finds?: Finds): Choice | undefined {
  const named = choices.filter(choice => isNamed(choice, text))
  if (named.length > 0) return named.length === 1 ? named[0] : undefined
  const [only, ...others] = matching(choices, text, finds)
  return others.length === 0 ? only : undefined
}

/** The choices that a text finds, without those that only come close to it. None if there is no text. */
export function matching(
  choices: readonly Choice[],
  text: string,
  finds: Finds = (choice, said) => rankOf(choice, said) !== null,
): Choice[] {
  return text.trim() === '' ? [] : choices.filter(choice => finds(choice, text))
}

type Finds = (choice: Choice, text: string) => boolean

/** Null: not found. */
function rankOf(choice: Choice, text: string): number | null {
  const label = folded(choice.label)
  const words = wordsOf(text)
  const wanted = words.join(' ')
  if (label.startsWith(wanted)) return 0
  const parts = label.split(' ')
  if (wordsBegin(words, parts)) return parts[0]?.startsWith(words[0] ?? '') ? 1 : 2
  return label.includes(wanted) || folded(choice.note ?? '').includes(wanted) ? 2 : null
}

/** Whether each word begins another part, in this order. */
function wordsBegin(words: readonly string[], parts: readonly string[]): boolean {
  let at = 0
  return words.every(word => {
    const next = parts.findIndex((part, index) => index >= at && part.startsWith(word))
    at = next + 1
    return next >= 0
  })
}

/** Whether the text is the choice's label, or the name before the number: "Niña Abad" in "Niña Abad · S-001". */
function isNamed(choice: Choice, text: string): boolean {
  const wanted = folded(text)
  const label = folded(choice.label)
  return label === wanted || label.split(' · ')[0] === wanted
}
