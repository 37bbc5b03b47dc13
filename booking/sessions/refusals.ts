import type { InTheWay } from '../in-the-way.ts'

/** Refusals about sessions and their places (D3, B5). */
export type SessionRefusal =
  /** Every place is taken. `waiting`: how many wait for one already. */
  | { reason: 'session-full'; capacity: number; waiting: number }
  | { reason: 'session-over'; endMs: number }
  | { reason: 'session-under-way'; startMs: number }
  | { reason: 'session-cancelled'; title: string }
  /** Who came is marked from the day of the session on. */
  | { reason: 'session-not-yet'; fromMs: number }
  /** One active place a person a session; `waits`: the person waits for one. */
  | { reason: 'enrolled-already'; name: string; waits: boolean }
  /** A guest in a session that is for members. */
  | { reason: 'members-only'; name: string }
  /** The capacity would be smaller than the places that are taken. */
  | { reason: 'places-taken'; taken: number; capacity: number }
  /** Something else has one of the session's machines at that time. */
  | { reason: 'session-machine-taken'; machineId: string; machineName: string; by: InTheWay[] }
  /** An organizer sees and changes only their own sessions. */
  | { reason: 'not-your-session' }
  /** Who came can be said only of somebody with a place. */
  | { reason: 'no-place'; name: string }
