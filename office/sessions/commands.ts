import { type Decision, refuse } from '#booking/refusal'
import { decideKeeping, decideSession, notBegun, type SessionMachine } from '#booking/sessions/decide-session'
import type { Interval } from '#booking/time/interval'
import { may } from '#booking/users/roles'
import type { ReadDb } from '#db/file'
import { readMachine } from '#db/read/machines'
import { countPlaces, readSessionMachines, type StoredSession } from '#db/read/sessions'
import type { OfficeSettings } from '#db/read/settings'
import { readActiveRole } from '#db/read/users'
import { insertSession, insertSessionMachine, setSessionMachine, updateSession } from '#db/write/sessions'
import { type Asked, allBlocks } from '../availability/slots.ts'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { type CommandContext, command, commandOn } from '../law/command.ts'
import { tell } from '../notices/tell.ts'
import { freesTime } from '../waiting/frees-time.ts'
import { moveUp, tellBoth } from './places.ts'
import { sessionRecord, toldTo } from './record.ts'

export const add = command('sessions.add', (context, args) => {
  const { tx, actor, nowMs, commandId: id } = context
  const { machineIds = [], open: openTo, description = '', place = '' } = args
  const { title, startMs, endMs, capacity, organizerId = actor.id } = args
  const organizer = decideOrganizer(context, organizerId)
  if (!organizer.ok) return organizer
  const machines = machinesOf(tx, machineIds, args, context)
  if (!machines.ok) return machines
  const decision = decideSession(args, { ...times(context), machines: machines.machines, taken: 0 })
  if (!decision.ok) return toldTo(actor, decision)
  return addRecord(context, sessionRecord, id, () => {
    insertSession(tx, {
      id,
      title,
      description,
      organizerId,
      place,
      startMs,
      endMs,
      capacity,
      openTo,
      addedMs: nowMs,
    })
    takeMachines(context, id, machineIds)
  })
})

export const change = freesTime(
  commandOn('sessions.change', sessionRecord, (context, stored, args) => {
    const { tx, actor } = context
    const { commandId: _, sessionId, version: _v, machineIds = stored.machineIds, open, ...fields } = args
    const wanted = { ...stored, ...given(fields) }
    const theirs = decideKeeping(stored, actor)
    if (!theirs.ok) return theirs
    const begun = notBegun(stored, context.nowMs, stored.title)
    if (!begun.ok) return begun
    if (wanted.organizerId !== stored.organizerId) {
      const organizer = decideOrganizer(context, wanted.organizerId)
      if (!organizer.ok) return organizer
    }
    const machines = machinesOf(tx, machineIds, wanted, context)
    if (!machines.ok) return machines
    const { taken } = countPlaces(tx, sessionId)
    const decision = decideSession(wanted, { ...times(context), machines: machines.machines, taken })
    if (!decision.ok) return toldTo(actor, decision)
    const changed = changeRecord(context, sessionRecord, sessionId, () => {
      releaseMachines(context, sessionId, machineIds)
      updateSession(tx, sessionId, { ...fields, openTo: open })
      takeMachines(context, sessionId, machineIds)
    })
    const isMoved = wanted.startMs !== stored.startMs || wanted.endMs !== stored.endMs
    if (isMoved) tellOf(context, stored, 'session-moved')
    moveUp(context, sessionId)
    return { ...changed, ...shownAgain(context, sessionId) }
  }),
)

export const cancel = freesTime(
  commandOn('sessions.cancel', sessionRecord, (context, stored, { reason = '' }) => {
    const theirs = decideKeeping(stored, context.actor)
    if (!theirs.ok) return theirs
    const begun = notBegun(stored, context.nowMs, stored.title)
    if (!begun.ok) return begun
    const cancelled = changeRecord(context, sessionRecord, stored.id, () =>
      updateSession(context.tx, stored.id, { status: 'cancelled', reason }),
    )
    tellOf(context, stored, 'session-cancelled', reason)
    return cancelled
  }),
)

/** Those who were to come are to be told: by whoever enrols members, and by the organizer. */
function tellOf(
  context: CommandContext,
  session: StoredSession,
  kind: 'session-cancelled' | 'session-moved',
  reason = '',
) {
  const { taken, waiting } = countPlaces(context.tx, session.id)
  if (taken + waiting > 0) tellBoth(context, session, kind, reason)
  else tell(context, sessionRecord, session.id, { kind, forUser: session.organizerId, reason })
}

function times({ nowMs, calendar }: CommandContext) {
  return { nowMs, calendar }
}

/** Only whoever keeps all sessions names somebody else as the organizer, who must be able to hold one. */
function decideOrganizer({ tx, actor }: CommandContext, organizerId: string): Decision {
  if (organizerId === actor.id) return { ok: true }
  if (!may(actor.role, 'keep-all-sessions')) return refuse({ reason: 'not-your-session' })
  const role = readActiveRole(tx, organizerId)
  if (!role || !may(role, 'hold-sessions'))
    return refuse({ reason: 'not-found', what: 'user', id: organizerId })
  return { ok: true }
}

type Now = Pick<Asked, 'nowMs' | 'calendar'> & { readonly settings: OfficeSettings }

/** The machines that a session wants, with what blocks them at that time. */
export function machinesOf(
  db: ReadDb,
  machineIds: readonly string[],
  wanted: Interval & { readonly id?: string },
  now: Now,
): Decision<{ machines: SessionMachine[] }> {
  const machines: SessionMachine[] = []
  for (const machineId of new Set(machineIds)) {
    const machine = readMachine(db, machineId, now.settings)
    if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: machineId })
    const isTime = wanted.endMs > wanted.startMs
    const blocks = isTime ? allBlocks(db, machineId, wanted, { sessionId: wanted.id }, now) : []
    machines.push({ machine: machine.facts, blocks })
  }
  return { ok: true, machines }
}

/** Gives back the machines that the session does without from now on. */
export function releaseMachines(
  { tx }: Pick<CommandContext, 'tx'>,
  sessionId: string,
  machineIds: readonly string[],
): void {
  for (const { id, machineId, status } of readSessionMachines(tx, sessionId)) {
    if (status === 'taken' && !machineIds.includes(machineId)) setSessionMachine(tx, id, 'removed')
  }
}

/** Takes the machines that the session has not taken yet. */
export function takeMachines(
  { tx, ids }: Pick<CommandContext, 'tx' | 'ids'>,
  sessionId: string,
  machineIds: readonly string[],
): void {
  const known = new Map(readSessionMachines(tx, sessionId).map(one => [one.machineId, one]))
  for (const machineId of new Set(machineIds)) {
    const one = known.get(machineId)
    if (!one) insertSessionMachine(tx, { id: ids.newId(), sessionId, machineId })
    else if (one.status === 'removed') setSessionMachine(tx, one.id, 'taken')
  }
}

/** The session with what its places come to after those who waited moved up. */
function shownAgain({ tx: db, nowMs, settings }: CommandContext, id: string) {
  const session = sessionRecord.shown({ db, nowMs, settings }, id)
  return session ? { session } : {}
}

/** Without what was left out. */
function given<Fields extends object>(fields: Fields) {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [F in keyof Fields]: Exclude<Fields[F], undefined> }
}
