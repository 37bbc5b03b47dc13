import { MINUTE_MS } from '../time/day.ts'

/** A form keeps its time this long after its last change (A5). */
export const HOLD_MS = 5 * MINUTE_MS
