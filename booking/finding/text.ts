/** Text as searches compare it: lower case, without diacritics, ñ as n, with single spaces. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s,.]+/g, ' ')
    .trim()
}

export function wordsOf(text: string): string[] {
  const words = folded(text).split(' ')
  return words[0] === '' ? [] : words
}

/**
 * Whether `word` becomes the beginning of `candidate` by one change: a letter added, dropped or replaced, or two
 * swapped.
 */
export function isOneTypoFromStart(word: string, candidate: string): boolean {
  let at = 0
  while (at < word.length && word[at] === candidate[at]) at++
  if (at === word.length) return true
  const rest = word.slice(at)
  const other = candidate.slice(at)
  const added = other.startsWith(rest.slice(1))
  const missing = other.slice(1).startsWith(rest)
  const replaced = other.slice(1).startsWith(rest.slice(1))
  const swapped = rest[0] === other[1] && rest[1] === other[0] && other.slice(2).startsWith(rest.slice(2))
  return added || missing || replaced || swapped
}
