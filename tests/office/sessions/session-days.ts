import { DAY_MS, HOUR_MS } from '#booking/time/day'
import type { CallArgs } from '#calls/contract'
import { NOW, newId, reasonOf, temporaryOffice, type Window } from '#tests/support/temporary-office'

/** When the sessions of these tests begin: three days from now, for four hours. */
export const START = NOW + 3 * DAY_MS
export const TIMES = { startMs: START, endMs: START + 4 * HOUR_MS }

type Enrol = Partial<Omit<CallArgs['sessions']['enrol'], 'commandId' | 'sessionId'>>

/** An office with short ways to add sessions and to enrol people. */
export async function sessionOffice() {
  const araro = await temporaryOffice()
  const { clerk, manager } = araro

  async function session(change: Partial<CallArgs['sessions']['add']> = {}, by: Window = manager) {
    const wanted = { title: 'Harvester training', ...TIMES, capacity: 3, open: 'anybody' as const }
    const answer = await by.sessions.add({ commandId: newId(), ...wanted, ...change })
    if (!answer.ok) throw new Error(`no session: ${answer.refusal.reason}`)
    return answer.session
  }
  const enrol = (sessionId: string, who: Enrol, by: Window = clerk) =>
    by.sessions.enrol({ commandId: newId(), sessionId, ...who })
  async function place(sessionId: string, who: Enrol, by: Window = clerk) {
    const answer = await enrol(sessionId, who, by)
    if (!answer.ok) throw new Error(`no place: ${answer.refusal.reason}`)
    return answer.enrolment
  }
  const leave = (enrolment: { id: string; version: number }, by: Window = clerk) =>
    by.sessions.cancelEnrolment({
      commandId: newId(),
      enrolmentId: enrolment.id,
      version: enrolment.version,
    })
  async function change(
    sessionId: string,
    to: Omit<CallArgs['sessions']['change'], 'commandId' | 'sessionId' | 'version'>,
    by: Window = manager,
  ) {
    const { version } = await now(sessionId)
    return by.sessions.change({ commandId: newId(), sessionId, version, ...to })
  }
  async function cancel(sessionId: string, by: Window = manager) {
    const { version } = await now(sessionId)
    return by.sessions.cancel({ commandId: newId(), sessionId, version })
  }
  async function found(sessionId: string) {
    const answer = await manager.sessions.get({ sessionId })
    if (!answer) throw new Error('the session is gone')
    return answer
  }
  const now = async (sessionId: string) => (await found(sessionId)).session
  const attended = (enrolment: { id: string; version: number }, came: boolean | null, by: Window = clerk) =>
    by.sessions.attended({ commandId: newId(), enrolmentId: enrolment.id, version: enrolment.version, came })
  return { ...araro, session, enrol, place, leave, change, cancel, found, now, attended }
}

export { reasonOf }
