import { decideReinstatement, decideSuspension, decideVerification } from '#booking/members/decide-standing'
import { findableText } from '#booking/members/find-member'
import type { MemberKind } from '#booking/members/kind'
import { refuse } from '#booking/refusal'
import type { ReadDb } from '#db/file'
import { memberNumbered, type StoredMember } from '#db/read/members'
import { insertMember, updateMember } from '#db/write/members'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { type CommandContext, command, commandOn } from '../law/command.ts'
import { freesTime } from '../waiting/frees-time.ts'
import { first, readPastedMembers } from './pasted-members.ts'
import { memberRecord } from './record.ts'

export const add = command('members.add', (context, { commandId: id, ...fields }) => {
  const taken = numberTaken(context.tx, fields.number)
  return taken ?? insert(context, id, fields)
})

export const change = commandOn('members.change', memberRecord, (context, { id }, args) => {
  const { commandId: _, memberId: _m, version: _v, ...fields } = args
  const taken = numberTaken(context.tx, fields.number, id)
  return taken ?? update(context, id, { ...fields, searchKey: findableText(fields) })
})

export const verify = freesTime(
  commandOn('members.verify', memberRecord, (context, stored) => {
    const decision = decideVerification(stored)
    return decision.ok ? update(context, stored.id, { verified: true }) : decision
  }),
)

export const suspend = freesTime(
  commandOn('members.suspend', memberRecord, (context, stored, { reason }) => {
    const decision = decideSuspension(stored)
    if (!decision.ok) return decision
    return update(context, stored.id, { suspended: true, suspendedReason: reason })
  }),
)

export const reinstate = freesTime(
  commandOn('members.reinstate', memberRecord, (context, stored) => {
    const decision = decideReinstatement(stored)
    if (!decision.ok) return decision
    return update(context, stored.id, { suspended: false, suspendedReason: '' })
  }),
)

/** Adds members pasted from a spreadsheet, all or none. A refusal names the first bad lines and counts all. */
export const addMany = command('members.addMany', (context, { text }) => {
  const { good, bad } = readPastedMembers(context.tx, text)
  if (bad.length > 0) {
    return refuse({ reason: 'bad-lines', lines: first(bad), bad: bad.length, good: good.length })
  }
  for (const { line: _, ...fields } of good) insert(context, context.ids.newId(), fields)
  return { ok: true, added: good.length }
})

type MemberFields = Pick<StoredMember, 'number' | 'name' | 'phone' | 'barangay' | 'sector'> & {
  kind?: MemberKind | undefined
}

function insert(context: CommandContext, id: string, fields: MemberFields) {
  return addRecord(context, memberRecord, id, () =>
    insertMember(context.tx, { id, ...fields, searchKey: findableText(fields) }),
  )
}

function update(context: CommandContext, id: string, to: Parameters<typeof updateMember>[2]) {
  return changeRecord(context, memberRecord, id, () => updateMember(context.tx, id, to))
}

export function numberTaken(db: ReadDb, number: string, ownId?: string) {
  const other = memberNumbered(db, number)
  if (!other || other.id === ownId) return undefined
  return refuse({ reason: 'number-taken', number, memberName: other.name })
}
