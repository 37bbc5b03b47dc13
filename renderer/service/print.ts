import { callOffice, type InputOf } from './calls-by-name.ts'
import { noteTrouble } from './query-client.ts'

/** Prints what the window shows for printing, and lets the office know what that is. */
export function printAndNote(what: InputOf<'prints.note'>): void {
  callOffice('prints.note', what).catch(noteTrouble)
  window.print()
}
