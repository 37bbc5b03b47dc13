/**
 * Papers that leave the office and say what is booked: taking back a step does not take them back. A day sheet is of one
 * day; the waiting list is printed as a phone list.
 */
export const PAPERS = ['slip', 'day-sheet', 'waiting-list'] as const
export type Paper = (typeof PAPERS)[number]
