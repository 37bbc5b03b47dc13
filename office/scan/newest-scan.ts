/** A machine that was promised beyond its capacity or is out twice, and since when a scan has found that. */
export type InConflict = { readonly machineId: string; readonly sinceMs: number }

/** How many conflicts a scan found, of all kinds, on which machines too much is promised, and when it had looked. */
export type Scanned = {
  readonly conflicts: number
  readonly machineIds: ReadonlySet<string>
  readonly checkedMs: number
}

/** The newest scan for conflicts (A13), for those who do not look themselves. It lasts as long as the program. */
export type NewestScan = {
  /** Null if there was none. */
  answer(): Promise<Scanned> | null
  /** What the newest scan that has ended found to be settled. */
  inConflict(): readonly InConflict[]
  /** Remembers a scan that began. If it fails, the one before it stays. */
  began(scan: Promise<Scanned>): void
}

export function createNewestScan(): NewestScan {
  let newest: Promise<Scanned> | null = null
  let found: readonly InConflict[] = []
  return {
    answer: () => newest,
    inConflict: () => found,
    began(scan) {
      const before = newest
      newest = scan
      scan.then(
        ({ machineIds, checkedMs }) => {
          const since = new Map(found.map(one => [one.machineId, one.sinceMs]))
          found = [...machineIds].map(machineId => ({
            machineId,
            sinceMs: since.get(machineId) ?? checkedMs,
          }))
        },
        () => {
          if (newest === scan) newest = before
        },
      )
    },
  }
}
