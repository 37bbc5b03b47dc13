/**
 * What is printed at the counter and says what is booked: taking back a step does not take it back. A day sheet is of one
 * day; the waiting list is printed as a phone list.
 */
export const PRINTED = ['slip', 'day-sheet', 'waiting-list'] as const
export type Printed = (typeof PRINTED)[number]
