/** Marks what contains buttons that the search offers too, under the words that stand on them. */
export const OFFERED = { 'data-offered': true } as const
