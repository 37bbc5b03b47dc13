/** A clock that stands still until a test moves it. Wall time and monotonic time can be set separately. */
export function standingClock(startMs: number) {
  const clock = {
    ms: startMs,
    monotonic: 1000,
    nowMs: () => clock.ms,
    monotonicMs: () => clock.monotonic,
    pass(ms: number): void {
      clock.ms += ms
      clock.monotonic += ms
    },
  }
  return clock
}
