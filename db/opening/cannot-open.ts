import { storageTrouble } from '../storage-errors.ts'

/** The office's file cannot be used. The message is a plain sentence for people: what, where, what to do. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen'

  get sentence(): string {
    return this.message
  }
}

/** The sentence for an error met while opening. */
export function sentenceFor(error: unknown, path: string): string {
  switch (storageTrouble(error)) {
    case 'damaged':
      return `${path} is not a database, or is damaged. Put the newest good copy from the folder "copies" beside it in its place, or choose another data folder; nothing was changed.`
    case 'full':
      return `The disk that holds ${path} is full. Free some space and start again; nothing was lost.`
    case 'read-only':
      return `${path} cannot be written to. Give your user the right to write in that folder, or choose another with --data.`
    case 'busy':
      return `${path} is being used by another program. Close that one and start again.`
    case 'failing':
      return `The disk that holds ${path} cannot be read or written. Check the disk; a copy may be in the folder "copies" beside it.`
    default:
      return `${path} cannot be opened: ${error instanceof Error ? error.message : String(error)}. Choose another data folder with --data.`
  }
}
