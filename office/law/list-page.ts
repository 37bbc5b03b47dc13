/** Where a page of a list ended. The next call sends it back as a cursor. */
export type PageEnd = { [key: string]: string | number }

export const PAGE_SIZE = 50

function cursorOf(end: PageEnd): string {
  return Buffer.from(JSON.stringify(Object.values(end))).toString('base64url')
}

/**
 * The two values of a cursor; undefined for a cursor that this program did not make, so that the list starts from
 * the beginning.
 */
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

/** The first `size` rows, and a cursor if there are more. Expects up to `size` + 1 rows. */
export function pageOf<Row>(rows: readonly Row[], size: number, endOf: (last: Row) => PageEnd) {
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return { page, nextCursor: rows.length > size && last !== undefined ? cursorOf(endOf(last)) : null }
}
