import type { InTheWay } from '../in-the-way.ts'

export type MachineRefusal =
  | { reason: 'machine-out-of-service'; machineId: string; machineName: string }
  | { reason: 'still-promised'; by: InTheWay[] }
  /** An emergency repair may take this time, but only from bookings that somebody names. */
  | { reason: 'needs-displacing'; by: InTheWay[] }
  /** Maintenance that was planned until a certain end: only what lasts until it is finished is expected to end. */
  | { reason: 'has-its-end' }
  | { reason: 'capacity-in-use'; capacity: number; needed: number; by: InTheWay[] }
  | { reason: 'buffers-not-whole-days' }
