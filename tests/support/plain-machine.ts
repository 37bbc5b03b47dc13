import type { MachineRow } from '#calls/machines'

/** What a test's machine is unless the test says otherwise: booked by days, and one at a time. */
export const PLAIN_MACHINE = {
  bookingMode: 'days' as const,
  capacity: 1,
  unitName: '',
  bufferBeforeMs: 0,
  bufferAfterMs: 0,
  pendingBlocks: true,
  location: '',
  note: '',
  implements: [] as string[],
  rate: null,
}

/** For a machine type that follows the rules of the office. */
export const NO_OWN_RULES = { minNoticeDays: null, maxDays: null, horizonDays: null }

/** What a change of a machine takes, of the machine as it is shown. */
export function fieldsOf(machine: MachineRow) {
  const { id: _, version: _v, type: _t, stays: _y, hasPhoto: _p, status: _s, ...rest } = machine
  const { out: _o, rules: _r, unreadable: _u, ...fields } = rest
  return fields
}
