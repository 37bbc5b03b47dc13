import type { InTheWay } from '../in-the-way.ts'

export type MachineRefusal =
  | { reason: 'machine-out-of-service'; machineId: string; machineName: string }
  | { reason: 'still-promised'; by: InTheWay[] }
  | { reason: 'capacity-in-use'; capacity: number; needed: number; by: InTheWay[] }
  | { reason: 'buffers-not-whole-days' }
