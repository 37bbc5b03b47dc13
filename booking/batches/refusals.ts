/** Refusals about batches and their shares (D2, E4). */
export type BatchRefusal =
  /**
   * More sacks than still fit. `per`: the batch itself is full, or its machine takes no more on that day. `capacity` is the
   * most of that; `sacks` is what was wanted.
   */
  | { reason: 'batch-full'; left: number; capacity: number; sacks: number; per: 'batch' | 'day' }
  /** It is done, or was cancelled: nothing of it changes any more. */
  | { reason: 'batch-closed'; status: 'done' | 'cancelled' }
  /** The machine is rented as a whole, and its record does not say how many sacks make a batch. */
  | { reason: 'no-batches'; machineId: string; machineName: string }
  /** It is done only after it began. */
  | { reason: 'batch-not-begun'; startMs: number }
  /** It lasts until somebody confirms that the grain is dry. */
  | { reason: 'batch-until-dry' }
  /** It has an end, so that there is none to be expected. */
  | { reason: 'batch-has-its-end' }
  /** Sacks that were weighed keep their estimate; another weighing corrects them. */
  | { reason: 'weighed-already'; memberName: string }
  /** A share is split into what stays and what goes, so fewer sacks go than there are. */
  | { reason: 'nothing-left-to-split'; sacks: number }
  /** Sacks move only between batches of machines of one type. */
  | { reason: 'batch-of-other-type'; machineName: string }
  | { reason: 'same-batch' }
  | { reason: 'too-many-shares'; most: number }
  /** A batch that is open has more sacks than the machine would take. */
  | { reason: 'batch-holds-more'; sacks: number; capacity: number; startMs: number; per: 'batch' | 'day' }
