/** Derived whenever it is shown, never stored (C7): it cannot be out of step. */
export type MachineStatus = 'available' | 'rented' | 'maintenance' | 'out-of-service'

export type MachineStatusFacts = {
  readonly retired: boolean
  readonly capacity: number
  /** Units that are out with members now, overdue ones too. */
  readonly unitsOut: number
  /** Whether a planned repair covers this moment. */
  readonly inMaintenance: boolean
}

export function machineStatus(facts: MachineStatusFacts): MachineStatus {
  if (facts.retired) return 'out-of-service'
  if (facts.unitsOut >= facts.capacity) return 'rented'
  return facts.inMaintenance ? 'maintenance' : 'available'
}
