import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { question } from './call.ts'
import { entity } from './entities.ts'

/**
 * One committed change: the kind of record, and which one. `seq` has no gaps, so a window that sees one knows that
 * it missed changes and reloads what it shows.
 */
export const change = z.strictObject({ seq: z.int(), entity, id: z.string() })
export type Change = z.infer<typeof change>

export const changes = {
  /**
   * The newest number, to start from, and the calls that show each kind of record, so that a window knows what to
   * reload.
   */
  head: question('own-account')
    .input(z.strictObject({}))
    .output(z.strictObject({ seq: z.int(), shownBy: z.record(entity, z.array(z.string())) })),
  /**
   * All changes after `sinceSeq`, then each new one as it is committed, until the window closes or signs out. A
   * window that is more than 1000 changes behind gets only the newest one, and so sees a gap.
   */
  watch: question('own-account')
    .input(z.strictObject({ sinceSeq: z.int().min(0) }))
    .output(eventIterator(change)),
}
