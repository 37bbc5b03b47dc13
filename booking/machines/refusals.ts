import type { InTheWay } from '../in-the-way.ts'
import type { FuelMeasure, FuelReadIn } from './fuel.ts'

export type MachineRefusal =
  | { reason: 'machine-out-of-service'; machineId: string; machineName: string }
  | { reason: 'still-promised'; by: InTheWay[] }
  /** An emergency repair may take this time, but only from bookings that somebody names. */
  | { reason: 'needs-displacing'; by: InTheWay[] }
  /** Maintenance that was planned until a certain end: only what lasts until it is finished is expected to end. */
  | { reason: 'has-its-end' }
  | { reason: 'capacity-in-use'; capacity: number; needed: number; by: InTheWay[] }
  | { reason: 'buffers-not-whole-days' }
  /** A meter or a tank that goes backward in the order of time, for which nobody gave a reason. */
  | {
      reason: 'goes-backward'
      what: 'meter' | 'fuel'
      given: number
      /** What was read before or after, and when. */
      known: number
      knownMs: number
      in?: FuelMeasure
    }
  /** A meter that ran more hours than passed. Asked about once: it may be so. */
  | { reason: 'jumps-ahead'; given: number; known: number; knownMs: number; hoursPassed: number }
  /** The fuel of this type's machines is not read, or only in whole eighths of the tank. */
  | { reason: 'fuel-not-so'; readIn: Exclude<FuelReadIn, 'litres'> }
