/** What is recorded of a booking's use as facts of their own (C4): that the machine went out, and that it came back. */
export const FACT_KINDS = ['hand-over', 'return'] as const
export type FactKind = (typeof FACT_KINDS)[number]
