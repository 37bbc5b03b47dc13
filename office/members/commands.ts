import { type BadLine, refuse } from '#booking/refusal'
import type { CallArgs } from '#calls/contract'
import { memberNumbered, readMember, type StoredMember, shownMember } from '#db/read/members'
import { insertMember, updateMember } from '#db/write/members'
import { type CommandContext, difference, type Handler } from '../law/command.ts'
import { checkVersion } from '../law/version.ts'
import { readPastedMembers } from './pasted-members.ts'
import { folded } from './search-text.ts'

type Args = CallArgs['members']
type ShownMember = ReturnType<typeof shownMember>
type MemberHandler<Name extends keyof Args> = Handler<Args[Name], { member: ShownMember }>

export const add: MemberHandler<'add'> = (context, { commandId: id, ...fields }) => {
  const taken = numberTaken(context, fields.number)
  if (taken) return taken
  return { ok: true, member: insert(context, id, fields) }
}

export const change: MemberHandler<'change'> = (context, args) => {
  const { commandId: _, memberId, version: _version, ...fields } = args
  const found = findMember(context, args)
  if (!found.ok) return found
  const taken = numberTaken(context, fields.number, memberId)
  if (taken) return taken
  return update(context, found.stored, { ...fields, searchKey: searchKeyOf(fields) })
}

export const verify: MemberHandler<'verify'> = (context, args) => {
  const found = findMember(context, args)
  if (!found.ok) return found
  if (found.stored.verified) return refuse({ reason: 'move-not-allowed', from: 'verified', to: 'verified' })
  return update(context, found.stored, { verified: true })
}

export const suspend: MemberHandler<'suspend'> = (context, args) => {
  const found = findMember(context, args)
  if (!found.ok) return found
  if (found.stored.suspended)
    return refuse({ reason: 'move-not-allowed', from: 'suspended', to: 'suspended' })
  return update(context, found.stored, { suspended: true, suspendedReason: args.reason })
}

export const reinstate: MemberHandler<'reinstate'> = (context, args) => {
  const found = findMember(context, args)
  if (!found.ok) return found
  if (!found.stored.suspended)
    return refuse({ reason: 'move-not-allowed', from: 'in good standing', to: 'in good standing' })
  return update(context, found.stored, { suspended: false, suspendedReason: '' })
}

/** Many at once, pasted from a spreadsheet: all or nothing, every bad line named. */
export const addMany: Handler<Args['addMany'], { added: number }> = (context, args) => {
  const { good, bad } = readPastedMembers(context.tx, args.text)
  if (bad.length > 0)
    return refuse({ reason: 'bad-lines', lines: bad satisfies BadLine[], good: good.length })
  for (const { line: _, ...fields } of good) insert(context, context.ids.newId(), fields)
  return { ok: true, added: good.length }
}

type MemberFields = Pick<StoredMember, 'number' | 'name' | 'phone' | 'barangay' | 'sector'>

function insert(context: CommandContext, id: string, fields: MemberFields): ShownMember {
  insertMember(context.tx, { id, ...fields, searchKey: searchKeyOf(fields) })
  const member = shown(context, id)
  context.record({
    entity: 'member',
    entityId: id,
    version: 1,
    title: member.name,
    before: null,
    after: said(member),
  })
  return member
}

function update(context: CommandContext, stored: StoredMember, to: Parameters<typeof updateMember>[2]) {
  updateMember(context.tx, stored.id, to)
  const member = shown(context, stored.id)
  const { id: entityId, version, name: title } = member
  context.record({
    entity: 'member',
    entityId,
    version,
    title,
    ...difference(said(shownMember(stored)), said(member)),
  })
  return { ok: true as const, member }
}

function findMember(context: CommandContext, args: { memberId: string; version: number }) {
  const stored = readMember(context.tx, args.memberId)
  if (!stored) return refuse({ reason: 'not-found', what: 'member', id: args.memberId })
  return checkVersion(context.tx, 'member', stored, args.version) ?? { ok: true as const, stored }
}

function numberTaken(context: CommandContext, number: string, ownId?: string) {
  const other = memberNumbered(context.tx, number)
  if (!other || other.id === ownId) return undefined
  return refuse({ reason: 'number-taken', number, memberName: other.name })
}

function shown(context: CommandContext, id: string): ShownMember {
  const stored = readMember(context.tx, id)
  if (!stored) throw new Error(`member ${id} cannot be read back`)
  return shownMember(stored)
}

function said(member: ShownMember) {
  const { id: _, version: _version, ...rest } = member
  return rest
}

function searchKeyOf(fields: { name: string; number: string }): string {
  return folded(`${fields.name} ${fields.number}`)
}
