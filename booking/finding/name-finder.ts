import { folded, isOneTypoFromStart, wordsOf } from './text.ts'

/** How well a text finds a name: the lower, the better. */
export const RANK = { begins: 0, words: 1, inside: 2, typo: 3 } as const

/** Shorter words, and those with a digit, must be right: "Tractor 2" is not "Tractor 3". */
const SHORTEST_MISSPELLED = 4

/**
 * Tells how a text finds a name (F6): the name begins with it, its words begin with those of the text in any order,
 * they are inside it, or they are after one typo in each. Case and diacritics do not count. Null: not at all.
 */
export function nameFinder(text: string): (name: string) => number | null {
  const words = wordsOf(text)
  const whole = words.join(' ')
  const mayBeWrong = (word: string) => word.length >= SHORTEST_MISSPELLED && !/\d/.test(word)
  return name => {
    if (words.length === 0) return null
    const known = folded(name)
    if (known.startsWith(whole)) return RANK.begins
    const parts = known.split(/[^\p{L}\p{N}]+/u)
    if (words.every(word => parts.some(part => part.startsWith(word)))) return RANK.words
    if (words.every(word => known.includes(word))) return RANK.inside
    const close = (word: string) => mayBeWrong(word) && parts.some(part => isOneTypoFromStart(word, part))
    return words.every(word => known.includes(word) || close(word)) ? RANK.typo : null
  }
}
