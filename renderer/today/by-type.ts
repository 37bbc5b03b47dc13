/** Lines by the type of their machine, the types in order of their names. */
export function byType<Line extends { readonly type: string }>(
  lines: readonly Line[],
): { type: string; lines: Line[] }[] {
  const types = [...new Set(lines.map(line => line.type))].sort((a, b) => (a < b ? -1 : 1))
  return types.map(type => ({ type, lines: lines.filter(line => line.type === type) }))
}
