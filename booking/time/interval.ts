/**
 * A half-open interval in UTC epoch milliseconds: `startMs` belongs to it, `endMs` does not. Source: A2. A booking
 * that ends at 10:00 and one that starts at 10:00 do not overlap.
 */
export type Interval = { readonly startMs: number; readonly endMs: number }

/** From the first instant to the last that can be said. */
export const ALL_TIME: Interval = { startMs: 0, endMs: Number.MAX_SAFE_INTEGER }

/** Time a machine needs around a booking (travel, cleaning), in milliseconds, each 0 or more. */
export type Buffers = { readonly bufferBeforeMs: number; readonly bufferAfterMs: number }

/** Whether the two share at least one millisecond. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.startMs < b.endMs && b.startMs < a.endMs
}

/** Whether the instant lies inside. */
export function covers(interval: Interval, instantMs: number): boolean {
  return interval.startMs <= instantMs && instantMs < interval.endMs
}

/** The time a booking takes from its machine: its own interval and both buffers. */
export function withBuffers(interval: Interval, buffers: Buffers): Interval {
  return {
    startMs: interval.startMs - buffers.bufferBeforeMs,
    endMs: interval.endMs + buffers.bufferAfterMs,
  }
}

/** The parts of `a` outside `b`, in order: none, one, or one on each side. */
export function outside(a: Interval, b: Interval): Interval[] {
  const before = { startMs: a.startMs, endMs: Math.min(a.endMs, b.startMs) }
  const after = { startMs: Math.max(a.startMs, b.endMs), endMs: a.endMs }
  return [before, after].filter(part => part.startMs < part.endMs)
}
