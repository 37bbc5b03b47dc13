import { refuse } from '#booking/refusal'
import type { InputOf } from '#calls/contract'
import type { FieldInHistory, FieldRow } from '#calls/fields'
import type { ReadDb } from '#db/file'
import { isStoredDay } from '#db/odd-values'
import { readMember } from '#db/read/members'
import { inserting, listing, readingById, updating } from '#db/rows'
import { fields } from '#db/tables/fields'
import { call, commandCall } from '../law/answering.ts'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { command, commandOn } from '../law/command.ts'
import { type RecordKind, withoutIds } from '../law/record.ts'
import { restoring } from '../law/restoring.ts'

type StoredField = typeof fields.$inferSelect

const readStored = readingById(fields)
const fieldsOf = listing(fields, fields.memberId, fields.name)
const insert = inserting(fields)
const update = updating(fields)

const SQUARE_METRES_PER_HECTARE = 10_000

function shownField(db: ReadDb, { squareMetres, ...field }: StoredField): FieldRow {
  const memberName = readMember(db, field.memberId)?.name ?? ''
  const { plantedOn } = field
  const isDay = plantedOn === null || isStoredDay(plantedOn)
  const hectares = squareMetres / SQUARE_METRES_PER_HECTARE
  return { ...field, memberName, hectares, plantedOn: isDay ? plantedOn : null }
}

const fieldRecord = {
  entity: 'field',
  key: 'field',
  table: fields,
  stored: readStored,
  shown({ db }, id) {
    const stored = readStored(db, id)
    return stored && shownField(db, stored)
  },
  title: ({ name, memberName }) => `${name} · ${memberName}`,
  said: field => withoutIds(field),
} satisfies RecordKind<'field', StoredField, FieldRow, FieldInHistory>

/** A field if it is this member's. */
export function readFieldOf(db: ReadDb, memberId: string, fieldId: string): StoredField | undefined {
  const stored = readStored(db, fieldId)
  return stored?.memberId === memberId ? stored : undefined
}

const add = command('fields.add', ({ tx, ...context }, { commandId: id, memberId, ...args }) => {
  if (!readMember(tx, memberId)) return refuse({ reason: 'not-found', what: 'member', id: memberId })
  const taken = nameTaken(tx, memberId, args.name)
  return (
    taken ??
    addRecord({ tx, ...context }, fieldRecord, id, () => insert(tx, { id, memberId, ...columns(args) }))
  )
})

const change = commandOn('fields.change', fieldRecord, (context, { id, memberId }, args) => {
  const { commandId: _, fieldId: _f, version: _v, ...to } = args
  const taken = nameTaken(context.tx, memberId, to.name, id)
  return taken ?? changeRecord(context, fieldRecord, id, () => update(context.tx, id, columns(to)))
})

export const fieldRestoring = restoring({
  kind: fieldRecord,
  mayBe: ({ db }, _, again) => nameTaken(db, again.memberId, again.name, again.id) ?? { ok: true },
  write: ({ tx }, id, was) => update(tx, id, was),
})

export const fieldCalls = [
  call('fields.list', ({ office: { file } }, { memberId }) =>
    fieldsOf(file.db, memberId).map(field => shownField(file.db, field)),
  ),
  commandCall(add),
  commandCall(change),
] as const

/** A member's fields differ by name, whatever the case, so that people can tell them apart. */
function nameTaken(db: ReadDb, memberId: string, name: string, ownId?: string) {
  const namesake = fieldsOf(db, memberId).find(one => one.name.toLowerCase() === name.toLowerCase())
  return namesake && namesake.id !== ownId ? refuse({ reason: 'name-taken', name, what: 'field' }) : undefined
}

/** The fields as columns: the area in square metres, which is exact. */
function columns({ hectares, ...args }: Omit<InputOf<'fields.add'>, 'commandId' | 'memberId'>) {
  return { ...args, squareMetres: Math.round(hectares * SQUARE_METRES_PER_HECTARE) }
}
