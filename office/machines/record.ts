import type { MachineInHistory, MachineTypeInHistory } from '#calls/machines'
import {
  readShownMachine,
  readStoredMachine,
  readType,
  type ShownMachine,
  type StoredMachine,
  type StoredType,
} from '#db/read/machines'
import { machines, machineTypes } from '#db/tables/machines'
import { type RecordKind, withoutIds } from '../law/record.ts'
import { dayIn } from '../law/time-zone.ts'

export const machineRecord = {
  entity: 'machine',
  key: 'machine',
  table: machines,
  stored: readStoredMachine,
  shown: ({ db, nowMs, settings }, id) => readShownMachine(db, id, settings, nowMs, dayIn(settings, nowMs)),
  title: machine => machine.name,
  said(machine) {
    const { stays: _stays, status, out: _out, rules: _rules, unreadable: _u, ...rest } = withoutIds(machine)
    return { ...rest, inService: status !== 'out-of-service' }
  },
} satisfies RecordKind<'machine', StoredMachine, ShownMachine, MachineInHistory>

export const machineTypeRecord = {
  entity: 'machine-type',
  key: 'type',
  table: machineTypes,
  stored: readType,
  shown: ({ db }, id) => readType(db, id),
  title: type => type.name,
  said: one => withoutIds(one),
} satisfies RecordKind<'type', StoredType, StoredType, MachineTypeInHistory>
