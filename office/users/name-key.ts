/** A user's name as sign-in compares it: one Unicode form, no case, single blanks. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ')
}
