import { hash } from 'node:crypto'

/** A longer text in a command's arguments is kept as its beginning, its length and its hash. */
const LONGEST_KEPT = 2000

/**
 * A command's arguments as they are kept. They still identify the command, but a pasted list is not stored a second
 * time.
 */
export function keptArgs(args: object): object {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, kept(value)]))
}

function kept(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= LONGEST_KEPT) return value
  return { begins: value.slice(0, LONGEST_KEPT), length: value.length, sha256: hash('sha256', value) }
}
