import { folded } from '#booking/finding/text'

/** The suggestions that contain the text, those that begin with it first, without the text itself. */
export function suggestedFor(suggestions: readonly string[], text: string): string[] {
  const wanted = folded(text)
  const found = suggestions.filter(one => one !== text && folded(one).includes(wanted))
  return [...found.filter(one => continues(one, text)), ...found.filter(one => !continues(one, text))]
}

/** Whether the suggestion goes on from the text, so that Enter may take it. */
export function continues(suggestion: string | undefined, text: string): boolean {
  const wanted = folded(text)
  return suggestion !== undefined && wanted !== '' && folded(suggestion).startsWith(wanted)
}
