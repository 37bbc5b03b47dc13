import { callOffice, type InputOf } from './calls-by-name.ts'
import { noteTrouble } from './query-client.ts'

/** Prints what the window shows for printing, and lets the office know which paper that is. */
export function printPaper(paper: InputOf<'papers.printed'>): void {
  callOffice('papers.printed', paper).catch(noteTrouble)
  window.print()
}
