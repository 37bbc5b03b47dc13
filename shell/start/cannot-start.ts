/** Araro cannot start as requested. `sentence` tells the user what is wrong, where, and what to do. */
export class CannotStart extends Error {
  readonly sentence: string

  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'CannotStart'
    this.sentence = sentence
  }
}

/** The sentence for the user, of an error that has one: `CannotStart`, or `CannotOpen` from `db/`. */
export function sentenceOf(error: unknown): string | undefined {
  const sentence = error instanceof Error && 'sentence' in error ? error.sentence : undefined
  return typeof sentence === 'string' ? sentence : undefined
}

/** The operating system's code for a failed operation, such as `EACCES`; '' if there is none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
