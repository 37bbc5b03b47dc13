import { preparedSql, type WriteTx } from '../file.ts'
import { inserting, updating } from '../rows.ts'
import { enrolments, sessionMachines, sessions } from '../tables/sessions.ts'

export const insertSession = inserting(sessions)
/** @throws SESSION-FULL if the capacity is below the places taken, OVERBOOKED if a machine has no room */
export const updateSession = updating(sessions)
/** @throws SESSION-FULL, or KNOWN-ID if the person has a place or waits for one already */
export const insertEnrolment = inserting(enrolments)
/** @throws SESSION-FULL */
export const updateEnrolment = updating(enrolments)

/** @throws OVERBOOKED from the guard if the machine has no room */
export const insertSessionMachine = inserting(sessionMachines)

const set = preparedSql<{ id: string; status: string }, never>(
  'UPDATE session_machines SET status = @status WHERE id = @id',
)
/** @throws OVERBOOKED from the guard if the machine is taken again and has no room */
export function setSessionMachine(tx: WriteTx, id: string, status: 'taken' | 'removed'): void {
  set(tx).run({ id, status })
}

const ended = preparedSql<{ machineId: string; nowMs: number }, never>(`
  UPDATE session_machines SET status = 'over'
  WHERE machine_id = @machineId AND status = 'taken'
    AND session_id IN (SELECT id FROM sessions WHERE end_ms <= @nowMs)`)
/** A machine that is retired keeps no promise to sessions that are over. */
export function releaseEndedSessions(tx: WriteTx, machineId: string, nowMs: number): void {
  ended(tx).run({ machineId, nowMs })
}
