/** How many conflicts a scan found, of all kinds, and when it had looked. */
export type Scanned = { readonly conflicts: number; readonly checkedMs: number }

/** The newest scan for conflicts (A13), for those who only ask how many there are. It lasts as long as the program. */
export type NewestScan = {
  /** Null if there was none. */
  answer(): Promise<Scanned> | null
  /** Remembers a scan that began. If it fails, the one before it stays. */
  began(scan: Promise<Scanned>): void
}

export function createNewestScan(): NewestScan {
  let newest: Promise<Scanned> | null = null
  return {
    answer: () => newest,
    began(scan) {
      const before = newest
      newest = scan
      scan.catch(() => {
        if (newest === scan) newest = before
      })
    },
  }
}
