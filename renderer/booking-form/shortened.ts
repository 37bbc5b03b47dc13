/**
 * A text of at most `most` characters: of a longer one, its middle is left out, because names often differ at their
 * end ("… lot 1", "… lot 2").
 */
export function shortened(text: string, most: number): string {
  const characters = [...text]
  if (characters.length <= most) return text
  const kept = most - 1
  const first = Math.ceil(kept / 2)
  return `${characters.slice(0, first).join('').trimEnd()}…${characters
    .slice(characters.length - (kept - first))
    .join('')
    .trimStart()}`
}
