/** Chooses the commandId for each press of a button. */
export type CommandIds = {
  /** The id for these arguments. Repeated only while the outcome of the same arguments is unknown. */
  idFor(args: unknown): string
  /** The outcome is known: an answer arrived, or certainly nothing was done. */
  answered(): void
}

/**
 * Each press gets a new id, so that the same arguments can make a second booking later. Only if the last press got
 * no answer and the arguments are the same is its id sent again: the first attempt may have been saved, and the same
 * id is never carried out twice.
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
