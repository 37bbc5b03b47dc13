/** A user's name as sign-in compares it: NFKC, lower case, single spaces. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ')
}
