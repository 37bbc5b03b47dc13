import { inserting, updating } from '../rows.ts'
import { batches, batchShares, moistureReadings, weighings } from '../tables/batches.ts'

/** @throws OVERBOOKED from the guard if the machine is not free as a whole */
export const insertBatch = inserting(batches)
/** @throws OVERBOOKED, or BATCH-FULL on a day on which the machine takes no more */
export const updateBatch = updating(batches)
/** @throws BATCH-FULL, or BATCH-CLOSED */
export const insertShare = inserting(batchShares)
/** @throws BATCH-FULL, or BATCH-CLOSED */
export const updateShare = updating(batchShares)
/** @throws BATCH-FULL if what was weighed does not fit */
export const insertWeighing = inserting(weighings)
export const insertReading = inserting(moistureReadings)
