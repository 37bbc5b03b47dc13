/** Where a page of a list ended, as the text that the next call brings back. */
export type PageEnd = { [key: string]: string | number }

export const PAGE_SIZE = 50

function cursorOf(end: PageEnd): string {
  return Buffer.from(JSON.stringify(Object.values(end))).toString('base64url')
}

/** The two values of a cursor. A cursor that this program never made begins the list anew. */
export function readCursor(
  cursor: string | undefined,
): [first: string | number, second: string | number] | undefined {
  if (cursor === undefined) return undefined
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (!Array.isArray(values) || !values.every(value => ['string', 'number'].includes(typeof value)))
      return undefined
    return [values[0], values[1] ?? '']
  } catch {
    return undefined
  }
}

/** A page of at most `size` of the rows that were read (one more than that), and where it ended if there are more. */
export function pageOf<Row>(rows: readonly Row[], size: number, endOf: (last: Row) => PageEnd) {
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return { page, nextCursor: rows.length > size && last !== undefined ? cursorOf(endOf(last)) : null }
}
