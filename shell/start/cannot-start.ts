/** Araro cannot be started as it was asked. `sentence` is for people: what, where, and what to do. */
export class CannotStart extends Error {
  readonly sentence: string

  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'CannotStart'
    this.sentence = sentence
  }
}

/** The plain words of an error that has some: `CannotStart` here, `CannotOpen` of the desk. */
export function sentenceOf(error: unknown): string | undefined {
  const sentence = error instanceof Error && 'sentence' in error ? error.sentence : undefined
  return typeof sentence === 'string' ? sentence : undefined
}

/** What the operating system says of a file operation, such as `EACCES`. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
