/** Derived whenever it is shown and never stored (C7), so it cannot be out of date. */
export type MachineStatus = 'available' | 'rented' | 'maintenance' | 'out-of-service'

export type MachineStatusFacts = {
  readonly retired: boolean
  readonly capacity: number
  /** Units that are out with members now, including overdue ones. */
  readonly unitsOut: number
  /** Whether planned maintenance covers this moment. */
  readonly inMaintenance: boolean
  /** Whether a session that takes the machine is under way. */
  readonly inSession?: boolean
  /** Whether a batch is under way. */
  readonly inBatch?: boolean
}

export function machineStatus(facts: MachineStatusFacts): MachineStatus {
  if (facts.retired) return 'out-of-service'
  if (facts.unitsOut >= facts.capacity) return 'rented'
  if (facts.inMaintenance) return 'maintenance'
  return facts.inSession || facts.inBatch ? 'rented' : 'available'
}
