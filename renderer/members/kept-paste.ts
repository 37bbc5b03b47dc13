let kept = ''

/** What was pasted and is not in the office yet; for this window, also after its panel was closed. */
export function keptPaste(): string {
  return kept
}

export function keepPaste(text: string): void {
  kept = text
}
