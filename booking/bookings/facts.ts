import type { ReadAt } from '../machines/readings.ts'

/** What is recorded of a booking's use as facts of their own (C4): that the machine went out, and that it came back. */
export const FACT_KINDS = ['hand-over', 'return'] as const satisfies readonly ReadAt[]
export type FactKind = (typeof FACT_KINDS)[number]
