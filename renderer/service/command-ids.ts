/** Decides which commandId a press of a button carries. */
export type CommandIds = {
  /** The id for these args: the same again only while nobody knows what became of them. */
  idFor(args: unknown): string
  /** An answer came, or it is certain that nothing was done. */
  answered(): void
}

/**
 * A new id for each press once an answer came back, so that the same wish on another day is another booking. While the
 * answer is unknown the next press of the same thing carries the same id, so that what was booked before the cable was
 * pulled is not booked twice; other args are another wish.
 */
export function commandIds(newId: () => string): CommandIds {
  let unanswered: { id: string; args: string } | null = null
  return {
    idFor(args) {
      const text = JSON.stringify(args)
      if (unanswered?.args !== text) unanswered = { id: newId(), args: text }
      return unanswered.id
    },
    answered() {
      unanswered = null
    },
  }
}
