import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { question } from './call.ts'
import { entity } from './entities.ts'

/**
 * One committed change: what kind of thing, and which. `seq` is dense, so a window that sees a gap knows that it
 * missed something and reads again what it shows.
 */
export const change = z.strictObject({ seq: z.int(), entity, id: z.string() })
export type Change = z.infer<typeof change>

export const changes = {
  /** The newest number, to start from; and which calls show each kind of record, so that a window knows what to read again. */
  head: question('see-office')
    .input(z.strictObject({}))
    .output(z.strictObject({ seq: z.int(), shownBy: z.record(entity, z.array(z.string())) })),
  /**
   * All changes after `sinceSeq`, then each as it is committed, until the window goes or signs out. Whoever is more
   * than a thousand behind gets the newest only, and so sees a gap.
   */
  watch: question('see-office')
    .input(z.strictObject({ sinceSeq: z.int().min(0) }))
    .output(eventIterator(change)),
}
