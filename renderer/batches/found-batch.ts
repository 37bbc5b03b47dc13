import type { OutputOf } from '../service/calls-by-name.ts'

/** A batch with its shares and its readings. */
export type FoundBatch = NonNullable<OutputOf<'batches.get'>>
